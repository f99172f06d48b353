import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  escapeMarkdown,
  inlineCode,
  pickText,
  plain,
  regComment,
  shellQuoteWindows,
} from '../../../../src/core/presentation/escape';

describe('escapeMarkdown', () => {
  const cases: readonly (readonly [title: string, text: string, escaped: string])[] = [
    ['breaks command links', '[run](command:evil)', '\\[run\\](command:evil)'],
    ['breaks images', '![x](http://192.0.2.1/x.png)', '!\\[x\\](http\\://192.0.2.1/x.png)'],
    ['breaks HTML', '<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['breaks entities', '&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['breaks addresses that would be linked by themselves', 'www.evil.example a@b', 'www\\.evil.example a\\@b'],
    ['breaks code spans', '`x``', '\\`x\\`\\`'],
    ['breaks icons', '$(bug)', '\\$(bug)'],
    ['breaks headings at the start', '# x # y', '\\# x # y'],
    ['breaks lists at the start', '- x - y', '\\- x - y'],
    ['breaks numbered lists at the start', '12. x', '12\\. x'],
    ['leaves underscores inside words readable', 'svchost.exe_WDSServer _x_', 'svchost.exe_WDSServer \\_x\\_'],
    ['puts everything on one line', 'a\r\n\r\n# b\u2028c', 'a # b c'],
  ];
  for (const [title, text, escaped] of cases) {
    it(title, () => {
      assert.equal(escapeMarkdown(text), escaped);
    });
  }

  it('leaves no live link, HTML or code mark in any text', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '`',
      '!',
      'http://x',
      'www.',
      '\n',
      '\\',
      'command:',
      'a',
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const unescaped = escapeMarkdown(parts.join('')).replace(/\\[\\`*[\]<>&~|$@_.:#+=-]/g, '');
        assert.doesNotMatch(unescaped, /[[\]<>`\\\n]|https?:\/\/|www\./i);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('pickText', () => {
  // As `renderLabelWithIcons` of VS Code reads a label: a backslash before an icon is taken away and leaves its text.
  const drawn = (label: string): string =>
    label.replace(/(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g, (whole, escape?: string) =>
      escape === undefined ? '<icon>' : whole.slice(1),
    );

  for (const text of [
    'PXE01',
    '$(bug)',
    '$(sync~spin) x',
    'C:\\$(bug)',
    '$$(bug)',
    '$()',
    '$(a b)',
    '\\\\$(bug)$(bug)',
  ]) {
    it(`shows ${text} as it is`, () => {
      assert.equal(drawn(pickText(text)), text);
    });
  }

  it('hides nothing and stays on one line', () => {
    assert.equal(pickText('a\u202eb\r\n\u001b[31m'), 'a‹U+202E›b ␛');
  });
});

describe('plain', () => {
  const cases: readonly (readonly [title: string, text: string, shown: string])[] = [
    ['shows control characters', 'a\u0000b\u007fc', 'a␀b␡c'],
    ['takes terminal sequences whole', '\u001b[31mred\u001b[0m \u001b]0;title\u0007', '␛red␛ ␛]0;title␇'],
    ['shows overrides of writing direction', 'a\u202egpj.exe', 'a‹U+202E›gpj.exe'],
    ['shows invisible spaces', 'a\u200bb', 'a‹U+200B›b'],
    ['shows invisible letters', 'a\u3164b\u00adc', 'a‹U+3164›b‹U+00AD›c'],
    ['ends piles of marks', `a${'\u0301'.repeat(9)}b`, `a${'\u0301'.repeat(4)}…b`],
    ['folds white space', ' a\t\r\n b ', 'a b'],
    ['replaces halves of surrogate pairs', 'a\ud800b', 'a\ufffdb'],
    ['keeps text in any script', 'Dienst „Übertragung“ 网络 😀', 'Dienst „Übertragung“ 网络 😀'],
  ];
  for (const [title, text, shown] of cases) {
    it(title, () => {
      assert.equal(plain(text), shown);
    });
  }

  it('cuts a word that is too long without splitting a surrogate pair', () => {
    const shown = plain(`${'x'.repeat(118)}😀😀 end`);
    assert.equal(shown, `${'x'.repeat(118)}… end`);
  });

  it('bounds the length of any text', () => {
    assert.ok(plain('word '.repeat(100_000)).length <= 1000);
  });

  it('gives text that it would not change again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        assert.equal(plain(plain(text)), plain(text));
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe('inlineCode', () => {
  const cases: readonly (readonly [text: string, code: string])[] = [
    ['HKLM\\SOFTWARE', '`HKLM\\SOFTWARE`'],
    ['a`b``c', '```a`b``c```'],
    ['`a', '`` `a ``'],
    ['a\nb', '`a b`'],
    ['', '(empty)'],
  ];
  for (const [text, code] of cases) {
    it(`renders ${JSON.stringify(text)}`, () => {
      assert.equal(inlineCode(text), code);
    });
  }
});

describe('regComment', () => {
  it('keeps a line break from starting a line that regedit obeys', () => {
    assert.equal(regComment('PXE01\r\n[HKEY_LOCAL_MACHINE\\X]\r\n"a"="b"'), 'PXE01 [HKEY_LOCAL_MACHINE\\X] "a"="b"');
  });
});

describe('shellQuoteWindows', () => {
  const cases: readonly (readonly [title: string, text: string, quoted: string])[] = [
    ['quotes a path', 'HKLM\\SOFTWARE\\A B', '"HKLM\\SOFTWARE\\A B"'],
    ['leaves & and | to the quotes', 'a&b|c', '"a&b|c"'],
    ['doubles backslashes before the closing quote', 'a\\', '"a\\\\"'],
    ['keeps %NAME% from being replaced', '%PATH%', '^"^%PATH^%^"'],
    ['keeps a quote from ending the argument', 'a" & del x', '^"a\\^" ^& del x^"'],
    ['replaces line breaks', 'a\r\nb', '"a  b"'],
  ];
  for (const [title, text, quoted] of cases) {
    it(title, () => {
      assert.equal(shellQuoteWindows(text), quoted);
    });
  }
});
