import { InputError } from '@backstage/errors';

/**
 * A file that cannot be edited without loss, because its bytes are not UTF-8.
 * Its `name` is `InputError`, so that Backstage answers with status 400.
 *
 * @public
 */
export class FileEncodingError extends InputError {
  readonly file: string;

  constructor(file: string, reason: string) {
    super(
      `File ${file} is not valid UTF-8: ${reason}. It is left as it is. ` +
        `Save it as UTF-8 (in a text editor, or with iconv) and try again.`,
    );
    this.file = file;
  }
}
