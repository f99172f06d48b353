import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_FOLDER, sampleFiles } from '../../../build/samples';

/** Paths of all files below the folder of the sample case, with `/`. */
function filesOnDisk(): readonly string[] {
  const entries = readdirSync(SAMPLE_FOLDER, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(SAMPLE_FOLDER.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** The elements that are left open, or closed without having been opened, at the end of `xml`. */
function unbalancedElements(xml: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = '', empty] of xml.matchAll(/<(\/?)(\w+)[^<>]*?(\/?)>/g)) {
    if (slash === '/' && open.at(-1) === name) open.pop();
    else if (empty === '') open.push(`${slash}${name}`);
  }
  return open;
}

describe('the sample case', () => {
  const files = sampleFiles();

  for (const [path, text] of files) {
    it(`holds in ${path} what build/samples.ts makes`, () => {
      assert(Buffer.from(text).equals(readFileSync(join(SAMPLE_FOLDER, path))), 'run: npx tsx build/samples.ts');
    });
  }

  it('holds no other files but its README', () => {
    const others = filesOnDisk().filter((path) => !files.has(path));
    assert.deepEqual(others, ['README.md']);
  });

  it('closes every element of its XML', () => {
    for (const [path, text] of files) {
      if (path.endsWith('.xml')) assert.deepEqual(unbalancedElements(text), [], path);
    }
  });

  it('uses documentation names and addresses only', () => {
    const all = [...files.values()].join('\n');
    const hosts = all.match(/[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|local|example)\b/g) ?? [];
    const strange = new Set(
      hosts.filter((host) => !host.endsWith('.contoso.example') && host !== 'schemas.microsoft.com'),
    );
    assert.deepEqual([...strange], []);
    const addresses = new Set(all.match(/\b(?:\d{1,3}\.){3}\d{1,3}(?=:)/g) ?? []);
    assert.deepEqual(
      [...addresses].filter((address) => !/^(?:192\.0\.2\.\d+|0\.0\.0\.0)$/.test(address)),
      [],
    );
  });
});
