/** A mistake in the catalogue's data and its place. */
export interface CatalogueError {
  /** The file as it was named to the loader: `wds/kb-2510665.json`. */
  readonly file: string;
  /** Place in the JSON: `signs[3].condition.all[0].oneOf`; empty for the whole file. */
  readonly path: string;
  /** `expected a list of strings`. */
  readonly message: string;
}

/** `wds/kb-2510665.json: signs[3].eventIds[0]: expected a whole number from 0 to 65535`. */
export function renderCatalogueError({ file, path, message }: CatalogueError): string {
  return [file, path, message].filter((part) => part !== '').join(': ');
}

/**
 * A value of a JSON file that is still to be checked. The functions below check it, report what is wrong and go on with an
 * empty stand-in, so that one reading reports every mistake. Whoever reads discards the stand-ins of a file with errors.
 */
export interface Unchecked {
  readonly value: unknown;
  readonly file: string;
  readonly path: string;
  readonly errors: CatalogueError[];
}

export function report(at: Unchecked, message: string): void {
  at.errors.push({ file: at.file, path: at.path, message });
}

/** An object of which every field must be known, so that a misspelt optional field is not lost. */
export interface UncheckedObject {
  /** The field, missing or not: whatever checks it reports that it is missing. */
  field(name: string): Unchecked;
  /** The checked field if it is there. */
  optional<T>(name: string, check: (at: Unchecked) => T): T | undefined;
  has(name: string): boolean;
}

/** Reports fields that are not among `known`. */
export function checkObject(at: Unchecked, known: readonly string[]): UncheckedObject {
  const fields = checkRecord(at);
  for (const name of fields.keys()) {
    if (!known.includes(name)) report(inside(at, name, undefined), 'unknown field');
  }
  const field = (name: string): Unchecked => inside(at, name, fields.get(name));
  const has = (name: string): boolean => fields.get(name) !== undefined;
  return { field, has, optional: (name, check) => (has(name) ? check(field(name)) : undefined) };
}

/** An object with fields of any name. */
export function checkRecord(at: Unchecked): ReadonlyMap<string, unknown> {
  const { value } = at;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return new Map(Object.entries(value));
  report(at, 'expected an object');
  return new Map();
}

export function checkList<T>(at: Unchecked, check: (at: Unchecked) => T): readonly T[] {
  const { value } = at;
  if (!Array.isArray(value)) {
    report(at, 'expected a list');
    return [];
  }
  const items: readonly unknown[] = value;
  return items.map((item, index) => check(placed(at, item, `${at.path}[${index}]`)));
}

/** A list with something in it. */
export function checkFilledList<T>(at: Unchecked, check: (at: Unchecked) => T): readonly T[] {
  if (Array.isArray(at.value) && at.value.length === 0) report(at, 'must not be empty');
  return checkList(at, check);
}

/** A string with something in it. */
export function checkText(at: Unchecked): string {
  const text = checkString(at);
  if (at.value === '') report(at, 'must not be empty');
  return text;
}

/** A string, which may be empty. */
export function checkString(at: Unchecked): string {
  if (typeof at.value === 'string') return at.value;
  report(at, at.value === undefined ? 'missing, expected a string' : 'expected a string');
  return '';
}

/** Not empty, as an empty list of texts to compare with would never hold. */
export function checkTexts(at: Unchecked): readonly string[] {
  if (Array.isArray(at.value)) return checkFilledList(at, checkText);
  report(at, 'expected a list of strings');
  return [];
}

/** A mark that is there or not: `false` would say nothing. */
export function checkTrue(at: Unchecked): true {
  if (at.value !== true) report(at, 'expected true');
  return true;
}

export function checkInteger(at: Unchecked, least: number, most: number): number {
  const { value } = at;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  report(at, `expected a whole number from ${least} to ${most}`);
  return least;
}

/** One of a few strings. */
export function checkOneOf<T extends string>(at: Unchecked, choices: readonly [T, ...T[]]): T {
  const choice = choices.find((one) => one === at.value);
  if (choice === undefined) report(at, `expected one of ${choices.join(', ')}`);
  return choice ?? choices[0];
}

/** A string of a stated form. */
export function checkForm(at: Unchecked, form: RegExp, description: string): string {
  const text = checkText(at);
  if (text !== '' && !form.test(text)) report(at, `expected ${description}`);
  return text;
}

/** `kb-2510665`. */
export function checkId(at: Unchecked): string {
  return checkForm(at, /^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id in kebab-case');
}

/** The field of an object, for whoever walks over {@link checkRecord}. */
export function inside(at: Unchecked, name: string, value: unknown): Unchecked {
  return placed(at, value, at.path === '' ? name : `${at.path}.${name}`);
}

/** Made for every value of every file at start-up, hence without spreading. */
function placed({ file, errors }: Unchecked, value: unknown, path: string): Unchecked {
  return { value, file, path, errors };
}
