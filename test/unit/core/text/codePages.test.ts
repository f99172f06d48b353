import assert from 'node:assert/strict';
import { ByteDecoder } from '../../../../src/core/text/byteDecoder';
import {
  type CodePage,
  type Encoding,
  codePageNamed,
  codePageNumbers,
  isDoubleByte,
} from '../../../../src/core/text/encoding';

function decodeInBlocks(bytes: Uint8Array, blockSize: number, fallbackEncoding?: CodePage) {
  const decoder = new ByteDecoder({ fallbackEncoding });
  let text = '';
  for (let at = 0; at < bytes.length; at += blockSize) text += decoder.push(bytes.subarray(at, at + blockSize));
  text += decoder.finish();
  return { text, encoding: decoder.encoding, invalid: decoder.hasInvalidBytes };
}

interface Expected {
  readonly text: string;
  readonly encoding: Encoding;
  readonly invalid?: boolean;
}

function assertDecoded(bytes: Uint8Array, fallback: CodePage, { text, encoding, invalid = false }: Expected): void {
  for (let size = 1; size <= bytes.length; size++) {
    assert.deepEqual(decodeInBlocks(bytes, size, fallback), { text, encoding, invalid }, `block size ${size}`);
  }
}

/** Whether the text is known to be UTF-16 without a mark, in both orders of bytes. */
function assertKnownWithoutMark(text: string): void {
  for (const isBig of [false, true]) {
    const bytes = Buffer.from(text, 'utf16le');
    assertDecoded(isBig ? bytes.swap16() : bytes, 'windows-1252', { text, encoding: isBig ? 'utf-16be' : 'utf-16le' });
  }
}

/** Bytes in hexadecimal, read from the tables at unicode.org. */
const words: Readonly<Partial<Record<CodePage, readonly [hex: string, text: string]>>> = {
  ibm437: ['9a 62 65 72 77 61 63 68 75 6e 67 20 e1 ab b3', 'Überwachung ß½│'],
  ibm737: ['91 ad e1 a2 a3 98', 'Σφάλμα'],
  ibm850: ['90 76 82 6e 65 6d 65 6e 74 20 9a e1', 'Événement Üß'],
  ibm852: ['42 88 a5 64 20 6f 73 74 72 7a 65 be 65 6e 69 65', 'Błąd ostrzeżenie'],
  ibm857: ['49 9f 4c 45 4d 20 98 9e a7', 'IşLEM İŞğ'],
  ibm866: ['8e e8 a8 a1 aa a0', 'Ошибка'],
  'windows-874': ['a1 d2 c3', 'การ'],
  'windows-1250': ['42 b3 b9 64', 'Błąd'],
  'windows-1251': ['ce f8 e8 e1 ea e0', 'Ошибка'],
  'windows-1252': ['80 20 dc 62 65 72 20 9f', '€ Über Ÿ'],
  'windows-1253': ['d3 f6 dc eb ec e1', 'Σφάλμα'],
  'windows-1254': ['dd fe 6c 65 6d 20 d0', 'İşlem Ğ'],
  'windows-1257': ['4b 6c 61 69 64 61 20 eb', 'Klaida ė'],
  shift_jis: ['83 47 83 89 81 5b 20 b4 d7 b0 20 95 5c', 'エラー ｴﾗｰ 表'],
  gbk: ['b4 ed ce f3 20 80', '错误 €'],
  'euc-kr': ['bf c0 b7 f9 20 8c 63 20 c8 fe', '오류 똠 힝'],
  big5: ['bf f9 bb 7e 20 a4 f4', '錯誤 水'],
};

describe('code pages', () => {
  for (const [page, [hex, text]] of Object.entries(words) as [CodePage, readonly [string, string]][]) {
    it(`decodes ${page} in blocks of every size`, () => {
      const ascii = 'Level,Date and Time,Source,Event ID,Task Category,and so on, and on\r\n';
      const bytes = Buffer.concat([Buffer.from(ascii), Buffer.from(hex.replaceAll(' ', ''), 'hex')]);
      assertDecoded(bytes, page, { text: `${ascii}${text}`, encoding: page });
    });
  }

  it('have a character, or none, for each byte of those that have a byte for each', () => {
    const bytes = new Uint8Array(256).map((_, byte) => byte);
    for (const page of codePageNumbers.keys()) {
      if (isDoubleByte(page)) continue;
      const decoder = new ByteDecoder({ known: page });
      const text = decoder.push(bytes) + decoder.finish();
      assert.equal(text.length, 256, page);
      assert.equal(text.slice(0, 128), String.fromCharCode(...bytes.subarray(0, 128)), page);
    }
  });

  it('agree with the tables of the host where it has one that is known to be right', () => {
    const bytes = new Uint8Array(128).map((_, at) => at + 0x80);
    for (const page of [
      'ibm866',
      'windows-1250',
      'windows-1251',
      'windows-1254',
      'windows-1255',
      'windows-1257',
    ] as const) {
      const own = new ByteDecoder({ known: page }).push(bytes);
      assert.equal(own, new TextDecoder(page).decode(bytes), page);
    }
  });

  it('have the 11,172 syllables of Korean, whatever the host knows', () => {
    const bytes: number[] = [];
    for (let lead = 0x81; lead <= 0xc8; lead++) {
      for (let trail = 0x41; trail <= 0xfe; trail++) bytes.push(lead, trail);
    }
    const text = new ByteDecoder({ known: 'euc-kr' }).push(Uint8Array.from(bytes));
    const syllables = new Set(text.match(/[\uac00-\ud7a3]/g));
    assert.equal(syllables.size, 11172);
  });

  it('take no quote or line end with half a character', () => {
    const bytes = Buffer.concat([Buffer.from('a'.repeat(64)), Buffer.from([0x83, 0x47, 0x83, 0x22, 0x83, 0x0a, 0xfd])]);
    const text = `${'a'.repeat(64)}エ\uFFFD"\uFFFD\n\uFFFD`;
    assertDecoded(bytes, 'shift_jis', { text, encoding: 'shift_jis', invalid: true });
  });

  it('are not used for UTF-8, however little of it there is', () => {
    for (const text of ['Müller', 'é', '\u65e5\u672c', `${'a'.repeat(9000)}é${'b'.repeat(9000)}`]) {
      for (const page of ['windows-1251', 'gbk'] as const) {
        const { text: decoded, encoding } = decodeInBlocks(Buffer.from(text), 1000, page);
        assert.deepEqual([decoded === text, encoding], [true, 'utf-8']);
      }
    }
  });

  it('are used where a first letter looks like UTF-8 by chance', () => {
    const russian = Buffer.from([0xab, 0xce, 0xc0, 0xce, 0xbb, 0x20, 0xcf, 0xb8, 0xf2, 0xf0]);
    assertDecoded(russian, 'windows-1251', { text: '«ОАО» Пётр', encoding: 'windows-1251' });
    const startsLikeUtf8 = Buffer.from([0xcf, 0xb8, 0xf2, 0xf0, 0x21]);
    assertDecoded(startsLikeUtf8, 'windows-1251', { text: 'Пётр!', encoding: 'windows-1251' });
    const chinese = Buffer.from([0xc2, 0xbc, 0xb4, 0xed, 0xce, 0xf3]);
    assertDecoded(chinese, 'gbk', { text: '录错误', encoding: 'gbk' });
  });

  it('are found by name and by number', () => {
    for (const [page, number] of codePageNumbers) {
      assert.equal(codePageNamed(page), page);
      assert.equal(codePageNamed(String(number)), page);
      assert.equal(codePageNamed(`CP${number}`), page);
    }
    assert.equal(codePageNamed('windows1252'), 'windows-1252');
    assert.equal(codePageNamed('ShiftJIS'), 'shift_jis');
    for (const text of ['', '0', '1200', '65001', 'utf-8', 'latin', '__proto__'])
      assert.equal(codePageNamed(text), undefined);
  });
});

describe('UTF-16', () => {
  const lone = 'a\ud800b\udc00 \0 \ud83d\ude00\ud83d';

  it('keeps NULs and surrogates that stand alone', () => {
    const text = `${'x'.repeat(80)}${lone}`;
    for (const isBig of [false, true]) {
      const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
      assertDecoded(isBig ? bytes.swap16() : bytes, 'windows-1252', {
        text,
        encoding: isBig ? 'utf-16be' : 'utf-16le',
      });
    }
  });

  it('is known without a mark in every writing', () => {
    const header = [
      'Уровень\tДата и время\tИсточник\tКод события\tКатегория задачи\r\n',
      '级别,日期和时间,来源,事件 ID,任务类别\r\n信息,2019/1/5 0:15:13,EventLog,6005,无\r\n',
      'レベル,日付と時刻,ソース,イベント ID,タスクのカテゴリ\r\n情報,2019/01/05 0:15:13,EventLog,6005,なし\r\n',
      'Düzey\tTarih ve Saat\tKaynak\tOlay Kimliği\tGörev Kategorisi\r\n',
    ];
    for (const text of header) {
      assertKnownWithoutMark(text);
    }
  });

  it('is known without a mark where low bytes look like high ones', () => {
    for (const text of [
      'Źródło: wątek, błąd ąęć, Ąą\r\nKomputer: PXE01\r\n',
      'ソースは、「一」です。不明\u3000\r\nコンピューター: PXE01.contoso.example\r\n',
      'Уровень: Ё, ё и Ё\r\n',
    ]) {
      assertKnownWithoutMark(text);
    }
  });

  it('is known without a mark in files that are short', () => {
    for (const text of ['ab', 'N/A', 'Код', 'Düzey\r\n', 'レベル,ID\r\n']) {
      assertKnownWithoutMark(text);
    }
  });

  it('is not taken for what a line in bytes above it is', () => {
    const bytes = Buffer.concat([Buffer.from('Export of PXE01\r\n'), Buffer.from('Level,Date and Time', 'utf16le')]);
    assert.equal(decodeInBlocks(bytes, 7).encoding, 'utf-8');
  });

  it('is not taken for what text in bytes with NULs in it is', () => {
    const text = `Event[0]:\r\n  Description:\r\nM\xfcller\0\0 said\0 so ${'x'.repeat(60)}`;
    assertDecoded(Buffer.from(text, 'latin1'), 'windows-1252', { text, encoding: 'windows-1252' });
  });

  it('says when it ends in the middle of a unit', () => {
    const bytes = Buffer.concat([Buffer.from(`\uFEFF${'x'.repeat(80)}`, 'utf16le'), Buffer.from([0x41])]);
    assertDecoded(bytes, 'windows-1252', { text: 'x'.repeat(80), encoding: 'utf-16le', invalid: true });
  });
});
