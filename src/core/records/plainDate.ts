const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `Mon Feb 11 14:25:12 2013`, as the C runtime writes it in every display language. */
const OF_C = /^[a-z]{3} (?<month>[a-z]{3}) {1,2}(?<day>\d{1,2}) (?<clock>\d\d:\d\d:\d\d) (?<year>\d{4})$/i;

type Parts = Readonly<Partial<Record<string, string>>>;

/** `Mar 14, 2012 @ 09:14:08.123`, the format of Kibana unless a setting names another. Source: elastic/elasticsearch issue 55586. */
const OF_KIBANA = /^(?<month>[a-z]{3}) (?<day>\d{1,2}), (?<year>\d{4}) @ (?<clock>\d\d:\d\d:\d\d\.\d{3})$/i;

/** `27-Oct-21 12:28:26`, as Windows writes it where its short date is set to `dd-MMM-yy`. */
const WITH_MONTH = /^(?<day>\d{1,2})-(?<month>[a-z]{3})-(?<year>\d{4}|\d\d) (?<clock>\d{1,2}:\d\d.*)$/i;

/** Event logs began with Windows NT in 1993: a year of two digits is one of that century from there on only. */
const FIRST_SHORT_YEAR = 93;
/** Two digits between these years and those tell no year. */
const LAST_SHORT_YEAR = 49;

/** A date of the C runtime, of Kibana or with an English month as `2013-02-11 14:25:12`; any other text as it is. */
export function plainDate(text: string): string {
  const parts: Parts = (OF_KIBANA.exec(text) ?? OF_C.exec(text) ?? WITH_MONTH.exec(text))?.groups ?? {};
  const { month = '', day = '', clock = '', year = '' } = parts;
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return number === 0 ? text : `${fullYear(year)}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')} ${clock}`;
}

function fullYear(year: string): string {
  if (year.length !== 2) return year;
  if (Number(year) <= LAST_SHORT_YEAR) return `20${year}`;
  return Number(year) >= FIRST_SHORT_YEAR ? `19${year}` : year;
}
