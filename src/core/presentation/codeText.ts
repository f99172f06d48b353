import type { CodeTable } from '../rules/rule';

/**
 * Where a code stands decides which table names it: the exception code of a crash, the error of a service (`%%N`: a
 * Win32 error or an HRESULT), the number a service made up for itself, or any other code.
 */
export type CodeKind = 'exception' | 'system' | 'service' | 'any';

/** An unsigned 32-bit code of an event. */
export interface EventCode {
  readonly kind: CodeKind;
  readonly value: number;
}

const KIND_WORDS: Readonly<Record<CodeKind, string>> = {
  exception: 'Exception code',
  system: 'Error code',
  service: 'Service-specific error',
  any: 'Code',
};

/** Facilities of WDS with a public name (winerror.h: FACILITY_WDSTPTMGMT, FACILITY_WDSMCSERVER, FACILITY_WDSMCCLIENT). */
const WDS_FACILITIES: ReadonlyMap<number, string> = new Map([
  [0x110, 'transport management'],
  [0x121, 'multicast server'],
  [0x122, 'multicast client'],
]);

/** `0xC0000374 STATUS_HEAP_CORRUPTION`, `0xC1030136`: for a row or a sentence. */
export function renderCode(code: EventCode, codes: CodeTable): string {
  const name = codeName(code, codes);
  return name ? `${hex(code.value)} ${name}` : hex(code.value);
}

/** One or two sentences on a code: what kind it is, its name, what the catalogue says of it. */
export function explainCode(code: EventCode, codes: CodeTable): string {
  const note = codes.notes.get(code.value);
  const name = codeName(code, codes);
  const head = `${KIND_WORDS[code.kind]} ${number(code)}${name ? ` ${name}` : ''}`;
  if (note) return `${head}: ${note.text}`;
  return name ? `${head}.` : `${head}: ${wdsComponent(code.value)}no public meaning known.`;
}

/** `0xC0000374`, `0x5`: upper-case digits without leading zeros. */
export function hex(value: number): string {
  return `0x${value.toString(16).toUpperCase()}`;
}

/** The symbolic name that the tables give a code, if any. */
export function codeName(code: EventCode, codes: CodeTable): string | undefined {
  const { value } = code;
  const inHresults = codes.hresult.get(value) ?? win32InHresult(value, codes);
  const inStatuses = codes.ntstatus.get(value);
  if (code.kind === 'exception') return inStatuses ?? inHresults;
  if (value > 0xffff) return inHresults ?? inStatuses;
  return code.kind === 'service' ? undefined : codes.win32.get(value);
}

/** 0x8007000E carries the Win32 error 14 in its low word. */
function win32InHresult(value: number, codes: CodeTable): string | undefined {
  return Math.floor(value / 0x10000) === 0x8007 ? codes.win32.get(value % 0x10000) : undefined;
}

/** Services and Win32 count their errors in decimal. */
function number(code: EventCode): string {
  return code.value <= 0xffff && code.kind !== 'exception' ? `${code.value} (${hex(code.value)})` : hex(code.value);
}

/** 0xC1xxyyyy: that these come from parts of WDS is known, of most parts not even the name. */
function wdsComponent(value: number): string {
  const facility = Math.floor(value / 0x10000) - 0xc000;
  if (facility < 0x100 || facility > 0x12f) return '';
  const name = WDS_FACILITIES.get(facility);
  return `an error of a WDS component (${name ? `${name}, ` : ''}facility ${hex(facility)}); `;
}
