import { type EventFields, eventFields } from '../eventFields';
import { type Header, valueEnd } from './labelLine';
import { type TextContext, isNoValue, slice } from './textContext';

/** Reads the labels; a field that is missing, or was replaced by a placeholder such as `<date>`, stays missing. */
export function headerFields({ window, readTime }: TextContext, header: Header): EventFields {
  return eventFields({
    textOf: (label) => {
      const field = header.fields.get(label);
      const value = field && slice(window, field.valueFrom, valueEnd(window.text, field));
      return value && !isNoValue(value.value) ? value : undefined;
    },
    readTime,
    start: window.base + header.from,
    base: window.base,
  });
}
