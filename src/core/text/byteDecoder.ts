import { joinBytes } from './joinBytes';
import { decodeWindows1252 } from './windows1252';

/** Names as Node, browsers and VS Code's status bar know them. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

type Step = (bytes: Uint8Array, ended: boolean) => { readonly text: string; readonly taken: number };

/** Longest UTF-8 sequence less one: more bytes cannot be missing at the end of a block. */
const LONGEST_REST = 3;
/** Enough of the start to see a byte order mark or the zero bytes of UTF-16 without one. */
const HEAD = 64;
/** Bytes that are decoded at a time where the caller takes text in parts. */
const PART = 0x10000;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/**
 * For text that is not all ASCII. Node 20 has two ways to decode UTF-8; the one that it chooses by itself is five times
 * faster for ASCII and takes twice as long for anything else, and having decoded once as a stream makes it choose the other.
 */
const strictWideUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
strictWideUtf8.decode(new Uint8Array(0), { stream: true });
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/**
 * Turns the bytes of a file into text, block by block, and finds out which encoding they are in: byte order mark, else
 * zero bytes as in UTF-16, else UTF-8 as long as the bytes are valid, else Windows-1252.
 *
 * A file is plain ASCII up to its first other byte, so what was decoded before that byte stands in both encodings and
 * the choice can wait until then.
 */
export class ByteDecoder {
  encoding: Encoding = 'utf-8';
  /** Set when a file that had been valid UTF-8 so far held bytes that are not: they became U+FFFD. */
  hasInvalidBytes = false;

  private rest: Uint8Array = new Uint8Array(0);
  private step: Step | undefined;
  private sawUtf8 = false;
  /** Whether the last bytes were not all ASCII. */
  private wasWide = false;

  /** Text of the bytes so far that was not returned before; may be empty when a block ends inside a character. */
  push(block: Uint8Array): string {
    return this.decode(block, false);
  }

  /**
   * The text of a block in parts, for reading it part by part: several times faster than as one large string, which is put
   * into memory that has to be asked for first, and not where strings come and go.
   */
  *texts(block: Uint8Array): Generator<string, void, undefined> {
    for (let at = 0; at < block.length; at += PART) yield this.push(block.subarray(at, at + PART));
  }

  /** What is left when the file ends. */
  finish(): string {
    return this.decode(new Uint8Array(0), true);
  }

  private decode(block: Uint8Array, ended: boolean): string {
    const bytes = this.rest.length === 0 ? block : joinBytes(this.rest, block);
    if (!this.step && bytes.length < HEAD && !ended) {
      this.rest = bytes.slice();
      return '';
    }
    this.step ??= this.chooseStep(bytes);
    const { text, taken } = this.step(bytes, ended);
    this.rest = bytes.slice(taken);
    return text;
  }

  private chooseStep(bytes: Uint8Array): Step {
    const found = findEncoding(bytes);
    this.encoding = found.encoding;
    const isUtf16 = found.encoding === 'utf-16le' || found.encoding === 'utf-16be';
    const step: Step = isUtf16
      ? (rest, ended) => decodeUtf16(rest, ended, found.encoding === 'utf-16be')
      : (rest, ended) => this.decodeUtf8(rest, ended);
    return skipFirst(found.markLength, step, (next) => (this.step = next));
  }

  private decodeUtf8(bytes: Uint8Array, ended: boolean): { text: string; taken: number } {
    const taken = ended ? bytes.length : bytes.length - incompleteEnd(bytes);
    const whole = bytes.subarray(0, taken);
    const text = tryUtf8(whole, this.wasWide ? strictWideUtf8 : strictUtf8);
    if (text !== undefined) {
      // Every character beyond ASCII takes more bytes than UTF-16 units.
      this.wasWide = text.length !== taken;
      this.sawUtf8 ||= this.wasWide;
      return { text, taken };
    }
    if (this.sawUtf8 || this.encoding === 'utf-8-bom') {
      this.hasInvalidBytes = true;
      return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole), taken };
    }
    this.encoding = 'windows-1252';
    this.step = (rest) => ({ text: decodeWindows1252(rest), taken: rest.length });
    return this.step(bytes, ended);
  }
}

function findEncoding(bytes: Uint8Array): { encoding: Encoding; markLength: number } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8-bom', markLength: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markLength: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markLength: 2 };
  const unmarked = utf16WithoutMark(bytes.subarray(0, HEAD));
  return { encoding: unmarked ?? 'utf-8', markLength: 0 };
}

/** Text of event logs starts with ASCII (`<`, a column name), so in UTF-16 nearly every second byte is zero. */
function utf16WithoutMark(head: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = Math.floor((head.length / 2) * 0.7);
  if (head.length < 4) return undefined;
  if (odd >= most && even === 0) return 'utf-16le';
  return even >= most && odd === 0 ? 'utf-16be' : undefined;
}

function skipFirst(count: number, step: Step, then: (next: Step) => void): Step {
  if (count === 0) return step;
  return (bytes, ended) => {
    then(step);
    const { text, taken } = step(bytes.subarray(count), ended);
    return { text, taken: taken + count };
  };
}

function tryUtf8(bytes: Uint8Array, decoder: typeof strictUtf8): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many bytes at the end start a character whose other bytes have not come yet. */
function incompleteEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(LONGEST_REST, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

function decodeUtf16(bytes: Uint8Array, ended: boolean, bigEndian: boolean): { text: string; taken: number } {
  let taken = bytes.length - (bytes.length % 2);
  const lastHighByte = bytes[taken - (bigEndian ? 2 : 1)] ?? 0;
  const isHighSurrogate = taken > 0 && lastHighByte >= 0xd8 && lastHighByte <= 0xdb;
  if (isHighSurrogate && !ended) taken -= 2;
  const whole = bytes.subarray(0, taken);
  const text = utf16.decode(bigEndian ? swapped(whole) : whole);
  return { text, taken: ended ? bytes.length : taken };
}

function swapped(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length);
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    result[at] = bytes[at + 1] ?? 0;
    result[at + 1] = bytes[at] ?? 0;
  }
  return result;
}
