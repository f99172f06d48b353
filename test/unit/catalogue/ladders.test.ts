import { strict as assert } from 'node:assert';
import { loadBuiltInCatalogue } from '../../../src/catalogue';
import { confidenceOf } from '../../../src/core/rules/confidence';

const { rules } = loadBuiltInCatalogue();

/** What the signs of a rule amount to, written as `sign sign -> level` lines. */
function check(ruleId: string, lines: readonly string[]): void {
  const rule = rules.find(({ id }) => id === ruleId);
  assert.ok(rule);
  for (const line of lines) {
    const [signs = '', level] = line.split(' -> ');
    const seen = signs.split(' ');
    const known: readonly string[] = rule.signs.map(({ id }) => id);
    assert.ok(
      seen.every((sign) => known.includes(sign)),
      line,
    );
    assert.equal(confidenceOf(rule, seen) ?? 'nothing', level, line);
  }
}

describe('ladders of the built-in catalogue', () => {
  it('climbs the ladder of KB 2510665', () => {
    const all = 'heap-corruption-crash wds-terminated imgsrv-provider-failed image-server-failed imgsrv-error-code';
    check('kb-2510665', [
      'wds-terminated -> possible',
      'wds-specific-error -> possible',
      'imgsrv-error-code -> possible',
      'heap-corruption-crash imgsrv-provider-failed -> possible',
      'heap-corruption-crash image-server-failed -> possible',
      'heap-corruption-crash wds-terminated -> possible',
      'heap-corruption-crash wds-terminated imgsrv-provider-failed image-server-failed -> possible',
      'wds-terminated imgsrv-provider-failed image-server-failed imgsrv-error-code -> possible',
      `${all} -> matches`,
      `${all} wds-specific-error imgsrv-shutdown -> matches`,
      `${all} duplicate-pxe-request -> confirmed`,
    ]);
  });

  it('claims nothing of KB 2510665 on weak signs', () => {
    check('kb-2510665', [
      'heap-corruption-crash -> nothing',
      'imgsrv-shutdown -> nothing',
      'imgsrv-provider-failed -> nothing',
      'image-server-failed imgsrv-provider-failed -> nothing',
      'heap-corruption-crash imgsrv-shutdown -> nothing',
      'duplicate-pxe-request -> nothing',
    ]);
  });

  it('is not raised by a sign that comes again', () => {
    check('kb-2510665', [
      'wds-terminated wds-terminated wds-terminated wds-terminated wds-terminated wds-terminated -> possible',
      'heap-corruption-crash heap-corruption-crash heap-corruption-crash -> nothing',
    ]);
  });

  it('tells the look-alikes', () => {
    check('kb-2905002', ['msvcr100-access-violation -> matches', 'wds-terminated -> nothing']);
    check('wds-other-crash', ['other-crash -> matches', 'wds-terminated -> nothing']);
    check('wds-heap-corruption', ['heap-corruption-crash -> possible']);
    check('kb-2009647', ['server-start-denied -> possible', 'server-start-denied pxe-provider-denied -> matches']);
  });

  it('asks for side-by-side evidence before KB 2712387 matches', () => {
    check('kb-2712387', [
      'server-start-failed -> possible',
      'pxe-server-failed server-start-failed wds-specific-error all-pxe-providers-failed -> possible',
      'side-by-side-failed -> possible',
      'side-by-side-failed server-start-failed -> matches',
      'pxe-provider-side-by-side all-pxe-providers-failed -> matches',
      'all-pxe-providers-failed -> nothing',
    ]);
  });

  it('finds nothing where nothing was seen', () => {
    for (const rule of rules) assert.equal(confidenceOf(rule, []), undefined);
  });
});
