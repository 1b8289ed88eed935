// Longer than 300 lines: every kind of slide in one walk over the document.
// A briefing as a PowerPoint deck: native charts that can be edited, titles in their placeholders, notes, a source line on every slide.
import { widthOf } from '../../../electron/shared/briefing/textWidth.ts'
import type { BriefingDocument, DocumentSlide } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import { formatsOf } from '../../../electron/shared/domain/formats.ts'
import { numberList, saidOf, sourceLine } from '../sourceLine.ts'
import { type Words, wordsOf } from '../words.ts'
import { nativeChart } from './charts.ts'
import { chartSpace } from './chartXml.ts'
import { OfficePackage, XML } from './package.ts'
import { type Box, type Paragraph, paragraphXml, type Run, SANS, SERIF, Shapes } from './shapes.ts'
import { addPresentation, addSkeleton, NAMESPACES, type Skeleton, SLIDE, TITLE_BOX, tree } from './skeleton.ts'
import { workbook } from './workbook.ts'

const KIND = 'application/vnd.openxmlformats-officedocument'
const INNER = SLIDE.width - 2 * SLIDE.margin
/** Up to four lines: warnings and sources. */
const SOURCE_BOX: Box = { x: SLIDE.margin, y: 6.38, w: INNER - 1.7, h: 0.7 }
/** Where the body of a slide ends, inches. */
const BODY_END = 6.3
const [INK, TEXT2, TEXT3, WARNING] = ['14181F', '454E5B', '636C78', '8A5A00']
/** Rows of a table and items of a list that one slide holds. */
const MOST_ROWS = 13
const MOST_SOURCES = 7

/** A transparent pixel: what a program without SVG shows in the place of a drawing, whose words are in its description. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
  'base64',
)

interface Deck {
  readonly file: OfficePackage
  readonly doc: BriefingDocument
  readonly words: Words
  readonly skeleton: Skeleton
  readonly slides: string[]
  charts: number
  drawings: number
}

const run = (text: string, size: number, colour: string = INK, bold = false): Run => ({ text, size, colour, bold, font: SANS })
const titleSize = (text: string): number => (text.length <= 100 ? 28 : text.length <= 140 ? 24 : text.length <= 200 ? 20 : 16)

function runsOf(paragraph: DocumentSlide['support'], size: number, colour: string, words: Words): readonly Run[] {
  return paragraph.map((part) => {
    if ('text' in part) return run(part.text, size, colour)
    const { text, was } = part.field
    return was === null ? run(text, size, INK, true) : run(`${text} (${words('was', { value: was })})`, size, WARNING, true)
  })
}

const parts = <T>(items: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(items.length / most)) }, (_, index) => items.slice(index * most, (index + 1) * most))

/** The text of the source line: whom the slide rests on, where they stand in the list of sources, and since when it is known. */
function sourceText({ doc, words }: Deck, slide: Pick<DocumentSlide, 'sources'>): string {
  const { publishers, known } = sourceLine(doc, words, slide)
  return publishers === '' ? `${known}.` : `${words('sources')}: ${publishers} [${numberList(slide.sources)}]. ${known}.`
}

/** Adds a slide with its notes and returns its path; `draw` fills it. */
function addSlide(deck: Deck, layout: 'cover' | 'titled', notes: string, draw: (shapes: Shapes, path: string) => void): void {
  const { file, doc, skeleton, slides } = deck
  const number = slides.length + 1
  const path = `ppt/slides/slide${number}.xml`
  file.relate(path, 'slideLayout', skeleton[layout])
  const shapes = new Shapes(doc.language)
  draw(shapes, path)
  if (layout === 'titled') {
    shapes.text(
      'Multivector',
      { x: SLIDE.width - SLIDE.margin - 1.55, y: 6.83, w: 1, h: 0.25 },
      [{ runs: [run('Multivector', 9, INK, true)], align: 'r' }],
      { anchor: 'b' },
    )
    shapes.number(number)
  }
  if (notes !== '') {
    const notesPath = `ppt/notesSlides/notesSlide${number}.xml`
    file.relate(path, 'notesSlide', notesPath)
    file.relate(notesPath, 'notesMaster', skeleton.notesMaster)
    file.relate(notesPath, 'slide', path)
    const body = notes
      .split('\n')
      .map((line) => paragraphXml({ runs: line === '' ? [] : [run(line, 12)] }, doc.language))
      .join('')
    const image =
      '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    const text = `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${body}</p:txBody></p:sp>`
    file.add(
      notesPath,
      `${XML}<p:notes ${NAMESPACES}><p:cSld>${tree(image + text)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
      `${KIND}.presentationml.notesSlide+xml`,
    )
  }
  file.add(
    path,
    `${XML}<p:sld ${NAMESPACES}><p:cSld>${tree(shapes.xml())}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
    `${KIND}.presentationml.slide+xml`,
  )
  slides.push(path)
}

/** Title, and a line of support below where there is one; @returns where the rest may begin, inches. */
function head(shapes: Shapes, title: string, support: readonly Run[]): number {
  const letters = titleSize(title)
  shapes.placeholder('title', title, { size: letters, bold: true, font: SERIF })
  // what stands below a title of one line moves up to it
  const wide = (widthOf(title, (letters * 96) / 72, 650) * 1.1) / 96
  const end = TITLE_BOX.y + (wide < INNER ? TITLE_BOX.h * 0.58 : TITLE_BOX.h)
  if (support.length === 0) return end + 0.2
  const size = support[0]?.size ?? 13
  const long = support.reduce((sum, { text, bold }) => sum + widthOf(text, (size * 96) / 72, bold ? 650 : 400), 0) / 96
  const high = 0.05 + 0.25 * Math.max(1, Math.ceil((long * 1.08) / INNER))
  shapes.text('Support', { x: SLIDE.margin, y: end + 0.08, w: INNER, h: high }, [{ runs: support, line: 18 }])
  return end + high + 0.2
}

function foot(deck: Deck, shapes: Shapes, slide: DocumentSlide): void {
  const warnings = saidOf(slide, deck.words)
  const said: Paragraph[] = [{ runs: [run(sourceText(deck, slide), 9, TEXT3)], line: 12 }]
  if (warnings.length > 0) said.unshift({ runs: [run(warnings.join(' · '), 9, WARNING)], line: 12 })
  shapes.text('Sources', SOURCE_BOX, said, { anchor: 'b' })
}

function numbersColumn(deck: Deck, shapes: Shapes, slide: DocumentSlide, box: Box): void {
  const step = Math.min(0.95, box.h / Math.max(1, slide.numbers.length))
  slide.numbers.forEach(({ label, from, to, direction }, index) => {
    const y = box.y + index * step
    shapes.line('Rule', { x: box.x, y, w: box.w, h: 0 }, 'DFE3E8', 0.75)
    if (direction !== null) shapes.direction({ x: box.x, y: y + 0.2, w: 0.14, h: 0.12 }, direction, deck.words(direction))
    // the words around two numbers are ours, so the signs put in for them cannot occur in them
    const around = deck.words('fromTo', { from: '[[from]]', to: '[[to]]' }).split(/(\[\[from]]|\[\[to]])/)
    const value: readonly Run[] =
      from === null
        ? [run(to, 17, INK, true)]
        : around
            .filter((text) => text !== '')
            .map((text) =>
              text === '[[from]]' ? run(from, 17, TEXT3) : text === '[[to]]' ? run(to, 17, INK, true) : run(text, 17, TEXT3),
            )
    shapes.text('Number', { x: box.x + 0.28, y: y + 0.08, w: box.w - 0.28, h: step - 0.1 }, [
      { runs: [run(label, 10.5, TEXT2)], after: 2 },
      { runs: value },
    ])
  })
}

/** The largest place inside a box that keeps the proportions of a drawing, in its upper left corner. */
function fitted(svg: string, box: Box): Box {
  const [, width, height] = /^<svg[^>]*? width="([\d.]+)(?:px)?" height="([\d.]+)(?:px)?"/.exec(svg) ?? []
  const ratio = Number(width) / Number(height)
  if (!(ratio > 0)) return box
  const w = Math.min(box.w, box.h * ratio)
  return { ...box, w, h: w / ratio }
}

function figureSlide(deck: Deck, slide: DocumentSlide): void {
  const { file, doc, words } = deck
  addSlide(deck, 'titled', slide.notes, (shapes, path) => {
    const top = head(shapes, slide.title, runsOf(slide.support, 13, TEXT2, words))
    const beside = slide.numbers.length > 0
    const wide = beside ? 7.75 : INNER
    const lines = slide.figure ? Math.ceil((widthOf(slide.figure.subtitle, 16) * 1.08) / 96 / wide) : 1
    const under = 0.12 + 0.2 * lines
    const body: Box = { x: SLIDE.margin, y: top + under, w: wide, h: BODY_END - top - under }
    if (slide.figure) {
      shapes.text('Subtitle', { x: SLIDE.margin, y: top, w: wide, h: 0.2 * lines }, [
        { runs: [run(slide.figure.subtitle, 12, TEXT2)] },
      ])
      const chart = nativeChart(slide.figure, body, doc.language, words)
      deck.charts += 1
      const chartPath = `ppt/charts/chart${deck.charts}.xml`
      const sheetPath = `ppt/embeddings/chart${deck.charts}.xlsx`
      file.add(sheetPath, workbook({ Sheet1: chart.sheet }), null)
      const sheet = file.relate(chartPath, 'package', sheetPath)
      file.add(chartPath, chartSpace(chart.frame, chart.plot, sheet), `${KIND}.drawingml.chart+xml`)
      shapes.chart(chart.frame.box, file.relate(path, 'chart', chartPath), slide.figure.summary)
      chart.over(shapes)
    } else if (slide.notice !== undefined) {
      shapes.text('Notice', { ...body, h: Math.min(body.h, 2.6) }, [{ runs: [run(slide.notice, 16, WARNING)], align: 'ctr' }], {
        anchor: 'ctr',
        fill: 'FFF4D9',
        inset: 0.8,
      })
    } else if (slide.svg !== null) {
      deck.drawings += 1
      const [drawing, pixel] = [`ppt/media/drawing${deck.drawings}.svg`, `ppt/media/drawing${deck.drawings}.png`]
      file.add(drawing, slide.svg, null)
      file.add(pixel, slide.png === null ? PIXEL : Buffer.from(slide.png, 'base64'), null)
      shapes.picture(fitted(slide.svg, body), file.relate(path, 'image', pixel), file.relate(path, 'image', drawing), slide.title)
    }
    if (beside)
      numbersColumn(deck, shapes, slide, {
        x: 8.85,
        y: top + 0.32,
        w: SLIDE.width - SLIDE.margin - 8.85,
        h: BODY_END - top - 0.32,
      })
    foot(deck, shapes, slide)
  })
}

/** A table of few rows has larger letters and more air, so that it fills its slide and is read from the last row of a room. */
function tableLook(lines: number, room: number): { readonly size: number; readonly height: number } {
  const size = lines <= 6 ? 16 : lines <= 9 ? 14 : lines <= 11 ? 12 : 11
  return { size, height: Math.min(size * 0.045, room / lines) }
}

function tableSlides(deck: Deck, slide: DocumentSlide, table: NonNullable<DocumentSlide['table']>): void {
  const pages = parts(table.rows, MOST_ROWS)
  pages.forEach((rows, index) => {
    const title = pages.length === 1 ? slide.title : `${slide.title} (${index + 1}/${pages.length})`
    addSlide(deck, 'titled', index === 0 ? slide.notes : '', (shapes) => {
      const top = head(shapes, title, index === 0 ? runsOf(slide.support, 13, TEXT2, deck.words) : [])
      const { size, height } = tableLook(rows.length + 1, BODY_END - top)
      const cell = (text: string, column: number, bold: boolean): Paragraph => ({
        runs: [run(text, size, bold ? TEXT2 : INK, bold)],
        align: table.columns[column]?.align === 'right' ? 'r' : 'l',
      })
      const lengths = table.columns.map(({ label }, column) =>
        Math.min(60, Math.max(label.length, ...table.rows.map((row) => (row[column] ?? '').length), 6)),
      )
      const sum = lengths.reduce((a, b) => a + b, 0)
      const lines = [
        table.columns.map(({ label }, column) => cell(label, column, true)),
        ...rows.map((row) => table.columns.map((_, column) => cell(row[column] ?? '', column, false))),
      ]
      shapes.table(
        { x: SLIDE.margin, y: top, w: INNER, h: height * lines.length },
        lengths.map((length) => (INNER * length) / sum),
        lines,
        height,
        slide.title,
      )
      foot(deck, shapes, slide)
    })
  })
}

function textSlide(deck: Deck, slide: DocumentSlide): void {
  addSlide(deck, 'titled', slide.notes, (shapes) => {
    const top = head(shapes, slide.title, runsOf(slide.support, 13, TEXT2, deck.words))
    const length = slide.paragraphs.flat().reduce((sum, part) => sum + ('text' in part ? part.text : part.field.text).length, 0)
    const size = length < 500 ? 18 : length < 900 ? 15 : length < 1500 ? 12 : 10
    const wide = slide.numbers.length > 0 ? 7.75 : INNER * 0.85
    shapes.text(
      'Text',
      { x: SLIDE.margin, y: top, w: wide, h: 6.5 - top },
      slide.paragraphs.map((one) => ({ runs: runsOf(one, size, INK, deck.words), line: size * 1.35, after: size * 0.6 })),
    )
    if (slide.numbers.length > 0)
      numbersColumn(deck, shapes, slide, { x: 8.85, y: top, w: SLIDE.width - SLIDE.margin - 8.85, h: BODY_END - top - 0.32 })
    foot(deck, shapes, slide)
  })
}

function coverSlide(deck: Deck, slide: DocumentSlide): void {
  const { doc, words } = deck
  const formats = formatsOf(doc.language)
  addSlide(deck, 'cover', slide.notes, (shapes) => {
    shapes.placeholder('ctrTitle', slide.title, { size: slide.title.length > 90 ? 32 : 40, bold: true, font: SERIF })
    const said = slide.support.map((part) => ('text' in part ? part.text : part.field.text)).join('')
    shapes.placeholder('subTitle', said === '' ? doc.subtitle : said, { size: 18, colour: TEXT2, font: SANS }, ' idx="1"')
    shapes.line('Rule', { x: SLIDE.margin, y: 4.95, w: 1.2, h: 0 }, INK, 1.5)
    const meta = `${doc.reporterName} · ${formats.dayLong(doc.date)} · ${words('asOf', { day: formats.dayLong(doc.asOf) })}`
    shapes.text('Date', { x: SLIDE.margin, y: 5.1, w: INNER, h: 0.35 }, [{ runs: [run(meta, 13, TEXT3)] }])
    shapes.text(
      'Multivector',
      { x: SLIDE.width - SLIDE.margin - 2, y: 6.83, w: 2, h: 0.25 },
      [{ runs: [run('Multivector', 9, INK, true)], align: 'r' }],
      { anchor: 'b' },
    )
  })
}

function closingSlides(deck: Deck, notes: string): void {
  const { doc, words } = deck
  const made = [
    words('made', { version: doc.made.appVersion }),
    words('methodId', { method: doc.made.methodId }),
    words('store', { checksum: doc.made.storeChecksum }),
  ].join(' · ')
  addSlide(deck, 'titled', '', (shapes) => {
    const top = head(shapes, words('method'), [])
    const said = [...doc.method, ...doc.warnings]
    const length = said.join('').length
    const size = length < 900 ? 16 : length < 1300 ? 14 : length < 1600 ? 12 : 10
    shapes.text(
      'Method',
      { x: SLIDE.margin, y: top, w: INNER, h: BODY_END - top },
      said.map((text) => ({ runs: [run(text, size)], line: size * 1.35, after: size * 0.5 })),
    )
    shapes.text('Made', SOURCE_BOX, [{ runs: [run(made, 9, TEXT3)] }], { anchor: 'b' })
  })
  const pages = parts(
    doc.sources.map((source, index) => ({ source, number: index + 1 })),
    MOST_SOURCES,
  )
  pages.forEach((list, index) => {
    const title = pages.length === 1 ? words('sources') : `${words('sources')} (${index + 1}/${pages.length})`
    addSlide(deck, 'titled', index === 0 ? notes : '', (shapes) => {
      const top = head(shapes, title, [])
      const lines = list.flatMap(({ source, number }): Paragraph[] => [
        { runs: [run(`${number}.  ${source.title}. `, 12, INK, true), run(`${source.publisher}.`, 12)], line: 16 },
        {
          runs: [
            run(
              [
                `${words('licence')}: ${source.licence}`,
                ...(source.narrow ? [words('narrow')] : []),
                ...(source.url === '' ? [] : [source.url]),
              ].join(' · '),
              10,
              TEXT3,
            ),
          ],
          line: 13,
          after: 6,
        },
      ])
      shapes.text('Sources', { x: SLIDE.margin, y: top, w: INNER, h: 6.5 - top }, lines)
    })
  })
}

/**
 * The document as a PPTX file. The same document makes the same bytes. A table or a list of sources that is too long for one slide goes on.
 *
 * @returns the file and how many slides it has
 * @throws {RangeError} a waterfall with a missing step
 */
export function documentToPptx(doc: BriefingDocument): { readonly file: Uint8Array; readonly slides: number } {
  const file = new OfficePackage()
  const deck: Deck = { file, doc, words: wordsOf(doc), skeleton: addSkeleton(file), slides: [], charts: 0, drawings: 0 }
  for (const slide of doc.slides) {
    if (slide.layout === 'sources') continue
    if (slide.layout === 'cover') coverSlide(deck, slide)
    else if (slide.figure || slide.svg !== null || slide.notice !== undefined) figureSlide(deck, slide)
    else if (slide.table) tableSlides(deck, slide, slide.table)
    else textSlide(deck, slide)
  }
  closingSlides(deck, doc.slides.find(({ layout }) => layout === 'sources')?.notes ?? '')
  addPresentation(file, doc, deck.slides, deck.skeleton)
  return { file: file.bytes(), slides: deck.slides.length }
}
