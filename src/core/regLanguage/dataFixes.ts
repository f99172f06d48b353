import {
  REG_QWORD,
  type RegDocument,
  type RegProblem,
  type RegValue,
  itemAt,
  quote,
  writtenBytes,
} from '../registry/index';
import { bytesFor, zeroBytes } from './bytesText';
import { type RegFix, type TextEdit, insert, possible, preferred, replace } from './textEdit';

/** Ways to data that is of the type that it should be of. */
export function dataFixes(document: RegDocument, problem: RegProblem): readonly RegFix[] {
  const { text } = document;
  const { code, span } = problem;
  switch (code) {
    case 'data-unknown':
      return knownData(document, span.start, text.slice(span.start, span.end));
    case 'type-case':
      return [preferred('correct-type', [replace(span, text.slice(span.start, span.end).toLowerCase())])];
    case 'type-number':
      return correctType(text, span);
    case 'dword-digits':
      return dwordDigits(text, span);
    case 'dword-too-long':
      return longDword(document, span);
    case 'byte-count':
      return wholeNumber(document, span);
    case 'byte-count-odd':
      return [preferred('fill-bytes', [insert(lastByteEnd(text, span), ',00')])];
    case 'terminator-missing':
      return [preferred('add-terminator', [terminator(document, span)])];
    case 'terminator-single':
      return [
        preferred('add-terminator', [
          insert(lastByteEnd(text, span), document.header.version === 5 ? ',00,00' : ',00'),
        ]),
      ];
    default:
      return [];
  }
}

/** `=1`, `=text`, `=qword:1`, `='text'`. */
function knownData(document: RegDocument, start: number, written: string): RegFix[] {
  const span = { start, end: start + written.length };
  const qword = /^qword:(?:0x)?([0-9a-f]{1,16})$/i.exec(written)?.[1];
  if (qword !== undefined) return [preferred('as-qword', [replace(span, qwordText(document, qword))])];
  const fixes = [possible('as-string', [replace(span, quote(written.replace(/^'(.*)'$/, '$1').replace(/"/g, '')))])];
  const number = /^(?:0x([0-9a-f]{1,8})|(\d{1,10}))$/i.exec(written);
  const value = number ? Number(number[1] === undefined ? number[2] : `0x${number[1]}`) : NaN;
  if (value <= 0xffffffff) fixes.unshift(possible('as-dword', [replace(span, dwordText(value))]));
  return fixes;
}

export function dwordText(value: number): string {
  return `dword:${value.toString(16).padStart(8, '0')}`;
}

function qwordText(document: RegDocument, digits: string): string {
  const pairs = digits.padStart(16, '0').match(/../g) ?? [];
  const bytes = Uint8Array.from(pairs.reverse(), (pair) => parseInt(pair, 16));
  return bytesFor(document, '', REG_QWORD, bytes);
}

function correctType(text: string, span: RegProblem['span']): RegFix[] {
  const digits = /^hex\(\s*(?:0x)?0*([0-9a-f]{1,8})\s*\)/i.exec(text.slice(span.start, span.end))?.[1];
  return digits === undefined ? [] : [preferred('correct-type', [replace(span, `hex(${digits.toLowerCase()})`)])];
}

function dwordDigits(text: string, span: RegProblem['span']): RegFix[] {
  const written = text.slice(span.start, span.end);
  if (written === '') return [possible('set-empty', [insert(span.start, '00000000')])];
  const digits = /^0x([0-9a-f]{1,8})$/i.exec(written)?.[1];
  return digits === undefined ? [] : [preferred('remove-prefix', [replace(span, digits.padStart(8, '0'))])];
}

/** Zeros too many, or a number that needs 64 bits. */
function longDword(document: RegDocument, span: RegProblem['span']): RegFix[] {
  const { text } = document;
  const digits = text.slice(span.start, span.end).replace(/^0+/, '');
  if (digits.length <= 8) return [preferred('correct-type', [replace(span, digits.padStart(8, '0'))])];
  if (digits.length > 16) return [];
  const start = text.lastIndexOf('dword:', span.start);
  return [possible('as-qword', [replace({ start, end: span.end }, qwordText(document, digits))])];
}

/** Fills a number that is too short, cuts zeros off one that is too long; else it is no number. */
function wholeNumber(document: RegDocument, span: RegProblem['span']): RegFix[] {
  const value = hexValueAt(document, span.start);
  if (!value) return [];
  const bytes = writtenBytes(document, value);
  const size = value.type === REG_QWORD ? 8 : 4;
  const asBinary = possible('as-binary', [replace(value.typeSpan, 'hex')]);
  if (bytes.length > size && bytes.subarray(size).some((byte) => byte !== 0)) return [asBinary];
  const kept = new Uint8Array(size);
  kept.set(bytes.subarray(0, size));
  const whole = { start: value.typeSpan.start, end: value.dataSpan.end };
  const kind = bytes.length < size ? 'fill-bytes' : 'cut-bytes';
  return [possible(kind, [replace(whole, bytesFor(document, '', value.type, kept))], String(size)), asBinary];
}

function terminator(document: RegDocument, span: RegProblem['span']): TextEdit {
  const value = hexValueAt(document, span.start);
  const unit = document.header.version === 5 ? 2 : 1;
  return insert(lastByteEnd(document.text, span), `,${zeroBytes(value?.type === 7 ? unit * 2 : unit)}`);
}

function hexValueAt(document: RegDocument, offset: number): RegValue | undefined {
  const item = itemAt(document, offset);
  return item?.kind === 'value' ? item : undefined;
}

/** The bytes may end in a comma, and in a backslash at the end of the file. */
function lastByteEnd(text: string, span: RegProblem['span']): number {
  let end = span.end;
  while (end > span.start && !/[0-9a-f]/i.test(text.charAt(end - 1))) end--;
  return end;
}
