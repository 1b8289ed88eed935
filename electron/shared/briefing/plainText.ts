// Text of users and publishers on its way into a file: always text, never markup, and never able to reorder what stands beside it.

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g
/** halves of pairs that stand alone */
const HALVES = /\p{Surrogate}/gu
/** marks that turn the direction of the text after them; letters of such scripts keep their own direction without them */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g

/** A text without characters that no XML can hold (controls, halves of surrogate pairs) and without marks that change the reading order. */
export const plainText = (text: string): string => text.replace(HALVES, '').replace(CONTROLS, '').replace(DIRECTIONS, '')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** {@link plainText}, escaped for elements and attributes of XML and HTML. */
export const escapeText = (text: string): string => plainText(text).replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found)
