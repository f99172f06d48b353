/** Characters that cannot stand as they are in text: markup, line breaks, and what XML 1.0 has no place for. */
const NOT_PLAIN = /[&<>\0-\x08\x0a-\x1f\ud800-\udfff\ufffe\uffff]/;
const NOT_PLAIN_IN_ATTRIBUTE = /[&<>'\0-\x1f\ud800-\udfff\ufffe\uffff]/;
/** A half of a surrogate pair without the other one, seen as one character where `u` joins the pairs. */
const ESCAPED = /[&<>\0-\x08\x0a-\x1f\u{d800}-\u{dfff}\ufffe\uffff]/gu;
const ESCAPED_IN_ATTRIBUTE = /[&<>'\0-\x1f\u{d800}-\u{dfff}\ufffe\uffff]/gu;

/**
 * Text as it stands between tags. Line breaks become references, so that an event is one line and reading it gives back
 * the very characters; Windows does the same in `RenderingInfo`. Characters that XML 1.0 forbids become U+FFFD.
 */
export function escapeText(text: string): string {
  return NOT_PLAIN.test(text) ? text.replace(ESCAPED, escapeCharacter) : text;
}

/** Text as it stands between single quotes. */
export function escapeAttribute(text: string): string {
  return NOT_PLAIN_IN_ATTRIBUTE.test(text) ? text.replace(ESCAPED_IN_ATTRIBUTE, escapeCharacter) : text;
}

const REPLACEMENTS = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ["'", '&apos;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

function escapeCharacter(character: string): string {
  return REPLACEMENTS.get(character) ?? '\ufffd';
}

/** A CDATA section, or escaped text where it would break the line or end too early. */
export function cdataText(text: string): string {
  return /\]\]>|[\0-\x08\x0a-\x1f\ud800-\udfff\ufffe\uffff]/.test(text) ? escapeText(text) : `<![CDATA[${text}]]>`;
}

const PREDEFINED = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** A reference to one of the five entities that XML knows; another name is written as text, as nothing declares it. */
export function entityText(name: string): string {
  return PREDEFINED.has(name) ? `&${name};` : escapeText(`&${name};`);
}

/** What may stand nowhere in a name, after XML 1.0, section 2.3, without what lies beyond U+FFFF. */
const NO_NAME_CHARACTER =
  /[^:A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd.0-9\u00b7\u0300-\u036f\u203f\u2040-]/g;
/** Of the characters of a name, those that may not be its first. */
const NO_NAME_START = /^[.0-9\u00b7\u0300-\u036f\u203f\u2040-]/;

/** The name of an element or attribute; characters that no name may have become `_`. */
export function xmlName(name: string): string {
  if (/^[A-Za-z_:][\w:.-]*$/.test(name)) return name;
  const cleaned = name.replace(NO_NAME_CHARACTER, '_');
  return cleaned === '' || NO_NAME_START.test(cleaned) ? `_${cleaned}` : cleaned;
}
