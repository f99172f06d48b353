import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { FileScan, PartScan, type SourceReport, findEventBoundary, joinParts } from '../../../../src/core';
import { crash, shapes } from '../../scenario';

const catalogue = loadBuiltInCatalogue();
const settings = { dateOrder: 'auto' } as const;
const path = 'case/export.xml';

function whole(bytes: Uint8Array): SourceReport {
  const scan = new FileScan(path, catalogue, settings);
  scan.push(bytes);
  return scan.finish();
}

function inParts(bytes: Uint8Array, at: number): SourceReport | undefined {
  const [first, second] = [bytes.subarray(0, at), bytes.subarray(at)].map((part) => {
    const scan = new PartScan({ path, catalogue, settings });
    scan.push(part);
    return scan.finish();
  });
  assert.ok(first && second);
  return joinParts(first, second);
}

/** Every place at which a file may be divided, wherever the search for one starts; with a step, at every so many bytes. */
function boundariesOf(bytes: Uint8Array, step = 1): number[] {
  const found = new Set<number>();
  for (let from = 0; from < bytes.length; from += step) {
    const at = findEventBoundary(bytes, bytes.subarray(from));
    if (at !== undefined) found.add(from + at);
  }
  return [...found];
}

function xmlOf(shape: string): string {
  return shapes[shape]?.write(crash) ?? assert.fail(shape);
}

/** Of the changed texts; shorter than any element, so that the search starts in each. */
const STEP = 7;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const event = (id: number, data: string): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Service Control Manager'/>` +
  `<EventID>${id}</EventID><Level>2</Level><TimeCreated SystemTime='2012-03-14T09:1${id % 10}:00.000Z'/>` +
  `<Computer>PXE0${id % 3}</Computer></System><EventData><Data>${data}</Data></EventData></Event>`;

describe('joinParts', () => {
  for (const shape of ['Event Viewer XML', 'wevtutil XML', 'rendered XML', 'XML of the Details tab']) {
    for (const [name, change] of [
      ['', (text: string) => text],
      [' with LF', (text: string) => text.replace(/\r\n/g, '\n')],
      [' on one line', (text: string) => text.replace(/[\r\n]+/g, '')],
      [' with a byte order mark', (text: string) => `\uFEFF${text}`],
      [' with wide characters', (text: string) => text.replace(/<Computer>/g, '<Computer>Zürich-𝔘-')],
    ] as const) {
      it(`gives of ${shape}${name} what reading it in one go gives, wherever it is divided`, () => {
        const bytes = encode(change(xmlOf(shape)));
        const expected = whole(bytes);
        const boundaries = boundariesOf(bytes, name === '' ? 1 : STEP);
        assert.equal(boundaries.length, shape === 'XML of the Details tab' ? 0 : crash.length - 1);
        for (const at of boundaries) assert.deepEqual(inParts(bytes, at), expected, `divided at ${at}`);
      });
    }
  }

  it('keeps the places of problems in both parts', () => {
    const broken = event(2, 'a').replace('<Level>', '<Level').replace('7036', '7031');
    const text = `<Events>\n${event(7036, 'a')}\n${event(7031, 'WDSServer').replace('</Data>', '')}\n${event(7036, 'b')}\n${broken}</Events>`;
    const bytes = encode(text);
    const expected = whole(bytes);
    assert.ok(expected.problems.length > 0);
    const boundaries = boundariesOf(bytes);
    assert.equal(boundaries.length, 3);
    for (const at of boundaries) assert.deepEqual(inParts(bytes, at), expected);
  });

  it('finds no place to divide what is no event XML', () => {
    for (const text of [
      xmlOf('CSV'),
      xmlOf('copied text with XML'),
      `<project><Event>1</Event><Event>2</Event></project>`,
    ])
      assert.deepEqual(boundariesOf(encode(text), STEP), []);
    assert.equal(findEventBoundary(encode(xmlOf('wevtutil XML')), encode('nothing here')), undefined);
  });

  it('leaves a file to be read in one go whose parts could be read otherwise than the whole', () => {
    const two = `${event(7036, 'a')}\n${event(7036, 'b')}`;
    for (const [why, text] of Object.entries({
      'a comment that holds events': `<Events>${event(7036, 'a')}<!-- ${two} -->${event(7031, 'c')}</Events>`,
      'a CDATA section that holds events': `<Events>${event(7036, `<![CDATA[${two}]]>`)}${event(7031, 'c')}</Events>`,
      'an event that is not closed': `<Events>${event(7036, 'a').replace('</Event>', '')}${two}</Events>`,
    })) {
      const bytes = encode(text);
      const expected = whole(bytes);
      for (const at of boundariesOf(bytes)) {
        const joined = inParts(bytes, at);
        if (joined) assert.deepEqual(joined, expected, why);
      }
      assert.ok(
        boundariesOf(bytes).some((at) => inParts(bytes, at) === undefined),
        why,
      );
    }
  });

  it('leaves a file to be read in one go whose encoding only one part shows', () => {
    const text = `<Events>${event(7036, 'plain')}${event(7031, 'Zürich')}</Events>`;
    const bytes = Uint8Array.from(Buffer.from(text, 'latin1'));
    assert.equal(whole(bytes).encoding, 'windows-1252');
    const [at] = boundariesOf(bytes);
    assert.equal(inParts(bytes, at ?? 0), undefined);
  });
});
