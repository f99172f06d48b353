import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  candidateLanguages,
  commands,
  configurationSection,
  contextValues,
  customEditors,
  extensionId,
  languages,
  semanticTokens,
  settingNames,
  views,
} from '../../../src/editor/ids';

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly languages: readonly { readonly id: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'package.json'), 'utf8')) as Manifest;

function sorted(values: Iterable<string>): string[] {
  return [...new Set(values)].sort();
}

/** `viewItem == incident` in the `when` clauses of all menus. */
function* contextValuesInMenus(): Iterable<string> {
  for (const { when = '' } of Object.values(manifest.contributes.menus).flat()) {
    for (const match of when.matchAll(/\bviewItem == ([\w.]+)/g)) yield match[1] ?? '';
  }
}

describe('the ids of the editor', () => {
  it('name the extension as package.json does', () => {
    assert.equal(extensionId, `${manifest.publisher}.${manifest.name}`);
  });

  it('hold every contributed command and no other', () => {
    assert.deepEqual(
      sorted(Object.values(commands)),
      sorted(manifest.contributes.commands.map(({ command }) => command)),
    );
  });

  it('hold every command that a menu names', () => {
    const inMenus = Object.values(manifest.contributes.menus).flatMap((items) => items.map(({ command }) => command));
    const known: readonly string[] = Object.values(commands);
    assert.deepEqual(
      inMenus.filter((command) => !known.includes(command)),
      [],
    );
  });

  it('hold every contributed view and no other', () => {
    const contributed = Object.values(manifest.contributes.views).flatMap((list) => list.map(({ id }) => id));
    assert.deepEqual(sorted(Object.values(views)), sorted(contributed));
  });

  it('hold every contributed editor and no other', () => {
    assert.deepEqual(
      Object.values(customEditors),
      manifest.contributes.customEditors.map(({ viewType }) => viewType),
    );
  });

  it('hold every contributed setting and no other', () => {
    assert.deepEqual(
      sorted(Object.values(settingNames).map((name) => `${configurationSection}.${name}`)),
      sorted(Object.keys(manifest.contributes.configuration.properties)),
    );
  });

  it('hold every contributed language and no other', () => {
    assert.deepEqual(sorted(Object.values(languages)), sorted(manifest.contributes.languages.map(({ id }) => id)));
  });

  it('hold every contributed type of token and no other', () => {
    const contributed = manifest.contributes.semanticTokenTypes.map(({ id }) => id);
    assert.deepEqual(sorted(Object.values(semanticTokens)), sorted(contributed));
  });

  it('hold every context value that a menu asks for and no other', () => {
    assert.deepEqual(sorted(Object.values(contextValues)), sorted(contextValuesInMenus()));
  });

  it('activate the extension for every language whose documents are looked at', () => {
    const contributed: readonly string[] = Object.values(languages);
    const foreign = candidateLanguages.filter((language) => !contributed.includes(language));
    const activated = manifest.activationEvents.map((event) => event.replace(/^onLanguage:/, ''));
    assert.deepEqual(
      foreign.filter((language) => !activated.includes(language)),
      [],
    );
  });
});
