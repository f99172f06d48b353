import type { MessageTemplate } from '../records/messageTemplate';
import { isCodeText } from './code';
import { checkId, checkList, checkObject, checkRecord, checkText, inside, report, type Unchecked } from './checkedJson';
import { checkEventId } from './loadSample';
import type { ProviderAliases } from './provider';
import type { CodeTable } from './rule';

/** Message texts of providers: a list of `{ provider, eventId, text, source }`, where the id may be null. `source` says who published it. */
export function loadMessageTemplates(at: Unchecked): readonly MessageTemplate[] {
  return checkList(at, (item) => {
    const fields = checkObject(item, ['provider', 'eventId', 'text', 'source']);
    const eventId = fields.field('eventId');
    checkText(fields.field('source'));
    return {
      provider: checkText(fields.field('provider')),
      eventId: eventId.value === null ? null : checkEventId(eventId),
      text: checkText(fields.field('text')),
    };
  });
}

/** Other names of providers: an object from the name in the event schema to a list of them. */
export function loadProviderAliases(at: Unchecked): ProviderAliases {
  const aliases = new Map<string, string>();
  for (const [provider, value] of checkRecord(at)) {
    checkList(inside(at, provider, value), (item) => {
      const alias = checkText(item).toLowerCase();
      if (aliases.has(alias) || alias === provider.toLowerCase()) report(item, 'names a provider already');
      aliases.set(alias, provider);
    });
  }
  return aliases;
}

/** Ids of rules that are no more. */
export function loadRetiredIds(at: Unchecked): readonly string[] {
  return checkList(at, checkId);
}

/** What the catalogue itself says of codes: an object from `0x4005` to `{ text, certain }`. */
export function loadCodeNotes(at: Unchecked): CodeTable['notes'] {
  return loadByCode(at, (item) => {
    const fields = checkObject(item, ['text', 'certain']);
    const certain = fields.field('certain');
    if (typeof certain.value !== 'boolean') report(certain, 'expected true or false');
    return { text: checkText(fields.field('text')), certain: certain.value === true };
  });
}

/** Names of codes: an object from `0xC0000374` to `STATUS_HEAP_CORRUPTION`. `$source` says where they come from. */
export function loadCodeNames(at: Unchecked): ReadonlyMap<number, string> {
  return loadByCode(at, checkText);
}

function loadByCode<T>(at: Unchecked, load: (at: Unchecked) => T): ReadonlyMap<number, T> {
  const table = new Map<number, T>();
  for (const [code, value] of checkRecord(at)) {
    if (code === '$source') continue;
    const item = inside(at, code, value);
    if (isCodeText(code)) table.set(Number(code), load(item));
    else report(item, 'expected a code such as 0xC0000374, in capitals');
  }
  return table;
}
