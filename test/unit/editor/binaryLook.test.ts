import assert from 'node:assert/strict';
import { looksBinary } from '../../../src/editor/binaryLook';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding);

describe('what VS Code takes for a file without text', () => {
  it('has a zero among its first bytes', () => {
    assert(looksBinary(bytes('Event[0]\r\n  Task: None\0\r\n')));
    assert(!looksBinary(bytes('Event[0]\r\n  Task: None\r\n')));
    assert(!looksBinary(bytes(`${'x'.repeat(512)}\0`)));
    assert(looksBinary(bytes(`${'x'.repeat(511)}\0`)));
    assert(!looksBinary(bytes('')));
  });

  it('is not UTF-16, which may have a byte order mark or letters of English only', () => {
    assert(!looksBinary(bytes('\ufeffИмя журнала', 'utf16le')));
    assert(!looksBinary(bytes('Event', 'utf16le')));
    assert(!looksBinary(Buffer.from(bytes('Event', 'utf16le')).swap16()));
    assert(looksBinary(bytes('Event Имя', 'utf16le')));
  });
});
