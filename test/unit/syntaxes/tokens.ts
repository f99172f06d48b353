import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';
import type { IGrammar, IRawGrammar, IToken } from 'vscode-textmate';

const SYNTAXES = new URL('../../../syntaxes/', import.meta.url);

/** Stands in for the grammar of XML that VS Code brings along: just enough of it for ours to be injected into. */
const XML: IRawGrammar = textmate.parseRawGrammar(
  JSON.stringify({
    scopeName: 'text.xml',
    patterns: [{ name: 'meta.tag.xml', match: '</?[-\\w:]+[^<>]*>' }],
    repository: { tagStuff: { name: 'string.quoted.xml', match: '"[^"]*"|\'[^\']*\'' } },
  }),
  'xml.json',
);

/** Every grammar of the extension as JSON, by its file name. */
export function grammarFiles(): ReadonlyMap<string, string> {
  return new Map(readdirSync(SYNTAXES).map((file) => [file, readFileSync(new URL(file, SYNTAXES), 'utf8')]));
}

function rawGrammars(): ReadonlyMap<string, IRawGrammar> {
  const parsed = [...grammarFiles()].map(([file, json]) => textmate.parseRawGrammar(json, file));
  return new Map([XML, ...parsed].map((grammar) => [grammar.scopeName, grammar]));
}

async function loadOniguruma(): Promise<textmate.IOnigLib> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  return {
    createOnigScanner: (patterns) => oniguruma.createOnigScanner(patterns),
    createOnigString: (text) => oniguruma.createOnigString(text),
  };
}

const onigLib = loadOniguruma();
const raw = rawGrammars();
const registry = new textmate.Registry({
  onigLib,
  loadGrammar: (scopeName) => Promise.resolve(raw.get(scopeName)),
  getInjections: (scopeName) => (scopeName === 'text.xml' ? ['text.wintriage.event-xml'] : []),
});

/** Rejects when `pattern` is not one that VS Code's regular expression engine takes. */
export async function compilePattern(pattern: string): Promise<void> {
  const scanner = (await onigLib).createOnigScanner([pattern]);
  // The scanner compiles its patterns when it is first used.
  scanner.findNextMatchSync('', 0, 0);
}

/** A token with the text it covers. */
export interface Token {
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** Tokenises `text` as VS Code does, line by line. */
export async function tokenise(scopeName: string, text: string): Promise<readonly Token[]> {
  const grammar: IGrammar | null = await registry.loadGrammar(scopeName);
  assert(grammar, `no grammar has the scope ${scopeName}`);
  let state = textmate.INITIAL;
  const tokens: Token[] = [];
  for (const [line, content] of text.split(/\r\n|\r|\n/).entries()) {
    const result = grammar.tokenizeLine(content, state);
    state = result.ruleStack;
    tokens.push(...result.tokens.map((token) => tokenOf(token, line, content)));
  }
  return tokens;
}

function tokenOf(token: IToken, line: number, content: string): Token {
  const { startIndex: start, endIndex: end, scopes } = token;
  return { text: content.slice(start, end), line, start, end: Math.min(end, content.length), scopes };
}

/**
 * Checks that every place marked with `«…»` has, over its whole length, the scope that `expected` names for it. An
 * expectation that starts with `not ` says which scope it must not have.
 */
export async function checkScopes(scopeName: string, marked: string, expected: readonly string[]): Promise<void> {
  const places = placesOf(marked);
  assert.equal(places.length, expected.length, 'as many expectations as marked places');
  const tokens = await tokenise(scopeName, marked.replace(/[«»]/g, ''));
  for (const [index, place] of places.entries()) {
    const scope = expected[index] ?? '';
    const covering = tokens.filter(
      (token) => token.line === place.line && token.start < place.end && token.end > place.start,
    );
    assert(covering.length > 0, `nothing covers «${place.text}»`);
    for (const token of covering) assertScope(token, place.text, scope);
  }
}

function assertScope(token: Token, place: string, expectation: string): void {
  const isBanned = expectation.startsWith('not ');
  const scope = isBanned ? expectation.slice('not '.length) : expectation;
  const has = token.scopes.some((each) => ` ${each} `.includes(` ${scope}`));
  assert.equal(has, !isBanned, `«${place}»: ${JSON.stringify(token.text)} has ${token.scopes.join(', ')}`);
}

interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function placesOf(marked: string): readonly Place[] {
  return marked.split(/\r\n|\r|\n/).flatMap((content, line) => {
    let removed = 0;
    return [...content.matchAll(/«([^»]*)»/g)].map((match) => {
      const text = match[1] ?? '';
      const start = match.index - removed;
      removed += 2;
      return { line, start, end: start + text.length, text };
    });
  });
}
