import type { RegCompletion } from '../regLanguage/index';
import { escapeMarkdown } from './escape';
import { articleLink } from './link';
import { serverName } from './regDiagnostics';

const TYPES: Readonly<Record<string, string>> = {
  REG_SZ: 'text',
  REG_DWORD: '32-bit number, in hexadecimal digits',
  REG_BINARY: 'bytes',
  REG_NONE: 'no type',
  REG_EXPAND_SZ: 'text with %variables%, as bytes of UTF-16',
  REG_MULTI_SZ: 'several texts, as bytes of UTF-16',
  REG_QWORD: '64-bit number, as eight bytes, the low one first',
};

/** What is shown beside a completion, and Markdown for who wants to know more. */
export function regCompletionText(completion: RegCompletion): { readonly detail: string; readonly markdown: string } {
  const { key, value } = completion;
  const references = value?.references ?? key?.references ?? [];
  const text = value?.text ?? key?.text ?? '';
  return {
    detail: detailOf(completion),
    markdown: [escapeMarkdown(text), references.map(articleLink).join(' · ')]
      .filter((part) => part !== '')
      .join('\n\n'),
  };
}

function detailOf({ kind, label, key, value, type, number }: RegCompletion): string {
  switch (kind) {
    case 'data':
      return numberText(value, number);
    case 'value':
      return label === '@' ? 'default value of the key' : (value?.type ?? '');
    case 'type':
      return type === undefined ? 'delete the value' : `${type}: ${TYPES[type] ?? ''}`;
    default:
      return key?.readBy ? serverName(key.readBy) : '';
  }
}

function numberText(value: RegCompletion['value'], number: number | undefined): string {
  if (!value || number === undefined) return '';
  const { expected, default: usual, meanings, unit } = value;
  const counted = unit === undefined ? String(number) : `${number} ${unit}`;
  if (number === expected) return `${counted}: what the workaround sets`;
  return meanings.get(number) ?? (number === usual ? `${counted}: the default` : counted);
}
