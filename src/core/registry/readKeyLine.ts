import { skipBlanks, withoutBlanks } from './blanks';
import { KEY, KEY_DELETION, WITHOUT_EFFECT } from './entries';
import { MAX_KEY_NAME, cleanKeyPath, hasFullRoot, hasShortRoot, withFullRoot } from './keyPath';
import { type Reading, fault, faultAbout, ignoreLines } from './reading';

const MINUS = 45;
const CLOSING = 93;
const SEMICOLON = 59;

/** Reads `[path]` or `[-path]`, which starts at `start`; the line ends at `end`. */
export function readKeyLine(reading: Reading, start: number, end: number): void {
  const { text } = reading;
  const closing = lastClosing(text, start + 1, end);
  const inside = skipBlanks(text, start + 1, end);
  if (closing < 0) {
    ignoreLines(reading, start, withoutBlanks(text, start, end), faultAbout(text, 'key-not-closed', start, end));
  } else if (inside > start + 1) {
    ignoreLines(reading, start, closing + 1, fault('key-starts-blank', start + 1, inside));
  } else {
    if (text.charCodeAt(start + 1) === MINUS) readDeletion(reading, start, closing);
    else readKey(reading, start, closing);
    checkRest(reading, closing + 1, end);
  }
}

function readKey(reading: Reading, start: number, closing: number): void {
  const { text, table, repeated } = reading;
  const path = text.slice(start + 1, closing);
  reading.hasKey = hasFullRoot(path);
  if (reading.hasKey) {
    repeated.openKey(cleanKeyPath(path), table.count);
    checkNames(reading, start + 1, closing);
  } else {
    reportRoot(reading, start + 1, path);
  }
  const tag = reading.hasKey ? KEY : KEY | WITHOUT_EFFECT;
  table.add({ tag, start, nameEnd: closing, dataStart: start + 1, end: closing + 1, type: 0 });
}

/** Values below a deletion go nowhere. */
function readDeletion(reading: Reading, start: number, closing: number): void {
  const { text, table, problems, repeated } = reading;
  const from = start + 2;
  const path = text.slice(from, closing);
  const isRoot = !cleanKeyPath(path).includes('\\');
  const isEffective = hasFullRoot(path) && !isRoot;
  reading.hasKey = false;
  const blank = skipBlanks(text, from, closing);
  if (blank > from) problems.add('key-deletion-blank', 'ignored', { start: from, end: blank });
  else if (!hasFullRoot(path)) reportRoot(reading, from, path);
  else if (isRoot) problems.add('key-root-deletion', 'ignored', { start: from, end: closing });
  else problems.add('key-deleted', 'taken', { start, end: closing + 1 }, { detail: cleanKeyPath(path) });
  if (isEffective) repeated.forget();
  const tag = isEffective ? KEY_DELETION : KEY_DELETION | WITHOUT_EFFECT;
  table.add({ tag, start, nameEnd: closing, dataStart: from, end: closing + 1, type: 0 });
}

function reportRoot({ problems }: Reading, from: number, path: string): void {
  const code = hasShortRoot(path) ? 'key-short-root' : 'key-unknown-root';
  const firstPart = path.indexOf('\\');
  const end = from + (firstPart < 0 ? path.length : firstPart);
  const better = withFullRoot(path);
  problems.add(code, 'ignored', { start: from, end }, better === undefined ? {} : { detail: better });
}

function checkNames({ text, problems }: Reading, from: number, to: number): void {
  if (to - from <= MAX_KEY_NAME) return;
  for (let at = from; at < to;) {
    const found = text.indexOf('\\', at);
    const end = found < 0 || found > to ? to : found;
    if (end - at > MAX_KEY_NAME) problems.add('key-name-too-long', 'uncertain', { start: at, end });
    at = end + 1;
  }
}

/** What stands behind the last `]` is not read. */
function checkRest({ text, problems }: Reading, from: number, lineEnd: number): void {
  const at = skipBlanks(text, from, lineEnd);
  if (at === lineEnd || text.charCodeAt(at) === SEMICOLON) return;
  const end = withoutBlanks(text, at, lineEnd);
  problems.add('key-text-after', 'taken', { start: at, end });
}

/** A path may hold `]`, so the last one of the line closes it. */
function lastClosing(text: string, from: number, end: number): number {
  for (let at = end - 1; at >= from; at--) {
    if (text.charCodeAt(at) === CLOSING) return at;
  }
  return -1;
}
