import { join } from 'node:path';
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { type SourceReport, correlate, renderTextReport } from '../../src/core';
import { listFiles, scanFile } from '../../src/platform';
import { assertGolden } from './golden';

const root = join(__dirname, '../..');
const catalogue = loadBuiltInCatalogue();

describe('the sample case', () => {
  it('gives the report that is kept', async () => {
    const sources: SourceReport[] = [];
    for await (const file of listFiles(join(root, 'samples'))) {
      const source = await scanFile(file.path, catalogue, { dateOrder: 'auto' });
      // Reported from the root of the repository, wherever that is.
      const relative = <T extends { path: string }>(each: T): T => ({
        ...each,
        path: each.path.slice(root.length + 1),
      });
      if (source.format) sources.push({ ...relative(source), findings: source.findings.map(relative) });
    }
    const settings = { windowMinutes: 10, localOffsetMinutes: undefined, unnamedComputer: 'folder' } as const;
    const report = renderTextReport(correlate(sources, catalogue, settings), catalogue, {
      times: { displayZone: 'utc' },
    });
    assertGolden('sample-case', report);
  });
});
