import { foldWithOffsets } from '../text/foldedText';

/** Latin letters, digits and `_`: what makes a longer word of a name. Scripts without blanks (`Server服务`) do not. */
const WORD_UNIT = /[\p{Script=Latin}\p{N}_]/u;

/** A text as it is compared: lower case, white space of any kind and length made one blank, none at the ends. */
export function foldText(text: string): string {
  return foldWithOffsets(text).text;
}

/** Whether a folded name stands in a folded text and is not part of a longer word there. */
export function holdsWord(text: string, name: string): boolean {
  if (name === '') return false;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!isWordUnit(text[at - 1]) && !isWordUnit(text[at + name.length])) return true;
  }
  return false;
}

function isWordUnit(unit: string | undefined): boolean {
  return unit !== undefined && WORD_UNIT.test(unit);
}
