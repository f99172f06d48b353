/** Arguments that one call of `String.fromCharCode` takes safely. */
const BLOCK = 4096;

/** Text of `count` UTF-16 units, little-endian, which must stand in the view; a string of its own that keeps no bytes alive. */
export function decodeUnits(view: DataView, at: number, count: number): string {
  if (count <= BLOCK) return decodeBlock(view, at, count);
  let text = '';
  for (let done = 0; done < count; done += BLOCK) {
    text += decodeBlock(view, at + done * 2, Math.min(BLOCK, count - done));
  }
  return text;
}

function decodeBlock(view: DataView, at: number, count: number): string {
  const units = new Array<number>(count);
  for (let index = 0; index < count; index++) units[index] = view.getUint16(at + index * 2, true);
  return String.fromCharCode(...units);
}

/** Text of `count` bytes below 0x80. */
export function decodeAscii(view: DataView, at: number, count: number): string {
  let text = '';
  for (let done = 0; done < count; done += BLOCK) {
    const units = new Array<number>(Math.min(BLOCK, count - done));
    for (let index = 0; index < units.length; index++) units[index] = view.getUint8(at + done + index);
    text += String.fromCharCode(...units);
  }
  return text;
}
