import { findBytesBehind } from './bytesBehind';
import { doubleByteDecoder } from './doubleBytes';
import { type CodePage, type Encoding, type PassedEncoding, isDoubleByte } from './encoding';
import { joinBytes } from './joinBytes';
import { singleByteDecoder } from './singleBytes';
import { decodeUtf16, isUtf16, utf16WithoutMark } from './utf16';
import { type TextBehind, findUtf16Behind } from './utf16Behind';
import { incompleteEnd, isUtf8, tryUtf8 } from './utf8';

interface Decoded {
  readonly text: string;
  /** Bytes that are done with; the others are given again with those that follow. */
  readonly taken: number;
}

type Step = (bytes: Uint8Array, ended: boolean) => Decoded;

/** Enough of the start to see a byte order mark or the zero bytes of UTF-16 without one. */
const HEAD = 64;
/** Bytes that are decoded at a time where the caller takes text in parts. */
const PART = 0x10000;

export interface DecoderOptions {
  /** The code page of bytes that are no UTF-8; Windows-1252 when left out. */
  readonly fallbackEncoding?: CodePage | undefined;
  /** The encoding, where it is known, as for bytes from the middle of a file; nothing is looked for then. */
  readonly known?: Encoding;
  /**
   * Look for text in UTF-16 behind text in bytes, as `>>` of Windows PowerShell writes it, and for text in bytes behind UTF-16, as other
   * programs do; see {@link ByteDecoder.behindChange}.
   */
  readonly followsChange?: boolean;
  /** Units that are the head of the text; all of it when left out. */
  readonly headLength?: number;
}

const NOTHING = new Uint8Array(0);

/**
 * Turns the bytes of a file into text, block by block, and finds out which encoding they are in: byte order mark, else
 * zero bytes as in UTF-16, else UTF-8 as long as the bytes are valid, else the code page that a setting names.
 *
 * A file is plain ASCII up to its first other byte, so what was decoded before that byte stands in every encoding and the
 * choice can wait until then. The size of the blocks changes nothing.
 */
export class ByteDecoder {
  encoding: Encoding = 'utf-8';
  /** Set when the file held bytes that are not in its encoding: they became U+FFFD. */
  hasInvalidBytes = false;

  private readonly fallback: CodePage;
  private rest: Uint8Array = NOTHING;
  private step: Step | undefined;
  /** The encoding as far as the head of the text tells, whatever more was decoded with it. */
  encodingOfHead: Encoding = 'utf-8';

  private readonly headLength: number;
  /** UTF-16 units that were given so far. */
  private units = 0;
  /** Whether the last bytes were not all ASCII. */
  private wasWide = false;
  private readonly followsChange: boolean;
  private isBehindChange = false;

  constructor(options: DecoderOptions = {}) {
    const { fallbackEncoding = 'windows-1252', known, followsChange = false, headLength = Infinity } = options;
    this.fallback = fallbackEncoding;
    this.followsChange = followsChange;
    this.headLength = headLength;
    if (known) this.step = this.stepFor(known, { isKnown: true });
  }

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

  /** The bytes that come next may be passed over as long as they are in this; undefined where all of them have to be decoded. */
  get passes(): PassedEncoding | undefined {
    if (this.step === this.decodeUtf8) return 'utf-8';
    if (isUtf16(this.encoding)) return this.encoding;
    return this.step === this.decodeAscii ? 'ascii' : undefined;
  }

  /** Gives back the bytes of a character that is not complete yet. */
  takeRest(): Uint8Array {
    const { rest } = this;
    this.rest = NOTHING;
    return rest;
  }

  /** What is left when the file ends. */
  finish(): string {
    return this.decode(NOTHING, true);
  }

  /**
   * Where the text that was given last ends before text in another encoding: the start of that, or all of it once the file ended, up to where
   * the encoding changes again. Else undefined.
   */
  behindChange(ended: boolean): string | undefined {
    if (!this.isBehindChange) return undefined;
    this.isBehindChange = false;
    return this.decode(NOTHING, ended);
  }

  private decode(block: Uint8Array, ended: boolean): string {
    const text = this.textOf(block, ended);
    this.units += text.length;
    return text;
  }

  private textOf(block: Uint8Array, ended: boolean): string {
    const bytes = this.rest.length === 0 ? block : joinBytes(this.rest, block);
    if (this.step) return this.decodeBy(this.step, bytes, ended);
    if (bytes.length < HEAD && !ended) {
      this.rest = bytes.slice();
      return '';
    }
    const found = findEncoding(bytes);
    this.step = this.stepFor(found.encoding);
    return this.decodeBy(this.step, bytes.subarray(found.markLength), ended);
  }

  private decodeBy(step: Step, bytes: Uint8Array, ended: boolean): string {
    const start = this.followsChange ? this.findBehind(bytes, ended) : undefined;
    if (start?.isCertain) return this.decodeBefore(step, bytes, start);
    const { text, taken } = step(bytes.subarray(0, start?.from), ended);
    this.rest = bytes.slice(taken);
    if (ended && taken < bytes.length) this.hasInvalidBytes = true;
    return text;
  }

  private findBehind(bytes: Uint8Array, ended: boolean): TextBehind | undefined {
    return isUtf16(this.encoding)
      ? findBytesBehind(bytes, ended, this.encoding === 'utf-16be')
      : findUtf16Behind(bytes, ended);
  }

  private decodeBefore(step: Step, bytes: Uint8Array, { from, textFrom, encoding }: TextBehind): string {
    const { text } = step(bytes.subarray(0, from), true);
    this.step = this.stepFor(encoding, { ahead: text.length });
    this.rest = bytes.slice(textFrom);
    this.isBehindChange = true;
    return text;
  }

  /** `ahead`: units of the text that is being decoded which stand before the first one in that encoding. */
  private stepFor(encoding: Encoding, { isKnown = false, ahead = 0 } = {}): Step {
    this.encoding = encoding;
    if (this.units + ahead < this.headLength) this.encodingOfHead = encoding;
    if (isUtf16(encoding)) return (bytes, ended) => decodeUtf16(bytes, ended, encoding === 'utf-16be');
    if (encoding === 'utf-8-bom' || (encoding === 'utf-8' && isKnown)) return this.decodeUtf8;
    return encoding === 'utf-8' ? this.decodeAscii : this.pageStep(encoding);
  }

  private pageStep(page: CodePage): Step {
    if (!isDoubleByte(page)) {
      const decode = singleByteDecoder(page);
      return (bytes) => this.checked({ text: decode(bytes), taken: bytes.length });
    }
    const decode = doubleByteDecoder(page);
    return (bytes, ended) => this.checked(decode(bytes, ended));
  }

  /** No code page has the character that stands for what is none. */
  private checked(decoded: Decoded): Decoded {
    this.hasInvalidBytes ||= decoded.text.includes('\uFFFD');
    return decoded;
  }

  /** Nothing but ASCII has been seen. */
  private readonly decodeAscii: Step = (bytes, ended) => {
    const text = tryUtf8(bytes, false);
    if (text?.length === bytes.length) return { text, taken: bytes.length };
    const wide = bytes.findIndex((byte) => byte >= 0x80);
    const isWide = isUtf8(bytes.subarray(wide), ended);
    const ascii = tryUtf8(bytes.subarray(0, wide), false) ?? '';
    if (isWide === undefined) return { text: ascii, taken: wide };
    const step = isWide ? this.decodeUtf8 : this.stepFor(this.fallback, { ahead: wide });
    this.step = step;
    const rest = step(bytes.subarray(wide), ended);
    return { text: ascii + rest.text, taken: wide + rest.taken };
  };

  private readonly decodeUtf8: Step = (bytes, ended) => {
    const taken = ended ? bytes.length : bytes.length - incompleteEnd(bytes);
    const whole = bytes.subarray(0, taken);
    const text = tryUtf8(whole, this.wasWide);
    if (text === undefined) {
      this.hasInvalidBytes = true;
      return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole), taken };
    }
    // Every character beyond ASCII takes more bytes than UTF-16 units.
    this.wasWide = text.length !== taken;
    return { text, taken };
  };
}

function findEncoding(bytes: Uint8Array): { encoding: Encoding; markLength: number } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8-bom', markLength: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markLength: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markLength: 2 };
  return { encoding: utf16WithoutMark(bytes.subarray(0, HEAD)) ?? 'utf-8', markLength: 0 };
}
