/** Numbers of the tokens of binary XML that are looked at by number. Source: [MS-EVEN6] 2.2.12. */
export const Token = {
  Template: 0x0c,
  Fragment: 0x0f,
  /** Set when more of the same follows; the token that follows tells it too. */
  More: 0x40,
  WithoutMore: 0xbf,
} as const;

/** What a step of binary XML is, and what its two operands mean. */
export const Step = {
  /** An element starts. Offset of its name. */
  Open: 0,
  /** An attribute starts, up to the next step that is no content. Offset of its name. */
  Attribute: 1,
  /** The start tag ends, content follows. */
  CloseStart: 2,
  /** The start tag ends and with it the element: `<a/>`. */
  CloseEmpty: 3,
  /** `</a>`. */
  End: 4,
  /** Byte offset and number of UTF-16 units. */
  Text: 5,
  /** As {@link Step.Text}. */
  Cdata: 6,
  /** Number of the character. */
  Character: 7,
  /** `&amp;`: offset of `amp`. */
  Entity: 8,
  /** A value of the record: its index, and twice its type, plus 1 when what is around it is left out if it is null. */
  Substitution: 9,
  /** A template with its values: byte offset of the token, and where its bytes end at the latest. */
  Template: 10,
} as const;

/** Types of values; 0x80 is added for an array of them. */
export const ValueType = {
  Null: 0x00,
  String: 0x01,
  AnsiString: 0x02,
  Int8: 0x03,
  UInt8: 0x04,
  Int16: 0x05,
  UInt16: 0x06,
  Int32: 0x07,
  UInt32: 0x08,
  Int64: 0x09,
  UInt64: 0x0a,
  Real32: 0x0b,
  Real64: 0x0c,
  Bool: 0x0d,
  Binary: 0x0e,
  Guid: 0x0f,
  SizeT: 0x10,
  FileTime: 0x11,
  SystemTime: 0x12,
  Sid: 0x13,
  HexInt32: 0x14,
  HexInt64: 0x15,
  Handle: 0x20,
  BinXml: 0x21,
  Xml: 0x23,
  Array: 0x80,
} as const;
