// Texts that would be dangerous as markup, formulas or marks of direction, put into every place of a document that a user or publisher fills.
import type { BriefingDocument } from '../../../electron/shared/contract/schema/briefingDocument.ts'

export const hostileTexts = {
  html: '<script>alert(1)</script><img src=x onerror=alert(2)>',
  attribute: '" onload="alert(3)" x=\'y\'',
  svg: '</text></svg><svg onload=alert(4)>',
  markdown: '[click](javascript:alert(5)) **bold** `code`',
  formula: '=HYPERLINK("http://evil.example","x")',
  css: '"}</style><style>*{display:none}',
  cdata: ']]>&lt;&amp;amp;',
  bidi: 'left\u202Etfel\u2066x\u2069',
  control: 'bell\u0007 and half \uD800',
} as const

/** Letters that no file shows. */
export const hidden = ['\u0007', '\u202E', '\u2066', '\u2069', '\uD800'] as const

/** What is to be seen of a text in a file: everything but controls, halves of letters and marks of direction. */
export const shownText = (text: string): string => hidden.reduce((shown, letter) => shown.replaceAll(letter, ''), text)

/** The document with one text in every place. */
export function withText(doc: BriefingDocument, text: string): BriefingDocument {
  return {
    ...doc,
    title: text,
    subtitle: text,
    reporterName: text,
    method: [text],
    warnings: [text],
    sources: doc.sources.map((source) => ({ ...source, title: text, publisher: text, licence: text })),
    slides: doc.slides.map((slide) => ({
      ...slide,
      title: text,
      notes: text,
      warnings: [text],
      support: [{ text }, { field: { text, was: text, cells: [] } }],
      paragraphs: slide.layout === 'text' ? [[{ text }]] : [],
      numbers: slide.numbers.map((number) => ({ ...number, label: text, from: number.from === null ? null : text, to: text })),
      table: slide.table && {
        columns: slide.table.columns.map((column) => ({ ...column, label: text })),
        rows: slide.table.rows.map((row) => row.map(() => text)),
      },
      figure: slide.figure && {
        ...slide.figure,
        subtitle: text,
        summary: text,
        series: slide.figure.series.map((one) => ({ ...one, label: text })),
        gaps: slide.figure.gaps.map((gap) => ({ ...gap, reason: text })),
        events: slide.figure.events.map((event) => ({ ...event, label: text })),
        periods:
          slide.figure.kind === 'bar' || slide.figure.kind === 'waterfall'
            ? slide.figure.periods.map((_, index) => `${text} ${index}`)
            : slide.figure.periods,
      },
    })),
  }
}
