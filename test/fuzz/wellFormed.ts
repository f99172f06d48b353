/** One token of what the `.evtx` reader may write, which is less than XML allows: no comments, no double quotes around values. */
const NAME = `[^\\s<>='"&/!\\d.-][^\\s<>='"&/!]*`;
const REFERENCE = '&(?:#\\d+|amp|lt|gt|quot|apos);';
const ATTRIBUTE = ` ${NAME}='[^<>'&]*(?:${REFERENCE}[^<>'&]*)*'`;
const TOKEN = new RegExp(
  `<(${NAME})((?:${ATTRIBUTE})*)(/?)>|</(${NAME})>|<!\\[CDATA\\[.*?\\]\\]>|[^<>&]+|${REFERENCE}`,
  'suy',
);

/** Whether the tags are closed in order, attributes are unique, and nothing stands there that is no token. */
export function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(xml);
    if (!found) return false;
    const [token, opened, attributes = '', slash, closed] = found;
    const names = [...attributes.matchAll(/ ([^= ]+)='[^']*'/g)].map(([, name]) => name);
    if (new Set(names).size !== names.length) return false;
    if (opened !== undefined && slash === '') open.push(opened);
    if (closed !== undefined && open.pop() !== closed) return false;
    at += token.length;
    if (open.length === 0 && at < xml.length) return false;
  }
  return open.length === 0;
}
