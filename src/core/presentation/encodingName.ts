import { type CodePage, codePageNamed, codePageNumbers } from '../text/encoding';
import { plain } from './visibleText';

const UNICODE: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'UTF-8'],
  ['utf-8-bom', 'UTF-8 with BOM'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
]);

/** What the text of a code page is written in. */
const REGIONS: Readonly<Record<CodePage, string>> = {
  ibm437: 'United States',
  ibm737: 'Greek',
  ibm775: 'Baltic',
  ibm850: 'Western Europe',
  ibm852: 'Central Europe',
  ibm855: 'Cyrillic',
  ibm857: 'Turkish',
  ibm858: 'Western Europe with euro sign',
  ibm860: 'Portuguese',
  ibm861: 'Icelandic',
  ibm863: 'French of Canada',
  ibm865: 'Nordic',
  ibm866: 'Russian',
  'windows-874': 'Thai',
  'windows-1250': 'Central Europe',
  'windows-1251': 'Cyrillic',
  'windows-1252': 'Western Europe',
  'windows-1253': 'Greek',
  'windows-1254': 'Turkish',
  'windows-1255': 'Hebrew',
  'windows-1256': 'Arabic',
  'windows-1257': 'Baltic',
  'windows-1258': 'Vietnamese',
  shift_jis: 'Japanese',
  gbk: 'Chinese, simplified',
  'euc-kr': 'Korean',
  big5: 'Chinese, traditional',
};

/** `utf-16le` as `UTF-16 LE`; an encoding that is not known by name is shown as it is. */
export function encodingName(encoding: string): string {
  const name = encoding.toLowerCase();
  const page = codePageNamed(name);
  return UNICODE.get(name) ?? (page ? codePageName(page) : plain(encoding));
}

/** `Windows-1252`, `code page 850 (OEM)`. */
export function codePageName(page: CodePage): string {
  if (page.startsWith('windows-')) return page.replace('w', 'W');
  return `code page ${codePageNumbers.get(page) ?? page}${page.startsWith('ibm') ? ' (OEM)' : ''}`;
}

/** What is written in a code page: `Western Europe`. */
export function codePageRegion(page: CodePage): string {
  return REGIONS[page];
}
