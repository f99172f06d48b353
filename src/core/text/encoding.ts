import codePages from './codePages.json';

/**
 * Code pages of Windows in which every byte is a character. The tables hold the characters of the bytes 0x80 to 0xFF.
 *
 * Source: the mapping tables of vendors at unicode.org, as Python 3 has them. A byte that a table leaves open is the control
 * character of that number below 0xA0, as Windows has it, else U+FFFD. They are all here because `TextDecoder` knows no OEM
 * page but 866, and differs between hosts: Windows-1252 is Latin-1 in some versions of Node.
 */
export type SingleBytePage = keyof typeof codePages;

/** The code pages 932, 936, 949 and 950. */
export type DoubleBytePage = 'shift_jis' | 'gbk' | 'euc-kr' | 'big5';

/** What a file may be in that says of itself neither UTF-8 nor UTF-16. */
export type CodePage = SingleBytePage | DoubleBytePage;

/** Names as Node, browsers and IANA know them. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | CodePage;

/** What bytes may be in that are passed over undecoded: `ascii` is what every encoding that knows no UTF-16 may start with. */
export type PassedEncoding = 'ascii' | 'utf-8' | 'utf-16le' | 'utf-16be';

/** Numbers of Windows for the pages whose name does not end with it. */
const DOUBLE_BYTE_NUMBERS: Readonly<Record<DoubleBytePage, number>> = {
  shift_jis: 932,
  gbk: 936,
  'euc-kr': 949,
  big5: 950,
};

/** Every code page, by name, with its number as `chcp` tells it. */
export const codePageNumbers: ReadonlyMap<CodePage, number> = new Map<CodePage, number>([
  ...singleBytePages().map((page): [CodePage, number] => [page, Number(/^\D*(\d{3,4})$/.exec(page)?.[1])]),
  ...doubleBytePages().map((page): [CodePage, number] => [page, DOUBLE_BYTE_NUMBERS[page]]),
]);

const pageOfNumber = new Map([...codePageNumbers].map(([page, number]) => [number, page]));

/** The code page of a name or a number: `windows-1252`, `ibm850`, `850`, `cp850`, `windows1252`. */
export function codePageNamed(text: string): CodePage | undefined {
  const plain = text.trim().toLowerCase();
  const number = /^(?:cp|ibm|oem|windows)?[-_ ]?(\d{3,4})$/.exec(plain)?.[1];
  if (number !== undefined) return pageOfNumber.get(Number(number));
  return doubleBytePages().find((page) => page === plain || page.replace(/[-_]/, '') === plain);
}

/** Whether the page is one of those whose characters have a byte or two. */
export function isDoubleByte(page: Encoding): page is DoubleBytePage {
  return page in DOUBLE_BYTE_NUMBERS;
}

/** The 128 characters of the bytes from 0x80. */
export function upperCharacters(page: SingleBytePage): string {
  return codePages[page];
}

function singleBytePages(): readonly SingleBytePage[] {
  return Object.keys(codePages) as SingleBytePage[];
}

function doubleBytePages(): readonly DoubleBytePage[] {
  return Object.keys(DOUBLE_BYTE_NUMBERS) as DoubleBytePage[];
}
