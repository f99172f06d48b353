import { type RegData, REG_DWORD, REG_QWORD, decodeData, foldName } from '../registry/index';
import { renderTime } from './timeText';

/** Milliseconds from 1601 to 1970, where Windows and Unix begin to count. */
const BEFORE_1970 = 11_644_473_600_000n;
const UNITS_IN_MILLISECOND = 10_000n;
/** A FILETIME of Windows NT is not older, and a count of something else is hardly ever in between. */
const FIRST_YEAR = Date.UTC(1993, 0);
const LAST_YEAR = Date.UTC(2100, 0);

const ADDRESS_NAME = /address|ipaddr|gateway|subnet|netmask|dnsserver|nameserver/;
/** AF_INET, as the first two bytes of a socket address. */
const IPV4_FAMILY = 2;
const SOCKET_ADDRESS_SIZE = 16;

/** What numbers and bytes may stand for besides: a time, an address. Each a short text; plain. */
export function regReadings(data: RegData, name: string): readonly string[] {
  return [fileTime(data), address(data, name)].filter((reading) => reading !== undefined);
}

/** Eight bytes that are a moment between 1993 and 2100 as a FILETIME. */
function fileTime({ type, bytes }: RegData): string | undefined {
  if (bytes.length !== 8 || decodeData({ type: REG_QWORD, bytes }).kind !== 'qword') return undefined;
  const units = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
  const milliseconds = Number(units / UNITS_IN_MILLISECOND - BEFORE_1970);
  if (milliseconds < FIRST_YEAR || milliseconds > LAST_YEAR || isText(type)) return undefined;
  return `as a FILETIME ${renderTime({ milliseconds, zone: 'utc' }, { displayZone: 'utc' })}`;
}

/** Four bytes of a value whose name speaks of an address, or a whole socket address. */
function address({ type, bytes }: RegData, name: string): string | undefined {
  if (isText(type)) return undefined;
  if (bytes.length === SOCKET_ADDRESS_SIZE && bytes[0] === IPV4_FAMILY && bytes[1] === 0) {
    const isRest = bytes.subarray(8).every((byte) => byte === 0);
    const port = ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0);
    return isRest ? `as a socket address ${dotted(bytes.subarray(4, 8))}, port ${port}` : undefined;
  }
  if (bytes.length !== 4 || !ADDRESS_NAME.test(foldName(name))) return undefined;
  const reversed = dotted(Uint8Array.from(bytes).reverse());
  return type === REG_DWORD ? `as an IP address ${reversed}` : `as an IP address ${dotted(bytes)}`;
}

function dotted(bytes: Uint8Array): string {
  return bytes.join('.');
}

/** REG_SZ, REG_EXPAND_SZ, REG_MULTI_SZ and links. */
function isText(type: number): boolean {
  return type === 1 || type === 2 || type === 6 || type === 7;
}
