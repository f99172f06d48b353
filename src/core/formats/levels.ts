import type { Level } from '../records/eventRecord';

/** The words of one display language, as the Event Viewer writes them. */
type LevelWords = Readonly<Partial<Record<Level, readonly string[]>>>;

/**
 * Level words by display language. Seen in exports: Error, Warning and Information in English, Informationen in German,
 * all three in Chinese (zh-CN). All others are from memory of the Event Viewer; a word that is missing or wrong here
 * costs a record its level, nothing else.
 */
const WORDS: Readonly<Record<string, LevelWords>> = {
  en: {
    0: ['Audit Success', 'Audit Failure', 'Success Audit', 'Failure Audit', 'SuccessAudit', 'FailureAudit'],
    1: ['Critical'],
    2: ['Error'],
    3: ['Warning'],
    4: ['Information'],
    5: ['Verbose'],
  },
  de: {
    0: ['Überwachung erfolgreich', 'Überwachung gescheitert', 'Überwachungsfehler'],
    1: ['Kritisch'],
    2: ['Fehler'],
    3: ['Warnung'],
    4: ['Informationen'],
    5: ['Ausführlich'],
  },
  fr: {
    0: ["Succès de l'audit", "Échec de l'audit", 'Succès de l’audit', 'Échec de l’audit'],
    1: ['Critique'],
    2: ['Erreur'],
    3: ['Avertissement'],
    4: ['Information', 'Informations'],
    5: ['Commentaires'],
  },
  es: {
    0: ['Auditoría correcta', 'Error de auditoría'],
    1: ['Crítico'],
    2: ['Error'],
    3: ['Advertencia'],
    4: ['Información'],
    5: ['Detallado'],
  },
  pt: {
    0: ['Sucesso da Auditoria', 'Falha da Auditoria'],
    1: ['Crítico'],
    2: ['Erro'],
    3: ['Aviso'],
    4: ['Informações', 'Informação'],
    5: ['Detalhado', 'Verboso'],
  },
  it: {
    0: ['Controllo riuscito', 'Controllo non riuscito'],
    1: ['Critico'],
    2: ['Errore'],
    3: ['Avviso'],
    4: ['Informazioni'],
    5: ['Dettagliato'],
  },
  pl: {
    1: ['Krytyczny', 'Krytyczne'],
    2: ['Błąd'],
    3: ['Ostrzeżenie'],
    4: ['Informacje'],
    5: ['Pełne'],
  },
  tr: {
    1: ['Kritik'],
    2: ['Hata'],
    3: ['Uyarı'],
    4: ['Bilgi'],
    5: ['Ayrıntılı'],
  },
  ru: {
    0: ['Аудит успеха', 'Аудит отказа'],
    1: ['Критический', 'Критическое'],
    2: ['Ошибка'],
    3: ['Предупреждение'],
    4: ['Сведения'],
    5: ['Подробно', 'Подробности'],
  },
  ja: {
    0: ['成功の監査', '失敗の監査'],
    1: ['重大'],
    2: ['エラー'],
    3: ['警告'],
    4: ['情報'],
    5: ['詳細'],
  },
  'zh-CN': {
    0: ['审核成功', '审核失败'],
    1: ['关键', '严重'],
    2: ['错误'],
    3: ['警告'],
    4: ['信息'],
    5: ['详细'],
  },
  'zh-TW': {
    0: ['稽核成功', '稽核失敗'],
    1: ['重大'],
    2: ['錯誤'],
    3: ['警告'],
    4: ['資訊'],
    5: ['詳細資訊', '詳細'],
  },
};

const LEVELS: readonly Level[] = [0, 1, 2, 3, 4, 5];

/** Level by word as it is written above and in lower case, and by digit. */
const levelOfWord: ReadonlyMap<string, Level> = new Map(
  LEVELS.flatMap((level) => [
    [String(level), level],
    ...Object.values(WORDS).flatMap((words) => spellings(words, level)),
  ]),
);

const englishWords: ReadonlySet<string> = new Set(
  LEVELS.flatMap((level) => [String(level), ...(WORDS['en']?.[level] ?? []).map((word) => word.toLowerCase())]),
);

function spellings(words: LevelWords, level: Level): [string, Level][] {
  return (words[level] ?? []).flatMap((word): [string, Level][] => [
    [word, level],
    [word.toLowerCase(), level],
  ]);
}

/**
 * Level named by a word of the Event Viewer in one of twelve display languages, or by its number; audits have level 0.
 * Case and blanks around it do not matter. Undefined for any other word: levels are never guessed.
 */
export function parseLevel(word: string): Level | undefined {
  return levelOfWord.get(word) ?? levelOfWord.get(word.trim().toLowerCase());
}

/** Whether the word is a level in a display language other than English, and in English none. */
export function isForeignLevel(word: string): boolean {
  const folded = word.trim().toLowerCase();
  return levelOfWord.has(folded) && !englishWords.has(folded);
}
