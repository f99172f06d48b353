const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `Mon Feb 11 14:25:12 2013`, as the C runtime writes it in every display language. */
const OF_C = /^[a-z]{3} ([a-z]{3}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/i;

/** A date of the C runtime as `2013-02-11 14:25:12`; any other text as it is. */
export function plainDate(text: string): string {
  const [, month = '', day = '', clock = '', year = ''] = OF_C.exec(text) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return number === 0 ? text : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')} ${clock}`;
}
