import assert from 'node:assert/strict';
import { join, relative, sep } from 'node:path';
import { listFiles } from '../../src/platform';
import { scanSharedFile, shared } from './shared';
import { text } from './truth/text';
import { xmlJson } from './truth/xmlJson';

/** Folders of which every file has a row, by the table that holds the rows. */
const tables = [
  { name: 'text', table: text, folders: ['data/text', 'data/evt-legacy', 'data/negative'] },
  { name: 'XML and JSON', table: xmlJson, folders: ['data/xml-json', 'data/pairs'] },
];

async function filesBelow(folders: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  for (const folder of folders) {
    for await (const file of listFiles(join(shared, folder))) {
      if ('error' in file) throw file.error;
      paths.push(relative(shared, file.path).split(sep).join('/'));
    }
  }
  return paths.sort();
}

describe('real files: what each is read as', () => {
  for (const { name, table, folders } of tables.filter(({ table }) => Object.keys(table).length > 0)) {
    describe(name, () => {
      it('has a row for every file, and a file for every row', async () => {
        assert.deepEqual(Object.keys(table).sort(), await filesBelow(folders));
      });

      for (const [path, expected] of Object.entries(table)) {
        it(`${path}: ${expected.join(', ')}`, async () => {
          const { format = 'none', recordCount } = await scanSharedFile(path);
          assert.deepEqual([format, recordCount], expected);
        });
      }
    });
  }
});
