/**
 * The name with a blank for each line end in it, whatever blanks stand around that: mails break long lines, also inside of names, and
 * in attributes of XML a line end always is a blank.
 */
export function onOneLine(name: string): string {
  return /[\r\n]/.test(name) ? name.replace(/\s+/g, ' ') : name;
}
