import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Rule {
  readonly scope: string;
  readonly settings: { readonly foreground: string };
}

interface Contributes {
  readonly configurationDefaults: Readonly<
    Record<'[wintriage-cmtrace]' | '[log]' | '[plaintext]', { readonly 'editor.semanticHighlighting.enabled': boolean }>
  > & {
    readonly 'editor.tokenColorCustomizations': Readonly<Record<string, { readonly textMateRules: readonly Rule[] }>>;
  };
  readonly semanticTokenScopes: readonly {
    readonly language: string;
    readonly scopes: Readonly<Record<string, readonly string[]>>;
  }[];
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly contributes: Contributes;
};
const { configurationDefaults, semanticTokenScopes } = manifest.contributes;
const themes = Object.entries(configurationDefaults['editor.tokenColorCustomizations']);

/** What text of the usual size needs; see success criterion 1.4.3 of WCAG 2.1. */
const LEAST_CONTRAST = 4.5;

/** Of a colour `#rrggbb`; see relative luminance in WCAG 2.1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

describe('errors and warnings in high contrast', () => {
  it('are coloured in the two themes of VS Code, as the green of its own warnings is too dark on black', () => {
    assert.ok(contrast('#008000', '#000000') < LEAST_CONTRAST);
    assert.deepEqual(
      themes.map(([theme]) => theme),
      ['[Default High Contrast]', '[Default High Contrast Light]'],
    );
    for (const [theme, { textMateRules }] of themes) {
      const background = theme.includes('Light') ? '#ffffff' : '#000000';
      for (const { scope, settings } of textMateRules)
        assert.ok(contrast(settings.foreground, background) >= LEAST_CONTRAST, `${theme} ${scope}`);
    }
  });

  it('have the colours in entries of several lines also under a theme that does not ask for them, as the light one', () => {
    assert.deepEqual(
      semanticTokenScopes.map(({ language }) => language),
      ['wintriage-cmtrace'],
    );
    // VS Code asks once, when it opens a document, which may be called a log or plain text until its content was seen.
    for (const language of ['[wintriage-cmtrace]', '[log]', '[plaintext]'] as const)
      assert.equal(configurationDefaults[language]['editor.semanticHighlighting.enabled'], true, language);
  });

  it('have the colours whether the grammar or the extension knows their type', () => {
    const ofExtension = semanticTokenScopes.flatMap(({ scopes }) => Object.values(scopes).map(([first]) => first));
    for (const [, { textMateRules }] of themes) {
      assert.deepEqual(
        textMateRules.map(({ scope }) => scope),
        ofExtension,
      );
    }
    const grammar = readFileSync(new URL('../../syntaxes/cmtrace.tmLanguage.json', import.meta.url), 'utf8');
    for (const scope of ofExtension) assert.ok(grammar.includes(`"name": "${scope ?? ''}"`), scope);
  });
});
