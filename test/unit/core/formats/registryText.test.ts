import assert from 'node:assert/strict';
import { builtInKnownRegistry } from '../../../../src/catalogue';
import { FileScan, SourceScan } from '../../../../src/core';
import { SMS, catalogue, exported, scan } from '../registryCase';
import { readReg, stateOf } from '../../../../src/core/registry';

const HEX = Array.from({ length: 30 }, (_, at) => `${at.toString(16).padStart(2, '0')},`).join('');
const FILE = exported(
  [`[${SMS}]`, '"a"="b"'],
  [`[${SMS}\\DP]`, '"NumberOfThreads"=dword:00000008', `"Blob"=hex:${HEX}\\`, '  ff', 'nonsense'],
  [`[${SMS}\\PXE]`, '@="[HKEY_not a key]"', '"NumberOfThreads"=dword:1'],
);

const OTHER = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso';

describe('registry files as sources', () => {
  it('give values with their places, counts and problems', () => {
    const source = scan('sms.reg', FILE);
    assert.deepEqual([source.format, source.recordCount, source.registry?.keyCount], ['reg', 5, 3]);
    assert.deepEqual(
      source.registry?.values.map(({ path, name, range }) => [path.slice(SMS.length), name, range.start.line]),
      [
        ['\\DP', 'NumberOfThreads', 6],
        ['\\DP', 'Blob', 7],
        ['\\PXE', '', 12],
        ['\\PXE', 'NumberOfThreads', 13],
      ],
    );
    assert.deepEqual(
      source.problems.map(({ code, range }) => [code, range.start.line]),
      [['line-unknown', 9]],
    );
    assert.equal(source.registry.isExport, false);
  });

  it('tell the same keys in blocks of every size where a value is set again further down', () => {
    const again = [`[${OTHER}\\A]`, '"a"="b"'];
    const twice = [`[${OTHER}\\B]`, '"c"="d"', '"c"="e"'];
    const others = Array.from({ length: 720 }, (_, index) => [`[${OTHER}\\C${index}]`, `"value"="${'x'.repeat(80)}"`]);
    const text = exported(...others.slice(0, 520), again, ...others.slice(520), again, twice);
    const line = text.slice(0, text.indexOf('\\B]')).split('\n').length - 1;
    for (const size of [text.length, 0x6000, 0x9000]) {
      const scanned = new SourceScan('sms.reg', catalogue, { dateOrder: 'auto' });
      for (let at = 0; at < text.length; at += size) scanned.push(text.slice(at, at + size));
      const places = scanned.finish('utf-8').registry?.places;
      assert.deepEqual(
        places?.map(({ start, ordinal }) => [start.line, ordinal]),
        [[line, 722]],
        `blocks of ${size}`,
      );
    }
  });

  it('tell the keys that there is something to say of: problems, known keys and the first one of the 32-bit view', () => {
    const known = { ...catalogue, knownRegistry: builtInKnownRegistry() };
    const text = exported(
      [`[${OTHER}]`, '"a"="b"'],
      [`[${OTHER}\\A]`, 'nonsense'],
      [`[-${OTHER}\\B]`],
      [`[${OTHER}\\C]`, '"a"="b"'],
      [`[${SMS}\\dp]`],
      ['[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\D]'],
      ['[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\E]'],
    );
    for (const size of [text.length, 7]) {
      const scanned = new SourceScan('sms.reg', known, { dateOrder: 'auto' });
      for (let at = 0; at < text.length; at += size) scanned.push(text.slice(at, at + size));
      assert.deepEqual(
        scanned.finish('utf-8').registry?.places.map(({ start, ordinal }) => [start.line, ordinal]),
        [
          [5, 1],
          [8, 2],
          [13, 4],
          [15, 5],
        ],
      );
    }
  });

  it('give the same in blocks of every size', () => {
    const whole = scan('sms.reg', FILE);
    for (let size = 1; size < FILE.length; size += 1 + (size >> 3))
      assert.deepEqual(scan('sms.reg', FILE, size), whole);
  });

  it('give the same when they are too long for one part, and keep only what is asked for', () => {
    const filler = Array.from({ length: 3000 }, (_, at) => [`[${SMS}\\Sub${at}]`, `"Value"="${'x'.repeat(60)}"`]);
    const long = exported(
      [`[${SMS}]`],
      ...filler.slice(1500),
      [`[${SMS}\\DP]`, '"NumberOfThreads"=dword:8'],
      ...filler,
    );
    const source = scan('sms.reg', long, 5000);
    const { registry } = source;
    assert.deepEqual([registry?.keyCount, registry?.valueCount, registry?.isExport], [4502, 4501, true]);
    assert.deepEqual(registry?.state.coverage, stateOf(readReg(long)).coverage);
    assert.equal(registry.values[0]?.range.start.line, 2 + 2 + 1500 * 3 + 1);
    assert.deepEqual(source.problems, []);
    assert.ok(JSON.stringify(source).length < 5000);
  });

  it('keep a value that is written again and again once, where it stands last', () => {
    const again = Array.from({ length: 5000 }, (_, at) => `"numberofthreads"=dword:${at.toString(16)}`);
    const { registry } = scan('sms.reg', exported([`[${SMS}\\DP]`, '"NumberOfThreads"=dword:1', ...again]), 5000);
    assert.deepEqual(
      registry?.values.map(({ name, data, range }) => [name, data.bytes[0], data.bytes[1], range.start.line]),
      [['NumberOfThreads', 0x87, 0x13, 3 + again.length]],
    );
  });

  it('leave out values beyond the many that are kept, and do not say of any that it is not set then', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `"v${at}"=dword:1`);
    const { problemCount, problems, registry } = scan(
      'sms.reg',
      exported([`[${SMS}\\DP]`, ...many, '"v1"=dword:2']),
      5000,
    );
    const kept = 0x400000 / 256;
    assert.deepEqual([problemCount, registry?.values.length], [many.length - kept, kept]);
    assert.deepEqual([problems[0]?.code, problems[0]?.range.start.line], ['value-left-out', 3 + kept]);
    assert.equal(registry?.values[1]?.data.bytes[0], 2, 'one that is kept is read again');
    assert.deepEqual(new Set(registry.state.coverage.map(({ extent }) => extent)), new Set(['seen']));
  });

  it('give what could be read when they are cut off anywhere', () => {
    for (let length = 0; length < FILE.length; length++) {
      const source = scan('sms.reg', FILE.slice(0, length));
      if (source.format === 'reg') assert.ok((source.registry?.keyCount ?? 0) <= 3);
    }
  });

  it('throw nothing when their bytes are cut off anywhere, and tell of the value that is cut', () => {
    const bytes = Buffer.from(`\uFEFF${FILE}`, 'utf16le');
    const inside = FILE.indexOf('"a"="b"') + '"a"="'.length;
    for (let length = 0; length < bytes.length; length += 1) {
      const file = new FileScan('sms.reg', catalogue, { dateOrder: 'auto' });
      file.push(bytes.subarray(0, length));
      const { problems } = file.finish();
      if (length >> 1 === inside + 1) assert.equal(problems[0]?.code, 'string-not-closed');
    }
  });

  it('keep the bytes of lines that end in a backslash', () => {
    const bytes = Array.from({ length: 20 }, () => `${HEX}\\`).join('\r\n  ');
    const long = scan('sms.reg', exported([`[${SMS}\\DP]`, `"Blob"=hex:${bytes}`, '  00']));
    assert.equal(long.registry?.values[0]?.data.bytes.length, 601);
  });
});
