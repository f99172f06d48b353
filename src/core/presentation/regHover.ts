import type { KnownKeys } from '../regLanguage/index';
import {
  type RegDocument,
  type RegKey,
  type RegValue,
  dataOf,
  decodeData,
  foldName,
  itemAt,
  keyAbove,
  pathParts,
} from '../registry/index';
import type { KnownKey, KnownValue } from '../rules/knownRegistry';
import type { Reference } from '../rules/rule';
import type { Span } from '../text/span';
import { escapeMarkdown, inlineCode } from './escape';
import { articleLink } from './link';
import { regDataText } from './regDataText';
import { serverName } from './regDiagnostics';
import { regReadings } from './regReadings';

/** Markdown about a place of a registry file, and the place. */
export interface RegHover {
  readonly span: Span;
  readonly markdown: string;
}

/** Strings of a REG_MULTI_SZ that are listed. */
const MOST_STRINGS = 20;

const REDIRECTION: Reference = {
  title: 'Registry redirector',
  url: 'https://learn.microsoft.com/windows/win32/winprog64/registry-redirector',
};

const ROOTS: Readonly<Record<string, string>> = {
  HKEY_LOCAL_MACHINE: 'settings of this computer',
  HKEY_CURRENT_USER: 'settings of the user who imports the file',
  HKEY_CLASSES_ROOT: 'file types and COM classes, of the computer and of the user together',
  HKEY_USERS: 'settings of all users that are loaded',
  HKEY_CURRENT_CONFIG: 'the hardware profile in use',
};

/** What a key or a value at an offset is and means; undefined where there is neither. */
export function regHover(document: RegDocument, offset: number, known: KnownKeys): RegHover | undefined {
  const item = itemAt(document, offset);
  if (!item) return undefined;
  const blocks = 'path' in item ? keyBlocks(item, known) : valueBlocks(document, item, known);
  return { span: item.span, markdown: blocks.filter((block) => block !== '').join('\n\n') };
}

function keyBlocks(key: RegKey, known: KnownKeys): string[] {
  const keys = known.keysOf(key.path);
  const references = keys.flatMap((each) => each.references);
  const deletion = key.kind === 'key-deletion' ? 'Deletes the key with all its values and all keys below it.' : '';
  return [
    inlineCode(key.path),
    deletion,
    ...keys.map((each) => keyText(each)),
    keys.length === 0 ? rootText(key.path) : '',
    viewText(key.path),
    linksTo(references),
  ];
}

function keyText({ text, readBy }: KnownKey): string {
  return readBy ? `${escapeMarkdown(text)} *Read by ${serverName(readBy)}.*` : escapeMarkdown(text);
}

function rootText(path: string): string {
  const [root = ''] = pathParts(path);
  const text = ROOTS[root];
  return text === undefined ? '' : `${inlineCode(root)}: ${text}.`;
}

/** Which view of the registry a path is in, on 64-bit Windows. */
function viewText(path: string): string {
  const parts = pathParts(path);
  const [root, first, second] = [parts[0], foldName(parts[1] ?? ''), foldName(parts[2] ?? '')];
  if (root !== 'HKEY_LOCAL_MACHINE' || first !== 'software') return '';
  if (second === 'wow6432node') {
    const seen = ['HKEY_LOCAL_MACHINE', parts[1], ...parts.slice(3)].join('\\');
    return `**32-bit view**: there on 64-bit Windows only; 32-bit programs see it as ${inlineCode(seen)}.`;
  }
  const other = [root, parts[1], 'Wow6432Node', ...parts.slice(2)].join('\\');
  return (
    `**64-bit view** on 64-bit Windows: 32-bit programs use ${inlineCode(other)} instead, ` +
    `unless Windows shares the key between both (${articleLink(REDIRECTION)}).`
  );
}

function valueBlocks(document: RegDocument, value: RegValue, known: KnownKeys): string[] {
  const path = keyAbove(document, value.entry)?.path ?? '';
  const found = known.valueOf(path, value.name);
  const name = value.name === '' ? 'Default value' : `**${escapeMarkdown(value.name)}**`;
  const data = value.kind === 'value' ? dataBlocks(document, value, found?.value) : [`${name} is deleted.`];
  return [
    value.kind === 'value' ? name : '',
    ...data,
    value.isEffective ? '' : '*An import ignores this line.*',
    ...(found ? knownBlocks(found.key, found.value) : []),
  ];
}

function dataBlocks(document: RegDocument, value: RegValue, known: KnownValue | undefined): string[] {
  const data = dataOf(document, value);
  const decoded = decodeData(data);
  const strings = decoded.kind === 'multi-string' ? decoded.strings : [];
  const meaning = decoded.kind === 'dword' ? known?.meanings.get(decoded.value) : undefined;
  const negative = decoded.kind === 'dword' && decoded.value > 0x7fffffff ? ` (signed ${decoded.value | 0})` : '';
  const readings = regReadings(data, value.name).map((reading) => `\\\n${escapeMarkdown(reading)}`);
  const line = `${inlineCode(regDataText(data))}${negative}${meaning === undefined ? '' : `: ${escapeMarkdown(meaning)}`}`;
  return [line + readings.join(''), strings.length > 1 ? stringList(strings) : ''];
}

function stringList(strings: readonly string[]): string {
  const shown = strings.slice(0, MOST_STRINGS).map((text, index) => `${index + 1}. ${inlineCode(text)}`);
  const more = strings.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

function knownBlocks(key: KnownKey, value: KnownValue): string[] {
  const { text, unit, range, expected, meanings } = value;
  const counted = unit === undefined ? '' : ` ${unit}`;
  const usual = value.default;
  const facts = [
    value.type,
    usual === undefined ? '' : `default ${usual}${counted}`,
    range ? `${range.least} to ${range.most}${counted}` : '',
    expected === undefined ? '' : `the workaround sets ${expected}`,
  ].filter((fact) => fact !== undefined && fact !== '');
  const numbers = [...meanings].map(([number, meaning]) => `${number}: ${escapeMarkdown(meaning)}`);
  return [
    escapeMarkdown(text),
    facts.join(' · '),
    numbers.join(' · '),
    key.readBy ? `*Read by ${serverName(key.readBy)}.*` : '',
    linksTo(value.references.length > 0 ? value.references : key.references),
  ];
}

function linksTo(references: readonly Reference[]): string {
  return references.map(articleLink).join(' · ');
}
