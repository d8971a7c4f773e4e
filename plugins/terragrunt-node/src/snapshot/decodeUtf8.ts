import { FileEncodingError } from './FileEncodingError';

/**
 * Text of a file, decoded strictly: a byte order mark stays as `\uFEFF` and
 * invalid bytes are refused, so that encoding the text again gives the same
 * bytes.
 *
 * @throws FileEncodingError naming the file and the first wrong byte.
 * @public
 */
export function decodeUtf8(path: string, bytes: Uint8Array): string {
  // Made anew each time: a decoder that threw may keep part of its state.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch {
    throw new FileEncodingError(path, describeFault(bytes));
  }
}

function describeFault(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff)
  ) {
    return 'it starts like UTF-16';
  }
  const offset = firstInvalidByte(bytes);
  const hex = bytes[offset].toString(16).padStart(2, '0');
  return `byte 0x${hex} at offset ${offset} does not belong there`;
}

/** Offset of the byte with which the longest valid beginning ends. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (isValidBeginning(bytes.subarray(0, middle))) {
      valid = middle;
    } else {
      invalid = middle;
    }
  }
  return Math.min(valid, bytes.length - 1);
}

function isValidBeginning(bytes: Uint8Array): boolean {
  try {
    // `stream` lets a character that is cut off at the end pass.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
