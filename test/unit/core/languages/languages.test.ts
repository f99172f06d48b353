import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import {
  halfOfDayNamed,
  isForeignLevel,
  labelNamed,
  languages,
  levelNamed,
  listColumnNamed,
  oldListColumnNamed,
  saysNoValue,
} from '../../../../src/core/languages/index';
import { foldWord } from '../../../../src/core/languages/foldWord';

const WHOLE = languages.filter(({ id }) => id !== 'ko');

/** Every word of the language with what it stands for: `labels.source`. */
function wordsOf(language: (typeof languages)[number]): { meaning: string; word: string; source: string }[] {
  const { columns, oldColumns, labels, levels, noValue, am, pm } = language;
  const kinds = { columns, oldColumns, labels, levels, other: { noValue, am, pm } };
  return Object.entries(kinds).flatMap(([kind, meanings]) =>
    Object.entries(meanings).flatMap(([meaning, words]) =>
      Object.entries(words).map(([word, source]) => ({ meaning: `${kind}.${meaning}`, word, source })),
    ),
  );
}

describe('languages', () => {
  it('are the twelve that the product promises', () => {
    const ids = WHOLE.map(({ id }) => id).sort();
    assert.deepEqual(ids, ['de', 'en', 'es', 'fr', 'it', 'ja', 'pl', 'pt', 'ru', 'tr', 'zh-CN', 'zh-TW']);
  });

  it('have a word for each column, label and level', () => {
    const counts = WHOLE.map(({ id, columns, oldColumns, labels, levels }) => ({
      id,
      counts: [columns, oldColumns, labels, levels].map((words) => Object.keys(words).length),
    }));
    for (const { id, counts: found } of counts) assert.deepEqual(found, [10, 8, id === 'en' ? 15 : 12, 6], id);
  });

  it('state the source of each word, and use each source that they state', () => {
    for (const language of languages) {
      const used = [...new Set(wordsOf(language).map(({ source }) => source))].sort();
      assert.deepEqual(used, Object.keys(language.sources).sort(), language.id);
    }
  });

  it('mark what is from memory: of each source it is said what kind of evidence it is', () => {
    for (const { id, sources } of languages) {
      for (const [key, text] of Object.entries(sources)) {
        assert.match(text, key === 'memory' ? /^from memory/ : /^(?:file|document): /, id);
      }
    }
  });

  it('are in the README with the number of words that were seen', () => {
    const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
    for (const language of WHOLE) {
      const words = wordsOf(language);
      const seen = words.filter(({ source }) => source !== 'memory');
      const row = new RegExp(`^\\| ${language.name} *\\| (\\d+) of (\\d+) *\\|$`, 'm').exec(readme);
      assert.deepEqual(row?.slice(1).map(Number), [seen.length, words.length], language.name);
    }
  });

  it('give a word one meaning in all of them together', () => {
    const meanings = new Map<string, string>();
    for (const { meaning, word } of languages.flatMap(wordsOf)) {
      const key = `${meaning.split('.')[0] ?? ''}: ${foldWord(word)}`;
      assert.equal(meanings.get(key) ?? meaning, meaning, key);
      meanings.set(key, meaning);
    }
  });
});

describe('words of Windows', () => {
  it('are found by what they stand for', () => {
    assert.equal(listColumnNamed('Ereignis-ID'), 'eventId');
    assert.equal(listColumnNamed('日付と時刻'), 'timeCreated');
    assert.equal(oldListColumnNamed('分类'), 'taskCategory');
    assert.equal(labelNamed('Имя журнала'), 'logName');
    assert.equal(levelNamed('警告'), 3);
    assert.equal(halfOfDayNamed('午後'), 'pm');
    assert.equal(saysNoValue('Н/Д'), true);
  });

  it('are found in any case, with any blanks and either apostrophe', () => {
    assert.equal(labelNamed('ID DE L\u2019ÉVÉNEMENT\u00a0'), 'eventId');
    assert.equal(listColumnNamed(' task\u00a0 category'), 'taskCategory');
    assert.equal(levelNamed(' WARNUNG '), 3);
  });

  it('are never guessed', () => {
    for (const word of ['', ' ', 'constructor', '__proto__', 'Ereignis-Nummer', 'Errors', '?????']) {
      assert.equal(labelNamed(word), undefined, word);
      assert.equal(listColumnNamed(word), undefined, word);
      assert.equal(oldListColumnNamed(word), undefined, word);
      assert.equal(levelNamed(word), undefined, word);
      assert.equal(halfOfDayNamed(word), undefined, word);
      assert.equal(saysNoValue(word), false, word);
    }
  });
});

describe('isForeignLevel', () => {
  it('tells words of other languages from those that are English as well', () => {
    assert.equal(isForeignLevel('Fehler'), true);
    assert.equal(isForeignLevel('信息'), true);
    assert.equal(isForeignLevel('Error'), false);
    assert.equal(isForeignLevel('Information'), false);
    assert.equal(isForeignLevel('2'), false);
    assert.equal(isForeignLevel('Anna'), false);
  });
});
