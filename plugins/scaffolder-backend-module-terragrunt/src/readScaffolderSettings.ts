import { Config } from '@backstage/config';

/**
 * The scaffolder's own settings that concern pull requests.
 *
 * @public
 */
export interface ScaffolderSettings {
  /** Pull requests must be opened with the user's own token. */
  requireScmUserCredentials: boolean;
  /** Who commits are by when they are made with the integration's token. */
  defaultAuthor?: { name: string; email: string };
}

/** Reads `scaffolder.requireScmUserCredentials` and `scaffolder.defaultAuthor`. */
export function readScaffolderSettings(config: Config): ScaffolderSettings {
  const name = config.getOptionalString('scaffolder.defaultAuthor.name');
  const email = config.getOptionalString('scaffolder.defaultAuthor.email');
  return {
    requireScmUserCredentials:
      config.getOptionalBoolean('scaffolder.requireScmUserCredentials') ??
      false,
    // GitHub wants both or neither.
    defaultAuthor: name && email ? { name, email } : undefined,
  };
}
