import { blockFormat } from './eventBlock/blockReader';
import { eventQueryColumns, eventQueryNamed } from './eventBlock/eventQueryNames';
import { FormatListShape } from './eventBlock/formatListShape';
import { FormatTableShape } from './eventBlock/formatTableShape';
import type { Column } from './eventBlock/tableColumns';
import type { EventFormat } from './format';

/** `Date Time:    3/14/2012 9:14:08 AM`: the values stand below each other. */
const NOTATION = {
  pattern: /^(Type|Event|Date Time|Source|ComputerName|Category|User|Description): {1,24}/,
  isAligned: true,
  isOneLine: true,
  named: eventQueryNamed,
} as const;

const list = blockFormat('eventquery-list', () => new FormatListShape(NOTATION));

/** `eventquery.vbs /fo list` of Windows XP and 2003. */
export const eventQueryList: EventFormat = {
  ...list,
  detect: (head) => head.includes('Date Time: ') && list.detect(head),
};

const table = blockFormat('eventquery-table', () => new FormatTableShape(columnsIn));

/** `eventquery.vbs` without more: a table whose cells end where their columns do, the source of most events of services among them. */
export const eventQueryTable: EventFormat = {
  ...table,
  detect: (head) => head.includes(' Date Time ') && table.detect(head),
};

function columnsIn(header: string, indent: number): readonly Column[] | undefined {
  const names = [...header.matchAll(/\S+(?: \S+)*/g)];
  const meanings = eventQueryColumns(names.map(([name]) => name));
  return meanings?.map((meaning, index) => {
    const { 0: name = '', index: at = 0 } = names[index] ?? {};
    const from = indent + at;
    return { name, from, to: from + name.length, meaning, isNumber: false, isCutPlainly: true };
  });
}
