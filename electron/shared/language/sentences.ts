// Letters at the edges of a sentence. Pure.

/** The first letter large, as a sentence or a title begins. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** A common name in mid-sentence, in any language: it begins small, but for an abbreviation ("FDI stock", «ПИИ»). */
export const smallFirst = (name: string): string => name.replace(/^\p{Lu}(?=[\p{Ll} -])/u, (letter) => letter.toLocaleLowerCase())

/** First words of English names of indicators that are names themselves and keep their capital anywhere. */
const properFirst =
  /^(?:Aktau|China|Chinese|Corruption Perceptions|Karachaganak|Kashagan|Kazakh|KazTransOil|Kazakhstan|Khorgos|Kuryk|Middle Corridor|Russian|Tengiz)(?![a-z])/

/** An English name in mid-sentence: it begins small, but for an abbreviation ("FDI stock") and a name ("Khorgos Gateway containers"). */
export const midSentence = (name: string): string =>
  /^[A-Z](?:[a-z]|$| )/.test(name) && !properFirst.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
