import { groupBy } from '../lists/groupBy';
import { type FoldedText, foldWithOffsets } from '../text/foldedText';
import { type TemplateMatch, matchTemplate } from './matchTemplate';
import type { MessageTemplate } from './messageTemplate';
import { type TemplateParts, partsOf } from './templateParts';

/** Message templates made ready for comparing; made once for all records. */
export interface TemplateIndex {
  /** Keys in lower case. */
  readonly byProvider: ReadonlyMap<string, readonly TemplateParts[]>;
  /** By the first word of the template: nearly every text that is no known message is told by it. */
  readonly byFirstWord: ReadonlyMap<string, readonly TemplateParts[]>;
  /** Other names of providers, in lower case, to the name in the event schema. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Longest first word that is looked up. */
const LONGEST_WORD = 24;
/** A literal this long at the start of a text tells a message without the next one. */
const TELLING_LEAD = 40;
/** Units of a line that are looked at to see whether a message starts there. */
const LINE_START = 512;

/** Taking the templates of the catalogue apart costs more than reading a small file, and there is one catalogue for all files. */
const partsOfAll = new WeakMap<readonly MessageTemplate[], readonly TemplateParts[]>();

function partsOfEach(templates: readonly MessageTemplate[]): readonly TemplateParts[] {
  const known = partsOfAll.get(templates);
  const parts = known ?? templates.map(partsOf);
  if (!known) partsOfAll.set(templates, parts);
  return parts;
}

/** Makes templates ready for {@link withInsertionStrings} and {@link inferEvent}. */
export function indexTemplates(
  templates: readonly MessageTemplate[],
  aliases: ReadonlyMap<string, string> = new Map(),
): TemplateIndex {
  const all = partsOfEach(templates);
  return {
    byProvider: groupBy(all, ({ template }) => template.provider.toLowerCase()),
    byFirstWord: groupBy(all, ({ lead }) => firstWordOf(lead, 0, lead.length)),
    aliases,
  };
}

/** Templates of a provider, whose name is compared without case and with its other names. */
export function templatesOf(index: TemplateIndex, provider: string): readonly TemplateParts[] {
  const key = provider.trim().toLowerCase();
  return index.byProvider.get(index.aliases.get(key)?.toLowerCase() ?? key) ?? [];
}

/** Templates that a text may be made from, told by its first word. */
export function candidatesAt(index: TemplateIndex, text: string, from: number, to: number): readonly TemplateParts[] {
  const word = firstWordOf(text, from, to);
  return word === '' ? [] : (index.byFirstWord.get(word) ?? []);
}

/** Whether a known message seems to start at `from` of the line that ends at `to`; quick to say no. */
export function startsMessage(index: TemplateIndex, text: string, from: number, to: number): boolean {
  const candidates = candidatesAt(index, text, from, to);
  if (candidates.length === 0) return false;
  const line = foldWithOffsets(text, from, Math.min(to, from + LINE_START)).text;
  return candidates.some((parts) => startsLikely(line, parts));
}

function startsLikely(line: string, { lead, gaps }: TemplateParts): boolean {
  if (!line.startsWith(lead)) return line.length >= TELLING_LEAD && lead.startsWith(line);
  return lead.length >= TELLING_LEAD || line.includes(gaps[0]?.firstLine ?? '', lead.length);
}

/** The template that fits best: whole before cut off, then the one that says most. */
export function bestMatches(folded: FoldedText, candidates: readonly TemplateParts[]): readonly TemplateMatch[] {
  let best: TemplateMatch[] = [];
  for (const parts of candidates) {
    const match = matchTemplate(folded, parts);
    if (!match) continue;
    const order = compareMatches(match, best[0]);
    if (order > 0) best = [match];
    else if (order === 0) best.push(match);
  }
  return best;
}

function compareMatches(match: TemplateMatch, best: TemplateMatch | undefined): number {
  if (!best) return 1;
  if (match.isComplete !== best.isComplete) return match.isComplete ? 1 : -1;
  return match.weight - best.weight;
}

function firstWordOf(text: string, from: number, to: number): string {
  const end = Math.min(to, from + LONGEST_WORD);
  let at = from;
  while (at < end && text.charCodeAt(at) > 32) at++;
  return text.slice(from, at).toLowerCase();
}
