import type { DateOrder } from '../records/eventTime';

const ORDERS: Readonly<Record<DateOrder, string>> = {
  dayFirst: 'the day first',
  monthFirst: 'the month first',
};

/** Of one event whose date leaves day and month open as the whole file does. */
export function dateOrderNote(order: DateOrder): string {
  return `Day and month of its date could be the other way round: nothing in the file tells. It was read with ${ORDERS[order]}; the setting wintriage.dateOrder states it.`;
}

/** Of a file. */
export function assumedOrderText(order: DateOrder): string {
  return `dates read with ${ORDERS[order]}, which nothing in the file tells: wintriage.dateOrder or --date-order states it`;
}
