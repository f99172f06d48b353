import { foldWord } from './foldWord';
import type { EventLabel, Language, ListColumn, OldListColumn, SourcedWords } from './language';
import de from './de.json';
import en from './en.json';
import es from './es.json';
import fr from './fr.json';
import it from './it.json';
import ja from './ja.json';
import ko from './ko.json';
import pl from './pl.json';
import pt from './pt.json';
import ru from './ru.json';
import tr from './tr.json';
import zhCN from './zh-CN.json';
import zhTW from './zh-TW.json';

export type { EventLabel, Language, ListColumn, OldListColumn } from './language';

/** Number of a level as the tables have it. */
type LevelNumber = 0 | 1 | 2 | 3 | 4 | 5;

/** Every display language of which words are known; of Korean only those in times. A word has one meaning per kind in all of them together; a test sees to it. */
export const languages: readonly Language[] = [en, de, fr, es, pt, it, pl, tr, ru, ja, ko, zhCN, zhTW];

const listColumns = meanings(({ columns }) => columns);
const oldListColumns = meanings(({ oldColumns }) => oldColumns);
const labels = meanings((language) => language.labels);
const levels = meanings((language) => language.levels);
const halves = meanings(({ am, pm }) => ({ am, pm }));
const noValues = meanings(({ noValue }) => ({ noValue }));
const englishLevels = new Set(
  Object.values<SourcedWords>(en.levels).flatMap((words) => Object.keys(words).map(foldWord)),
);

/** What a column of that name holds in a list of Windows Vista or later: `Ereignis-ID` is `eventId`. */
export function listColumnNamed(name: string): ListColumn | undefined {
  return listColumns.get(foldWord(name));
}

/** What a column of that name holds in a list of Windows 2000, XP or 2003: `分类` is `taskCategory`. */
export function oldListColumnNamed(name: string): OldListColumn | undefined {
  return oldListColumns.get(foldWord(name));
}

/** What a label, given without its colon, names: `Имя журнала` is `logName`. */
export function labelNamed(label: string): EventLabel | undefined {
  return labels.get(foldWord(label));
}

/** The level that a word names, whatever the language: `Warnung` is 3, audits are 0. Undefined for any other word. */
export function levelNamed(word: string): LevelNumber | undefined {
  const level = levels.get(word) ?? levels.get(foldWord(word));
  return level === undefined ? undefined : LEVEL_NUMBERS[level];
}

/** Whether the word is a level in a language other than English, and in English none. */
export function isForeignLevel(word: string): boolean {
  const folded = foldWord(word);
  return levels.has(folded) && !englishLevels.has(folded);
}

/** With room for blanks around it. Messages, which are asked too, are not folded. */
const LONGEST_NO_VALUE = 80;

/** Whether a field says with this word that it has no value: `N/A`, `Н/Д`. */
export function saysNoValue(word: string): boolean {
  return word.length <= LONGEST_NO_VALUE && noValues.has(foldWord(word));
}

/** The half of the day that a word names: `PM`, `午後`. */
export function halfOfDayNamed(word: string): 'am' | 'pm' | undefined {
  return halves.get(foldWord(word));
}

const LEVEL_NUMBERS: Readonly<Record<keyof Language['levels'], LevelNumber>> = {
  0: 0,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
};

/** The meaning of each word of all languages, as it is written and folded. */
function meanings<Meaning extends string>(
  wordsOf: (language: Language) => Readonly<Partial<Record<Meaning, SourcedWords>>>,
): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  for (const language of languages) {
    const words = wordsOf(language);
    for (const meaning in words) {
      for (const word of Object.keys(words[meaning] ?? {})) found.set(word, meaning).set(foldWord(word), meaning);
    }
  }
  return found;
}
