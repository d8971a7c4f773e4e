import { FileEncodingError } from './FileEncodingError';

/** Texts of blobs that are cached: each is asked for again with every plan. */
const decoded = new WeakMap<Uint8Array, string>();

/**
 * Text of a file, decoded strictly: a byte order mark stays as `\uFEFF` and
 * invalid bytes are refused, so that encoding the text again gives the same
 * bytes.
 *
 * @throws FileEncodingError naming the file and the first wrong byte.
 * @public
 */
export function decodeUtf8(path: string, bytes: Uint8Array): string {
  const known = decoded.get(bytes);
  if (known !== undefined) {
    return known;
  }
  // Made anew each time: a decoder that threw may keep part of its state.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    const text = decoder.decode(bytes);
    decoded.set(bytes, text);
    return text;
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

/** Offset of the first byte of the first invalid sequence. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (completeBytes(bytes.subarray(0, middle)) === undefined) {
      invalid = middle;
    } else {
      valid = middle;
    }
  }
  return completeBytes(bytes.subarray(0, valid)) ?? 0;
}

/**
 * How many bytes of a beginning make up complete characters; undefined when it
 * is invalid. `stream` lets a character that is cut off at the end pass.
 */
function completeBytes(bytes: Uint8Array): number | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return Buffer.byteLength(decoder.decode(bytes, { stream: true }));
  } catch {
    return undefined;
  }
}
