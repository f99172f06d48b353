import { strict as assert } from 'node:assert';
import {
  type CatalogueFile,
  type CatalogueTables,
  checkCodeNames,
  loadCatalogue,
  renderCatalogueError,
} from '../../../../src/core/rules/loadCatalogue';

type Json = Readonly<Record<string, unknown>>;

const sign: Json = {
  id: 'stopped',
  title: 'Stopped',
  source: 'System',
  severity: 'error',
  providers: ['Contoso'],
  eventIds: [1],
  meaning: 'It stopped.',
};

const change: Json = {
  keyPath: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso',
  valueName: 'Threads',
  valueType: 'REG_DWORD',
  data: 1,
};

const link: Json = { title: 'KB 1', url: 'https://contoso.example/kb/1' };

function remediation(registry: Json = {}): Json {
  return {
    id: 'set-value',
    title: 'Set the value',
    advice: 'Do.',
    steps: ['Import it.'],
    registry: {
      variant: { product: 'configmgr2007', bitness: 64 },
      article: link,
      system: 'Contoso',
      fileName: 'KB1-x64',
      changes: [change],
      notes: ['One line.'],
      ...registry,
    },
  };
}

/** A rule without errors, with some of its fields replaced. */
function rule(parts: Json = {}): Json {
  return {
    id: 'kb-1',
    title: 'Title',
    shortTitle: 'Short title',
    references: [link],
    appliesTo: ['Contoso'],
    severity: 'error',
    summary: 'Summary.',
    cause: 'Cause.',
    signs: [sign],
    crash: { signs: ['stopped'], withinSeconds: 30 },
    confidence: { matches: [['stopped']], possible: [] },
    precedence: 1,
    remediations: [remediation()],
    samples: {
      match: [{ title: 'Sample', provider: 'Contoso', eventId: 1, signs: ['stopped'] }],
      noMatch: [{ title: 'Other', provider: 'Contoso', data: ['a', { name: 'b', value: '' }], binary: '00FF' }],
    },
    ...parts,
  };
}

function file(content: unknown, path = 'area/kb-1.json'): CatalogueFile {
  return { path, content };
}

function tables(
  contents: Partial<Record<'messages' | 'providers' | 'retired' | 'notes' | 'names', unknown>> = {},
): CatalogueTables {
  const names = file(contents.names ?? { $source: 'header', '0x5': 'DENIED' }, 'names.json');
  return {
    messages: file(contents.messages ?? [{ provider: 'P', eventId: null, text: '%1', source: 'S' }], 'messages.json'),
    providers: file(contents.providers ?? { Contoso: ['Contoso Old'] }, 'providers.json'),
    retired: file(contents.retired ?? ['kb-0'], 'retired.json'),
    codeNotes: file(contents.notes ?? { '0x5': { text: 'Denied.', certain: true } }, 'notes.json'),
    codeNames: { ntstatus: names, win32: names, hresult: names },
  };
}

/** The errors of rules that are right but for what is tested. */
function errorsOf(...rules: readonly Json[]): string[] {
  return errorsOfFiles(...rules.map((one) => file(one)));
}

/** The same of files; the name of the usual file is left out. */
function errorsOfFiles(...files: readonly CatalogueFile[]): string[] {
  const { errors } = loadCatalogue(files, tables());
  return errors.map((error) => renderCatalogueError(error).replace('area/kb-1.json: ', ''));
}

function withCondition(condition: unknown): Json {
  return rule({ signs: [{ ...sign, condition }] });
}

describe('loadCatalogue', () => {
  it('loads what is right as it stands', () => {
    const { catalogue, errors } = loadCatalogue([file(rule())], tables());
    assert.deepEqual(errors, []);
    assert.deepEqual(catalogue.rules, [rule()]);
    assert.deepEqual(catalogue.messageTemplates, [{ provider: 'P', eventId: null, text: '%1' }]);
    assert.deepEqual([...catalogue.providerAliases], [['contoso old', 'Contoso']]);
    assert.deepEqual([...catalogue.codes.ntstatus], [[5, 'DENIED']]);
    assert.deepEqual([...catalogue.codes.notes], [[5, { text: 'Denied.', certain: true }]]);
  });

  it('reports all errors of all files at once, each with its place', () => {
    const broken = { ...rule({ title: 1 }), extra: true };
    const condition = { all: [{ value: [1], oneOf: 'x' }] };
    const other = rule({ id: 'kb-2', signs: [sign, { ...sign, id: 'b', condition }], severity: 'bad' });
    const { catalogue, errors } = loadCatalogue(
      [file(broken), file(other, 'area/kb-2.json')],
      tables({ retired: 'none' }),
    );
    assert.deepEqual(errors.map(renderCatalogueError), [
      'area/kb-1.json: extra: unknown field',
      'area/kb-1.json: title: expected a string',
      'area/kb-2.json: severity: expected one of error, warning, information',
      'area/kb-2.json: signs[1].condition.all[0].oneOf: expected a list of strings',
      'retired.json: expected a list',
    ]);
    assert.deepEqual(catalogue.rules, []);
  });

  it('keeps the rules without errors', () => {
    const { catalogue } = loadCatalogue([file(rule({ id: 'kb-2' }), 'kb-2.json'), file({})], tables());
    assert.deepEqual(
      catalogue.rules.map(({ id }) => id),
      ['kb-2'],
    );
  });

  it('says what is missing, whatever stands there instead', () => {
    for (const content of [undefined, null, 1, 'x', true]) {
      assert.ok(errorsOfFiles(file(content)).includes('expected an object'), String(content));
    }
    const missing = errorsOf({});
    for (const name of ['id', 'title', 'summary', 'cause'])
      assert.ok(missing.includes(`${name}: missing, expected a string`));
    assert.ok(missing.includes('signs: expected a list'));
  });

  it('asks for ids in kebab-case that are used once and name their file', () => {
    assert.deepEqual(errorsOf(rule({ id: 'KB_1' })), [
      'id: expected an id in kebab-case',
      'id: the file of rule KB_1 must be named KB_1.json',
    ]);
    assert.deepEqual(errorsOf(rule(), rule()), ['id: used by a rule before']);
    assert.deepEqual(errorsOf(rule({ signs: [sign, sign] })), ['signs[1].id: used by a sign before']);
    const twice = [remediation(), remediation()];
    assert.deepEqual(errorsOf(rule({ remediations: twice })), ['remediations[1].id: used by a remediation before']);
  });

  it('does not let a retired id come back', () => {
    assert.deepEqual(errorsOfFiles(file(rule({ id: 'kb-0' }), 'kb-0.json')), [
      'kb-0.json: id: kb-0 is retired and must not be used again',
    ]);
  });

  it('asks for signs that exist', () => {
    const parts = {
      crash: { signs: ['stoped'], withinSeconds: 30 },
      confidence: { confirmed: [['stopped', 'seen']], matches: [['stopped'], ['x']], possible: [] },
      samples: { match: [{ title: 'S', provider: 'P', signs: ['y'] }], noMatch: [{ title: 'S', provider: 'P' }] },
    };
    assert.deepEqual(errorsOf(rule(parts)), [
      'confidence.confirmed[0][1]: the rule has no sign seen',
      'confidence.matches[1][0]: the rule has no sign x',
      'crash.signs[0]: the rule has no sign stoped',
      'samples.match[0].signs[0]: the rule has no sign y',
    ]);
  });

  it('asks for a ladder that can be climbed', () => {
    assert.deepEqual(errorsOf(rule({ confidence: { matches: [], possible: [] } })), ['confidence: can never be met']);
    assert.deepEqual(errorsOf(rule({ confidence: { matches: [[]], possible: [] } })), [
      'confidence.matches[0]: must not be empty',
    ]);
  });

  it('asks for signs that hold of something, but not of everything', () => {
    const { eventIds, ...everything } = sign;
    assert.ok(eventIds);
    assert.deepEqual(errorsOf(rule({ signs: [everything] })), ['signs[0]: needs event ids or a condition']);
    assert.deepEqual(errorsOf(rule({ signs: [{ ...sign, providers: [] }] })), ['signs[0]: needs a provider']);
    assert.deepEqual(errorsOf(rule({ signs: [{ ...sign, source: 'pxe' }] })), [
      'signs[0]: PXE evidence has no providers',
    ]);
    assert.deepEqual(errorsOf(rule({ signs: [{ ...sign, eventIds: [1, 65536, 1.5, '7'] }] })), [
      'signs[0].eventIds[1]: expected a whole number from 0 to 65535',
      'signs[0].eventIds[2]: expected a whole number from 0 to 65535',
      'signs[0].eventIds[3]: expected a whole number from 0 to 65535',
    ]);
  });

  it('knows every kind of condition', () => {
    const value = ['param1', 1];
    const all = [
      { value, oneOf: ['a'] },
      { value, contains: ['a'] },
      { value, code: ['0x5'] },
      { value, isCode: true },
      { anyCode: ['0xC0000374'] },
      { noOtherCode: ['0xC0000374'] },
      { binaryText: ['a'] },
      { messageContains: ['a'] },
    ];
    const condition = { any: [{ not: { all } }, ...all] };
    const { catalogue, errors } = loadCatalogue([file(withCondition(condition))], tables());
    assert.deepEqual(errors, []);
    assert.deepEqual(catalogue.rules[0]?.signs[0]?.condition, condition);
  });

  it('reports conditions that are none', () => {
    const kinds = 'all, any, not, value, anyCode, noOtherCode, binaryText, messageContains';
    const cases: readonly (readonly [unknown, ...string[]])[] = [
      [{}, `: expected exactly one of ${kinds}`],
      [{ all: [], any: [] }, `: expected exactly one of ${kinds}`],
      [{ some: [] }, '.some: unknown field', `: expected exactly one of ${kinds}`],
      [{ all: [] }, '.all: must not be empty'],
      [{ value: [1] }, '.value: needs exactly one of oneOf, contains, code, isCode beside it'],
      [{ value: [0], oneOf: ['a'] }, '.value[0]: expected a whole number from 1 to 99'],
      [{ value: [], oneOf: [] }, '.value: must not be empty', '.oneOf: must not be empty'],
      [
        { value: [1], code: ['5', '0xc0000374'] },
        '.code[0]: expected a code such as 0xC0000374, in capitals',
        '.code[1]: expected a code such as 0xC0000374, in capitals',
      ],
      [{ value: [1], isCode: false }, '.isCode: expected true'],
      [{ not: [] }, '.not: expected an object', `.not: expected exactly one of ${kinds}`],
    ];
    for (const [condition, ...expected] of cases) {
      assert.deepEqual(
        errorsOf(withCondition(condition)),
        expected.map((error) => `signs[0].condition${error}`),
      );
    }
  });

  it('asks for registry changes that regedit would take', () => {
    const key = 'remediations[0].registry.changes[0].keyPath: expected a key path with its root name in full';
    const errors = (parts: Json): string[] =>
      errorsOf(rule({ remediations: [remediation({ changes: [{ ...change, ...parts }] })] }));
    for (const keyPath of [
      'HKLM\\SOFTWARE',
      'SOFTWARE\\Contoso',
      'HKEY_LOCAL_MACHINE',
      'HKEY_LOCAL_MACHINE\\A\\\\B',
      'HKEY_LOCAL_MACHINE\\A\\',
    ]) {
      assert.deepEqual(errors({ keyPath }), [key], keyPath);
    }
    for (const data of [-1, 4294967296, 1.5, '1', NaN]) {
      assert.deepEqual(errors({ data }), [
        'remediations[0].registry.changes[0].data: expected a whole number from 0 to 4294967295',
      ]);
    }
    assert.deepEqual(errors({ data: 4294967295 }), []);
    assert.deepEqual(errors({ valueType: 'REG_SZ' }), [
      'remediations[0].registry.changes[0].valueType: expected one of REG_DWORD',
    ]);
  });

  it('asks for remediations that make one good file', () => {
    const errors = (parts: Json): string[] => errorsOf(rule({ remediations: [remediation(parts)] }));
    const at = 'remediations[0].registry';
    assert.deepEqual(errors({ changes: [] }), [`${at}.changes: must not be empty`]);
    assert.deepEqual(errors({ fileName: '..\\x' }), [`${at}.fileName: expected letters, digits and hyphens`]);
    assert.deepEqual(errors({ notes: ['a\nb'] }), [`${at}.notes[0]: expected a single line`]);
    assert.deepEqual(errors({ variant: { product: 'x', bitness: 16 } }), [
      `${at}.variant.product: expected one of configmgr2007, configmgr2012`,
      `${at}.variant.bitness: expected 32 or 64`,
    ]);
  });

  it('asks for encrypted links, but for the old TechNet library', () => {
    const errors = (url: string): string[] => errorsOf(rule({ references: [{ title: 'T', url }] }));
    assert.deepEqual(errors('http://contoso.example/'), ['references[0].url: expected an https address']);
    assert.deepEqual(errors('javascript:alert(1)'), ['references[0].url: expected an https address']);
    assert.deepEqual(errors('https://contoso.example/ x'), ['references[0].url: expected an https address']);
    assert.deepEqual(errors('http://technet.microsoft.com/library/x'), []);
  });

  it('asks for samples that say what they show', () => {
    const errors = (match: Json, noMatch: Json): string[] =>
      errorsOf(rule({ samples: { match: [match], noMatch: [noMatch] } }));
    const plain = { title: 'T', provider: 'P' };
    assert.deepEqual(errors(plain, { ...plain, signs: ['stopped'] }), [
      'samples.match[0]: must name the signs that it shows',
      'samples.noMatch[0]: must not name signs',
    ]);
    assert.deepEqual(
      errors({ ...plain, signs: ['stopped'], binary: '0f' }, { ...plain, alsoFires: ['kb-1', 'kb-9'] }),
      [
        'samples.match[0].binary: expected pairs of hex digits in capitals',
        'samples.noMatch[0].alsoFires[0]: there is no other rule kb-1',
        'samples.noMatch[0].alsoFires[1]: there is no other rule kb-9',
      ],
    );
    assert.deepEqual(errorsOf(rule({ samples: { match: [], noMatch: [] } })), [
      'samples.match: must not be empty',
      'samples.noMatch: must not be empty',
    ]);
  });

  it('checks the tables beside the rules', () => {
    const { errors } = loadCatalogue(
      [],
      tables({
        messages: [
          { provider: 'P', text: 'T', source: 'S' },
          { provider: '', eventId: 7, text: 5 },
        ],
        providers: { Contoso: ['contoso'], Fabrikam: ['old', 'Old'] },
        retired: ['Kb'],
        notes: { $source: 'x', '5': {}, '0xC0000374': { text: '', certain: 'yes' } },
      }),
    );
    assert.deepEqual(errors.map(renderCatalogueError).sort(), [
      'messages.json: [0].eventId: expected a whole number from 0 to 65535',
      'messages.json: [1].provider: must not be empty',
      'messages.json: [1].source: missing, expected a string',
      'messages.json: [1].text: expected a string',
      'notes.json: 0xC0000374.certain: expected true or false',
      'notes.json: 0xC0000374.text: must not be empty',
      'notes.json: 5: expected a code such as 0xC0000374, in capitals',
      'providers.json: Contoso[0]: names a provider already',
      'providers.json: Fabrikam[1]: names a provider already',
      'retired.json: [0]: expected an id in kebab-case',
    ]);
  });
});

describe('checkCodeNames', () => {
  it('reports the errors of the tables that are read late', () => {
    const broken = tables({ names: { '0x5': 5, five: 'X' } });
    assert.deepEqual(checkCodeNames(broken).slice(0, 2).map(renderCatalogueError), [
      'names.json: 0x5: expected a string',
      'names.json: five: expected a code such as 0xC0000374, in capitals',
    ]);
    assert.deepEqual([...loadCatalogue([], broken).catalogue.codes.win32], [[5, '']]);
  });
});
