import type { RegDocument } from '../registry/index';
import { LineCounter } from '../text/lineCounter';
import type { Range } from '../text/span';
import { jsonRange } from './jsonReport';
import type { DiagnosticSeverity } from './diagnosticText';
import { count } from './names';
import type { RegDiagnostic } from './regDiagnostics';
import { visible } from './visibleText';

/** What was found in one file. */
export interface CheckedReg {
  readonly path: string;
  readonly document: RegDocument;
  readonly diagnostics: readonly RegDiagnostic[];
}

/** `pxe.reg:3:2: error: ... [reg-key-short-root]`, one line for each problem, and a sum at the end. */
export function renderRegCheck(files: readonly CheckedReg[]): string {
  const lines = files.flatMap(({ path, document, diagnostics }) => {
    const ranges = rangesOf(document.text, diagnostics);
    return diagnostics.map(({ severity, message, code }, index) => {
      const place = (ranges[index] ?? NOWHERE).start;
      return `${visible(path)}:${place.line + 1}:${place.column + 1}: ${severity}: ${message} [${code.value}]`;
    });
  });
  return [...lines, sumOf(files), ''].join('\n');
}

/** The same for programs; lines and columns from 1. */
export function regCheckJson(files: readonly CheckedReg[]): unknown {
  return {
    schemaVersion: 1,
    files: files.map(({ path, document, diagnostics }) => {
      const ranges = rangesOf(document.text, diagnostics);
      return {
        path,
        isImported: document.isImported,
        problemCount: document.problemCount,
        problems: diagnostics.map(({ severity, message, code, fixes }, index) => ({
          code: code.value,
          severity,
          message,
          ...jsonRange(ranges[index] ?? NOWHERE),
          ...(code.target !== undefined && { article: code.target }),
          isRepairable: fixes().length > 0,
        })),
      };
    }),
  };
}

/** Whether something is worse than a remark. */
export function isRegFaulty({ diagnostics }: CheckedReg): boolean {
  return diagnostics.some(({ severity }) => severity === 'error' || severity === 'warning');
}

const NOWHERE: Range = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

/** In one pass over the text, as the diagnostics are in its order. */
function rangesOf(text: string, diagnostics: readonly RegDiagnostic[]): readonly Range[] {
  const lines = new LineCounter();
  const window = { text, base: 0, ended: true };
  return diagnostics.map(({ span }) => {
    lines.advance(window, span.start);
    return lines.rangeOf(window, span);
  });
}

function sumOf(files: readonly CheckedReg[]): string {
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  const parts = (['error', 'warning', 'information'] satisfies DiagnosticSeverity[]).map((severity) => {
    const number = all.filter((each) => each.severity === severity).length;
    return severity === 'information' ? count(number, 'remark') : count(number, severity);
  });
  return `${count(files.length, 'file')}: ${parts.join(', ')}.`;
}
