import { strict as assert } from 'node:assert';
import { parseLevel } from '../../../../src/core/formats/levels';

describe('parseLevel', () => {
  it('knows the words of twelve display languages', () => {
    const words: Readonly<Record<string, number>> = {
      Critical: 1,
      Verbose: 5,
      Informationen: 4,
      Ausführlich: 5,
      Avertissement: 3,
      Información: 4,
      Erro: 2,
      Errore: 2,
      Błąd: 2,
      Uyarı: 3,
      Предупреждение: 3,
      エラー: 2,
      错误: 2,
      信息: 4,
      錯誤: 2,
      資訊: 4,
    };
    for (const [word, level] of Object.entries(words)) assert.equal(parseLevel(word), level, word);
  });

  it('takes numbers, any case and blanks around a word', () => {
    assert.equal(parseLevel('2'), 2);
    assert.equal(parseLevel('ERROR'), 2);
    assert.equal(parseLevel(' warnung '), 3);
  });

  it('gives audits level 0', () => {
    assert.equal(parseLevel('Audit Failure'), 0);
    assert.equal(parseLevel('Audit Success'), 0);
  });

  it('never guesses', () => {
    for (const word of ['', ' ', '6', '-1', 'Err', 'Errors', 'constructor', 'Fel']) {
      assert.equal(parseLevel(word), undefined, word);
    }
  });
});
