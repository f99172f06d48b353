/**
 * A log as ConfigMgr writes it, after the shape of real ones: entries of some 400 bytes, one in eight of them several lines
 * long, one in fifty a warning and one in a hundred an error. Deterministic.
 */
export function cmTraceOf(megabytes: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let index = 0; length < megabytes * 1e6; index++) {
    const entry = entryAt(index);
    parts.push(entry);
    length += entry.length;
  }
  return parts.join('');
}

const COMPONENTS = ['SMSPXE', 'TSManager', 'ccmsetup', 'ContentTransferManager', 'PolicyAgent_ReplyAssignments'];

const DUMP =
  '\r\n Operation: BootRequest (1)  Addr type: 1 Addr Len: 6 Hop Count: 1 ID: 0A1B2C3D\r\n' +
  ' Sec Since Boot: 4 Client IP: 000.000.000.000 Your IP: 000.000.000.000 Server IP: 000.000.000.000\r\n' +
  ' Addr: 00:53:00:12:34:56:\r\n Magic Cookie: 63538263\r\n Options:\r\n  Type=53 Msg Type: 1=Discover';

function entryAt(index: number): string {
  const time = new Date(Date.UTC(2012, 2, 14) + index * 250).toISOString();
  const date = `${time.slice(5, 7)}-${time.slice(8, 10)}-${time.slice(0, 4)}`;
  const component = COMPONENTS[index % COMPONENTS.length] ?? '';
  return `<![LOG[${messageAt(index)}]LOG]!><time="${time.slice(11, 23)}+300" date="${date}" component="${component}" context="" type="${typeAt(index)}" thread="${1000 + (index % 90)}" file="source${index % 40}.cpp:${index % 4000}">\r\n`;
}

function messageAt(index: number): string {
  if (index % 8 === 0) return DUMP;
  return `Request ${index} for package CON00${index % 1000}: ${'looking up the device in the database; '.repeat(index % 9)}done`;
}

function typeAt(index: number): number {
  if (index % 100 === 99) return 3;
  return index % 50 === 0 ? 2 : 1;
}
