/** VS Code looks at so many bytes of a file. Source: `ZERO_BYTE_DETECTION_BUFFER_MAX_LEN` of VS Code. */
export const LOOKED_AT = 512;

const MARKS: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  [0xfe, 0xff],
  [0xff, 0xfe],
];

/**
 * Whether VS Code takes a file that starts with these bytes for none with text, and shows nothing of it: there is no byte
 * order mark, a byte is zero, and the zeros are not all of and only the high halves of UTF-16 units. Source:
 * `detectEncodingFromBuffer` of VS Code.
 */
export function looksBinary(head: Uint8Array): boolean {
  const bytes = head.subarray(0, LOOKED_AT);
  if (MARKS.some((mark) => mark.every((byte, index) => bytes[index] === byte)) || !bytes.includes(0)) return false;
  const isZeroAt = (parity: number): boolean => bytes.every((byte, index) => (byte === 0) === (index % 2 === parity));
  return !isZeroAt(0) && !isZeroAt(1);
}
