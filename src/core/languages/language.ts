/** Words of one meaning as Windows writes them, each with the key of its source in {@link Language.sources}. */
export type SourcedWords = Readonly<Record<string, string>>;

/** Columns of a list in the Event Viewer since Windows Vista. */
export type ListColumn =
  | 'level'
  | 'timeCreated'
  | 'provider'
  | 'eventId'
  | 'taskCategory'
  | 'keywords'
  | 'message'
  | 'computer'
  | 'userId'
  | 'channel';

/** Columns of a list in the Event Viewer of Windows 2000, XP and 2003, which has date and time apart. */
export type OldListColumn = 'level' | 'date' | 'time' | 'provider' | 'taskCategory' | 'eventId' | 'userId' | 'computer';

/** Labels of an event that was copied or printed as text. */
export type EventLabel =
  | 'logName'
  | 'source'
  | 'date'
  | 'time'
  | 'eventId'
  | 'category'
  | 'task'
  | 'level'
  | 'keywords'
  | 'opcode'
  | 'user'
  | 'userName'
  | 'computer'
  | 'description'
  | 'eventXml';

type WordsOf<Meaning extends string> = Readonly<Partial<Record<Meaning, SourcedWords>>>;

/**
 * The words of Windows in one display language.
 *
 * The source `memory` marks a word that no file or document confirmed. Such a word is good for recognising a text, and
 * costs a field when it is wrong; it is never shown to a user as what Windows says.
 */
export interface Language {
  /** BCP 47, as short as it can be: `de`, `zh-TW`. */
  readonly id: string;
  /** In English. */
  readonly name: string;
  /** Where the words were read, by the key that stands behind each word. */
  readonly sources: Readonly<Record<string, string>>;
  readonly columns: WordsOf<ListColumn>;
  readonly oldColumns: WordsOf<OldListColumn>;
  readonly labels: WordsOf<EventLabel>;
  /** By the number of the level; audits have level 0. */
  readonly levels: WordsOf<'0' | '1' | '2' | '3' | '4' | '5'>;
  /** What stands in a field without a value: `N/A`. */
  readonly noValue: SourcedWords;
  /** Words for the halves of the day. */
  readonly am: SourcedWords;
  readonly pm: SourcedWords;
}
