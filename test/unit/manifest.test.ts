import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { codePageNamed, codePageNumbers, codePageRegion } from '../../src/core/index';

const ROOT = new URL('../../', import.meta.url);

interface Icons {
  readonly light: string;
  readonly dark: string;
}

interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Setting {
  readonly type: string;
  readonly scope?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly extensionKind: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: boolean; readonly description: string };
    readonly virtualWorkspaces: { readonly supported: string; readonly description: string };
  };
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly aliases: readonly string[];
      readonly extensions?: readonly string[];
      readonly firstLine: string;
      readonly configuration: string;
      readonly icon: Icons;
    }[];
    readonly grammars: readonly { readonly language?: string; readonly scopeName: string; readonly path: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly views: Readonly<
      Record<string, readonly { readonly id: string; readonly name: string; readonly icon: string }[]>
    >;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
      readonly icon?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly media: { readonly svg: string; readonly altText: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));
}

const manifest = readJson('package.json') as Manifest;
const { commands, configuration, grammars, languages, menus, views, viewsContainers, viewsWelcome, walkthroughs } =
  manifest.contributes;
const commandIds = commands.map(({ command }) => command);
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);

function assertUnique(ids: readonly string[]): void {
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  assert.deepEqual(repeated, []);
}

/** `1.100` of `^1.100.0`, as a number that sorts. */
function minorVersion(range: string): number {
  const [, major = '', minor = ''] = /(\d+)\.(\d+)/.exec(range) ?? [];
  return Number(major) * 10_000 + Number(minor);
}

describe('package.json', () => {
  it('asks for VS Code 1.100 and compiles against types that are not newer', () => {
    assert.equal(manifest.engines.vscode, '^1.100.0');
    assert(minorVersion(manifest.devDependencies['@types/vscode'] ?? '') <= minorVersion(manifest.engines.vscode));
  });

  it('declares trust and virtual workspaces, and runs where the workspace is', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.notEqual(manifest.capabilities.untrustedWorkspaces.description, '');
    // There, files come in one piece through VS Code.
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, 'limited');
    assert.match(manifest.capabilities.virtualWorkspaces.description, /50 MB/);
    assert.deepEqual(manifest.extensionKind, ['workspace']);
  });

  it('is started by documents that can hold events only', () => {
    const ours = /^(onLanguage:(xml|jsonl?|plaintext|csv|tsv|log)|onFileSystem:wintriage-log)$/;
    const others = manifest.activationEvents.filter((event) => !ours.test(event));
    assert.deepEqual(others, []);
  });

  it('refers only to files that exist', () => {
    const files = [
      manifest.icon,
      ...languages.flatMap(({ configuration: path, icon }) => [path, icon.light, icon.dark]),
      ...grammars.map(({ path }) => path),
      ...viewsContainers.activitybar.map(({ icon }) => icon),
      ...Object.values(views).flatMap((each) => each.map(({ icon }) => icon)),
      ...steps.map(({ media }) => media.svg),
    ];
    const missing = files.filter((file) => !existsSync(new URL(file, ROOT)));
    assert.deepEqual(missing, []);
  });
});

describe('the scripts in package.json', () => {
  it('are all told of in CONTRIBUTING.md, but those that others call', () => {
    const text = readFileSync(new URL('CONTRIBUTING.md', ROOT), 'utf8');
    const called = ['vscode:prepublish', 'lint', 'types', 'format'];
    const names = Object.keys(manifest.scripts).filter((name) => !called.includes(name));
    const untold = names.filter((name) => !new RegExp(`npm (run )?${name}(?![\\w:])`).test(text));
    assert.deepEqual(untold, []);
  });
});

describe('the languages in package.json', () => {
  it('have ids, names and a first line of their own', () => {
    assertUnique(languages.map(({ id }) => id));
    for (const { id, aliases, firstLine } of languages) {
      assert.match(id, /^wintriage-/);
      assert.notEqual(aliases[0], undefined);
      assert.doesNotThrow(() => new RegExp(firstLine));
    }
  });

  it('leave .csv, .txt, .xml and .log to others', () => {
    const claimed = languages.flatMap(({ extensions }) => extensions ?? []);
    assert.deepEqual(claimed, ['.reg']);
  });

  const lines: readonly (readonly [line: string, language: string | undefined])[] = [
    ['Level,Date and Time,Source,Event ID,Task Category', 'wintriage-events-csv'],
    ['\uFEFFLevel,Date and Time,Source,Event ID,Task Category,Description', 'wintriage-events-csv'],
    ['Level\tDate and Time\tSource\tEvent ID\tTask Category', 'wintriage-events-txt'],
    ['Log Name:      System', 'wintriage-events-text'],
    ['Event[0]:', 'wintriage-events-text'],
    ['Event[0]', 'wintriage-events-text'],
    ['Event Type:\tError', 'wintriage-events-text'],
    ['Event Type: Error', undefined],
    ['Event[0] = 1', undefined],
    ['Windows Registry Editor Version 5.00', 'wintriage-reg'],
    ['REGEDIT4', 'wintriage-reg'],
    ['REGEDIT42', undefined],
    ['Level,Name,Date', undefined],
    ['Log Name: ', undefined],
    ['My Log Name: x', undefined],
  ];
  for (const [line, language] of lines) {
    it(`take ${JSON.stringify(line)} for ${language ?? 'none of them'}`, () => {
      const fitting = languages.filter(({ firstLine }) => new RegExp(firstLine).test(line)).map(({ id }) => id);
      assert.deepEqual(fitting, language === undefined ? [] : [language]);
    });
  }

  it('have configurations that parse, with patterns that compile', () => {
    for (const { configuration: path } of languages) {
      const { wordPattern } = readJson(path) as { wordPattern?: { pattern: string; flags: string } };
      if (wordPattern) assert.doesNotThrow(() => new RegExp(wordPattern.pattern, wordPattern.flags));
    }
  });

  it('have a grammar each, of the scope that the file names', () => {
    assertUnique(grammars.map(({ scopeName }) => scopeName));
    const withGrammar = grammars.map(({ language }) => language);
    for (const { id } of languages) assert(withGrammar.includes(id), id);
    for (const { path, scopeName } of grammars) {
      const grammar = readJson(path) as { scopeName: string };
      assert.equal(grammar.scopeName, scopeName);
    }
  });
});

describe('the commands in package.json', () => {
  it('have ids below wintriage, titles and the category', () => {
    assertUnique(commandIds);
    for (const { command, title, category } of commands) {
      assert.match(command, /^wintriage\.[a-z][A-Za-z]+$/);
      assert.notEqual(title, '');
      assert.equal(category, 'WinTriage');
    }
  });

  it('are offered by a welcome view that names every kind of file that is read', () => {
    const [{ contents } = { contents: '' }] = viewsWelcome;
    for (const kind of ['.evtx', '.xml', '.csv', '.txt', '.json', '.log', '.reg', 'PowerShell', 'CMTrace'])
      assert.ok(contents.includes(kind), kind);
  });

  it('open every kind of file as a log from the explorer, but no folder', () => {
    const [open] = (menus['explorer/context'] ?? []).filter(({ command }) => command === 'wintriage.openAsLog');
    assert.match(open?.when ?? '', /^!explorerResourceIsFolder && /);
    const [, pattern = '', flags] = /=~ \/(.+)\/(i?)$/.exec(open?.when ?? '') ?? [];
    for (const name of [
      'evtx',
      'evt',
      'xml',
      'clixml',
      'json',
      'jsonl',
      'ndjson',
      'csv',
      'tsv',
      'txt',
      'log',
      'lo_',
      'EVTX',
    ]) {
      assert.match(`.${name}`, new RegExp(pattern, flags));
    }
    for (const name of ['reg', 'ts', 'xmlx', 'evtxx']) assert.doesNotMatch(`.${name}`, new RegExp(pattern, flags));
  });

  it('are the ones that menus, welcome view and walkthrough name', () => {
    const inMenus = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
    const texts = [...viewsWelcome.map(({ contents }) => contents), ...steps.map(({ description }) => description)];
    const inLinks = texts.flatMap((text) => [...text.matchAll(/\(command:([\w.]+)\)/g)].map((match) => match[1] ?? ''));
    const focus = Object.values(views).flatMap((each) => each.map(({ id }) => `${id}.focus`));
    const unknown = [...inMenus, ...inLinks].filter((id) => !commandIds.includes(id) && !focus.includes(id));
    assert.deepEqual(unknown, []);
  });

  it('have an icon where a menu shows nothing else', () => {
    const iconOnly = Object.values(menus).flatMap((items) =>
      items.filter(({ group }) => /^(inline|navigation)/.test(group ?? '')),
    );
    assert(iconOnly.length > 0);
    for (const { command } of iconOnly) {
      const declared = commands.find((each) => each.command === command);
      assert.match(declared?.icon ?? '', /^\$\([a-z-]+\)$/, command);
    }
  });

  it('are kept out of the palette when they need a place to act on', () => {
    const hidden = (menus['commandPalette'] ?? []).filter(({ when }) => when === 'false').map(({ command }) => command);
    const onItems = (menus['view/item/context'] ?? []).map(({ command }) => command);
    const shown = new Set(onItems.filter((command) => !hidden.includes(command)));
    assert.deepEqual([...shown], ['wintriage.showRule', 'wintriage.assignRegistry']);
  });
});

describe('the view in package.json', () => {
  it('stands in a container of its own and says what to do when it is empty', () => {
    assert.deepEqual(
      viewsContainers.activitybar.map(({ id }) => id),
      Object.keys(views),
    );
    const ids = Object.values(views).flatMap((each) => each.map(({ id }) => id));
    assert.deepEqual(ids, ['wintriage.crashes']);
    assert.deepEqual(
      viewsWelcome.map(({ view }) => view),
      ids,
    );
  });

  it('is the one that every menu of a view is for', () => {
    for (const item of [...(menus['view/title'] ?? []), ...(menus['view/item/context'] ?? [])]) {
      assert.match(item.when ?? '', /^view == wintriage\.crashes\b/);
    }
  });
});

describe('the settings in package.json', () => {
  for (const [name, setting] of Object.entries(configuration.properties)) {
    it(`describe ${name}, with a default that they allow`, () => {
      assert.match(name, /^wintriage\.[a-z][A-Za-z]+$/);
      assert.match(setting.markdownDescription ?? '', /\.$/);
      assert.equal(setting.scope, 'window');
      assert(isAllowed(setting, setting.default), JSON.stringify(setting.default));
      assert.equal(setting.enumDescriptions?.length, setting.enum?.length);
    });
  }

  it('take time zones and offsets for the zone of exports', () => {
    const zone = configuration.properties['wintriage.exportTimeZone'];
    assert(zone);
    for (const value of ['', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC', '+01:00', '-03:30', '+05:45']) {
      assert(isAllowed(zone, value), value);
    }
    for (const value of ['1', '+1', '+25:00', 'Europe/', 'a b']) assert(!isAllowed(zone, value), value);
  });
});

function isAllowed(setting: Setting, value: unknown): boolean {
  if (typeof value === 'string') {
    if (setting.enum) return setting.enum.includes(value);
    return setting.type === 'string' && (setting.pattern === undefined || new RegExp(setting.pattern).test(value));
  }
  if (typeof value === 'number') {
    const isInRange = value >= (setting.minimum ?? -Infinity) && value <= (setting.maximum ?? Infinity);
    return setting.type === 'integer' && Number.isInteger(value) && isInRange;
  }
  return setting.type === typeof value;
}

describe('the walkthrough in package.json', () => {
  it('has four steps, each with a picture that is described and an end', () => {
    assert.equal(steps.length, 4);
    assertUnique(steps.map(({ id }) => id));
    for (const { media, completionEvents } of steps) {
      assert.notEqual(media.altText, '');
      assert(completionEvents.length > 0);
    }
  });

  it('has pictures in the colours of the theme, by attributes, as VS Code drops style sheets in them', () => {
    for (const { media } of steps) {
      const svg = readFileSync(new URL(media.svg, ROOT), 'utf8');
      assert.match(svg, /"var\(--vscode-/);
      assert.doesNotMatch(svg, /<style|\bclass=|\bstyle=/);
    }
  });

  it('names every kind of file that is read in its first step', () => {
    const description = steps[0]?.description ?? '';
    for (const kind of ['.evtx', 'XML', 'CSV', 'JSON', 'text', 'wevtutil', 'PowerShell', 'CMTrace', '.reg']) {
      assert.ok(description.includes(kind), kind);
    }
  });

  it('names commands, views and languages that exist as the ends of its steps', () => {
    const known = [
      ...commandIds.map((id) => `onCommand:${id}`),
      ...languages.map(({ id }) => `onLanguage:${id}`),
      ...Object.values(views).flatMap((each) => each.map(({ id }) => `onView:${id}`)),
    ];
    const unknown = steps.flatMap(({ completionEvents }) => completionEvents).filter((event) => !known.includes(event));
    assert.deepEqual(unknown, []);
  });

  it('offers every code page that can be read, the usual one first', () => {
    const setting = manifest.contributes.configuration.properties['wintriage.fallbackEncoding'];
    assert.deepEqual([...(setting?.enum ?? [])].sort(), [...codePageNumbers.keys()].sort());
    assert.equal(setting?.enum?.[0], setting?.default);
    const regions = setting?.enum?.map((name) => codePageRegion(codePageNamed(name) ?? assert.fail(name)));
    assert.ok(setting?.enumDescriptions?.every((text, index) => text.startsWith(regions?.[index] ?? '-')));
  });
});
