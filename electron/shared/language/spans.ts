/** A year and the month of it (2022-02), which is no span. */
const MONTH = /^(?:1[89]|20)\d\d-(?:0\d|1[0-2])$/
const SPAN = /(?<![\w./-])(\d+(?:[.,]\d+)?)-(\d+(?:[.,]\d+)?)(?![\w-])/g

/** A text for display: a span of numbers joined by a hyphen (2018-2020, 9.8-11.1) gets an en dash; dates, codes and addresses stay. */
export const withSpans = (text: string): string =>
  text.replace(SPAN, (whole, from: string, to: string) => (MONTH.test(whole) ? whole : `${from}–${to}`))

/** An English sentence of the data as it is set on a page: spans with an en dash, quotation marks and apostrophes that turn. */
export const typeset = (text: string): string =>
  withSpans(text)
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
