// A briefing as one file that needs nothing else: readable offline, on paper, aloud. It runs no script and its policy forbids any.
import { createHash } from 'node:crypto'
import { figureToSvg } from '../../../electron/shared/briefing/figureToSvg.ts'
import { escapeText, plainText } from '../../../electron/shared/briefing/plainText.ts'
import type { BriefingDocument, DocumentSlide } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import { formatsOf } from '../../../electron/shared/domain/formats.ts'
import { figureTable } from '../figureTable.ts'
import { fontFaces } from '../fonts.ts'
import { saidOf, sourceLine } from '../sourceLine.ts'
import { type Words, wordsOf } from '../words.ts'
import { type Paper, styleSheet } from './style.ts'

export interface HtmlOptions {
  /** folder of the typefaces */
  readonly fonts: string
  readonly paper?: Paper
  /** the speaker's notes are printed under their slides */
  readonly notes?: boolean
}

type Table = NonNullable<DocumentSlide['table']>
type Paragraph = DocumentSlide['support']

/** px of a drawing across the page, and beside numbers */
const WIDE = { width: 660, height: 232, text: 11 } as const
const BESIDE = { width: 440, height: 232, text: 10.5 } as const
/** A note of two pages has room for two figures on a page: those without rows of their own are lower. */
const LOW = 178

/** The lead of a long briefing stands alone with the list of what the others say: it is the largest, and no page begins half empty. */
const LEAD = 310

/** Slides from which the printed first page has a list of what they say. */
const LONG_BRIEFING = 5

/** Rows of a table that stays on one page, alone and below a figure; a longer one goes on, three rows at least on either page. */
const SHORT_TABLE = 6
const SHORT_BELOW = 4

const e = escapeText

const shownOf = (doc: BriefingDocument): readonly DocumentSlide[] =>
  doc.slides.filter(({ layout }) => layout !== 'cover' && layout !== 'sources')
const isLong = (doc: BriefingDocument): boolean => shownOf(doc).length > LONG_BRIEFING

function runs(paragraph: Paragraph, words: Words): string {
  return paragraph
    .map((run) => {
      if ('text' in run) return e(run.text)
      const { text, was, cells } = run.field
      const origin = cells.map((cell) => Object.values(cell).join(', ')).join('; ')
      const title = origin === '' ? '' : ` title="${e(origin)}"`
      return was === null
        ? `<span class="field"${title}>${e(text)}</span>`
        : `<span class="field stale"${title}>${e(text)} (${e(words('was', { value: was }))})</span>`
    })
    .join('')
}

function table({ columns, rows }: Table, caption: string): string {
  const side = (index: number): string => (columns[index]?.align === 'right' ? ' class="right"' : '')
  const head = columns.map(({ label }, index) => `<th scope="col"${side(index)}>${e(label)}</th>`).join('')
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map((cell, index) => (index === 0 ? `<th scope="row">${e(cell)}</th>` : `<td${side(index)}>${e(cell)}</td>`)).join('')}</tr>`,
    )
    .join('')
  return `<div class="scroll"><table><caption hidden>${e(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

const ARROWS = { up: 'M6 1L11 10H1Z', down: 'M6 11L1 2H11Z', held: 'M1 5H11V7H1Z' } as const

/** A printed number may wrap at its spaces, never inside a range. */
const unbroken = (text: string): string =>
  text
    .split(' ')
    .map((part) => `<span>${e(part)}</span>`)
    .join(' ')

function numbers(slide: DocumentSlide, words: Words): string {
  if (slide.numbers.length === 0) return ''
  const rows = slide.numbers.map(({ label, from, to, direction }) => {
    // a fall is hollow: direction is never told by colour
    const mark =
      direction === null
        ? '<span></span>'
        : `<svg viewBox="0 0 12 12" role="img" aria-label="${e(words(direction))}"><path d="${ARROWS[direction]}" fill="${direction === 'down' ? 'none' : '#14181F'}" stroke="#14181F" stroke-width="1.4"/></svg>`
    // the frame of words around two numbers is ours, so the marks put in for them cannot occur in it
    const figures =
      from === null
        ? `<strong>${unbroken(to)}</strong>`
        : e(words('fromTo', { from: '[[1]]', to: '[[2]]' }))
            .replace('[[1]]', () => unbroken(from))
            .replace('[[2]]', () => `<strong>${unbroken(to)}</strong>`)
    return `<li>${mark}<span>${e(label)}<b>${figures}</b></span></li>`
  })
  return `<ul class="numbers">${rows.join('')}</ul>`
}

/** A drawing with the typefaces that its text needs: an image sees none of the page's, and the system's may lack Kazakh letters. */
function withFonts(svg: string, fonts: string): string {
  const start = /^<svg\b[^>]*[^/]>/.exec(svg)?.[0]
  if (start === undefined || !svg.includes('<text')) return svg
  return `${start}<style>${fontFaces(fonts, svg)}</style>${svg.slice(start.length)}`
}

function drawing(
  slide: DocumentSlide,
  language: BriefingDocument['language'],
  id: string,
  fonts: string,
  height: number,
): string {
  const { figure, svg, notice } = slide
  const usual = slide.numbers.length > 0 ? BESIDE : WIDE
  const size = figure?.kind === 'waterfall' ? usual : { ...usual, height }
  if (figure) {
    const caption = `<figcaption>${e(figure.subtitle)}</figcaption>`
    return `<figure class="keep">${caption}${figureToSvg(figure, { ...size, language, id })}</figure>`
  }
  if (notice !== undefined) return `<p class="notice" role="note">${e(notice)}</p>`
  if (svg === null) return ''
  // never markup of this page: an image runs no script and loads nothing
  const data = Buffer.from(withFonts(svg, fonts), 'utf8').toString('base64')
  return `<figure class="keep"><img alt="${e(slide.title)}" src="data:image/svg+xml;base64,${data}"></figure>`
}

function slideHtml(slide: DocumentSlide, doc: BriefingDocument, place: number, words: Words, options: HtmlOptions): string {
  const { language } = doc
  const { fonts, notes = false } = options
  const refs = slide.sources.map((n) => `<a href="#source-${n}">[${n}]</a>`).join(' ')
  const { publishers, known } = sourceLine(doc, words, slide)
  const drawn = drawing(slide, language, `s${place}`, fonts, !isLong(doc) ? LOW : place === 1 ? LEAD : WIDE.height)
  const side = numbers(slide, words)
  const twin = slide.figure
    ? `<details><summary>${e(words('table'))}</summary>${table(figureTable(slide.figure, language, words), slide.title)}</details>`
    : ''
  const warnings = saidOf(slide, words)
  const parts = [
    `<h2>${e(slide.title)}</h2>`,
    slide.support.length === 0 ? '' : `<p class="support">${runs(slide.support, words)}</p>`,
    drawn === '' && side === '' ? '' : `<div class="body${drawn !== '' && side !== '' ? ' both' : ''}">${drawn}${side}</div>`,
    slide.table ? table(slide.table, slide.title) : '',
    slide.paragraphs.length === 0
      ? ''
      : `<div class="text">${slide.paragraphs.map((one) => `<p>${runs(one, words)}</p>`).join('')}</div>`,
    warnings.length === 0 ? '' : `<p class="warn">${warnings.map(e).join('<br>')}</p>`,
    refs === '' ? '' : `<p class="note">${e(words('sources'))}: ${e(publishers)} ${refs}. ${e(known)}.</p>`,
    twin,
    notes && slide.notes !== '' ? `<aside class="notes" aria-label="${e(words('notes'))}">${e(slide.notes)}</aside>` : '',
  ]
  // a figure with its words stays on one page; long tables and texts may go on
  const short = (slide.table?.rows.length ?? 0) <= (drawn === '' ? SHORT_TABLE : SHORT_BELOW)
  const keep = short && slide.paragraphs.length <= 2 ? ' class="keep"' : ''
  return `<section id="slide-${place}"${keep}>${parts.join('')}</section>`
}

function sourceList(doc: BriefingDocument, words: Words): string {
  const items = doc.sources.map((source, index) => {
    const lines = [
      `${words('licence')}: ${source.licence}`,
      ...(source.narrow ? [words('narrow')] : []),
      ...(source.url === '' ? [] : [source.url]),
    ]
    return `<li id="source-${index + 1}">${e(source.title)}. ${e(source.publisher)}.${lines.map((line) => `<span>${e(line)}</span>`).join('')}</li>`
  })
  return `<section><h2>${e(words('sources'))}</h2><ol class="sources">${items.join('')}</ol></section>`
}

function methodBox(doc: BriefingDocument, words: Words): string {
  const { appVersion, storeChecksum, methodId } = doc.made
  const made = [
    words('made', { version: appVersion }),
    words('methodId', { method: methodId }),
    words('store', { checksum: storeChecksum }),
  ].join(' · ')
  return `<section class="box"><h2>${e(words('method'))}</h2>${[...doc.method, ...doc.warnings].map((text) => `<p>${e(text)}</p>`).join('')}<p class="note">${e(made)}</p></section>`
}

/**
 * The document as the text of one HTML file. Every word of users and publishers stands in it as text.
 *
 * @throws {Error} when the typefaces are not there; {RangeError} a waterfall that does not add up
 */
export function documentToHtml(doc: BriefingDocument, options: HtmlOptions): string {
  const { fonts, paper = 'a4' } = options
  const words = wordsOf(doc)
  const formats = formatsOf(doc.language)
  const asOf = words('asOf', { day: formats.dayLong(doc.asOf) })
  const shown = shownOf(doc)
  const cover = doc.slides.find(({ layout }) => layout === 'cover')
  // a long briefing says on its first page what it found; a note of two pages has its sentence there
  const long = isLong(doc)
  const contents = `<nav aria-label="${e(words('contents'))}"${long ? ' class="long"' : ''}><ol>${shown.map(({ title }, index) => `<li><a href="#slide-${index + 1}">${e(title)}</a></li>`).join('')}</ol></nav>`
  const body = [
    `<header><h1>${e(doc.title)}</h1>${long || !cover || cover.support.length === 0 ? '' : `<p>${runs(cover.support, words)}</p>`}`,
    ...(cover?.paragraphs ?? []).map((one) => `<p>${runs(one, words)}</p>`),
    `<p class="meta">${e(doc.reporterName)} · ${e(formats.dayLong(doc.date))} · ${e(asOf)}</p>${contents}</header>`,
    '<main>',
    ...shown.map((slide, index) => slideHtml(slide, doc, index + 1, words, options)),
    methodBox(doc, words),
    sourceList(doc, words),
    '</main>',
  ].join('\n')
  const foot = `${doc.title.length > 70 ? `${[...doc.title].slice(0, 69).join('')}…` : doc.title} · ${asOf}`
  const style = `${fontFaces(fonts, `${body} 0123456789`)}${styleSheet(paper, plainText(foot))}`
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${doc.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Multivector ${e(doc.made.appVersion)}">
<meta name="description" content="${e(doc.subtitle)}">
<title>${e(doc.title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`
}
