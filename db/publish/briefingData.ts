// The figures behind a briefing as data: unrounded, one row per number, with what made them and whom they come from.
import type { BriefingDocument } from '../../electron/shared/contract/schema/briefingDocument.ts'
import { encodePeriod } from '../../electron/shared/domain/period.ts'
import { csvText, dataPackage, type Row, SOURCE_COLUMNS, sourceRows, textFields } from './dataFiles.ts'
import { workbook } from './pptx/workbook.ts'

const COLUMNS = [
  'slide',
  'title',
  'kind',
  'subtitle',
  'series',
  'partner',
  'period',
  'value',
  'low',
  'high',
  'unit',
  'sources',
] as const
const NUMBERS = ['slide', 'label', 'from', 'to', 'indicator', 'reporter', 'partner', 'period', 'source'] as const

/** A row per figure of a drawing; a figure that is missing has a row without a number. */
function figureRows(doc: BriefingDocument): readonly Row[] {
  return doc.slides.flatMap((slide, index) =>
    (slide.figure?.series ?? []).flatMap((one) =>
      (slide.figure?.periods ?? []).map(
        (period, place): Row => [
          index + 1,
          slide.title,
          slide.figure?.kind ?? '',
          slide.figure?.subtitle ?? '',
          one.label,
          one.partner ?? '',
          period,
          one.values[place] ?? null,
          one.low?.[place] ?? null,
          one.high?.[place] ?? null,
          slide.figure?.unit.code ?? '',
          slide.sources.join(' '),
        ],
      ),
    ),
  )
}

/** A row per cell of the store behind a number beside a figure or inside a sentence; the number as printed. */
function numberRows(doc: BriefingDocument): readonly Row[] {
  return doc.slides.flatMap((slide, index) => {
    const beside = slide.numbers.map(({ label, from, to, cells }) => ({ label, from: from ?? '', to, cells }))
    const inside = [...slide.support, ...slide.paragraphs.flat()].flatMap((run) =>
      'field' in run ? [{ label: '', from: '', to: run.field.text, cells: run.field.cells }] : [],
    )
    return [...beside, ...inside].flatMap(({ label, from, to, cells }) =>
      cells.map(
        (cell): Row => [index + 1, label, from, to, cell.indicator, cell.reporter, cell.partner, cell.period, cell.source ?? ''],
      ),
    )
  })
}

function aboutRows(doc: BriefingDocument): readonly Row[] {
  const { appVersion, storeChecksum, methodId } = doc.made
  return [
    ['title', doc.title],
    ['reporter', doc.reporter],
    ['language', doc.language],
    ['composed', doc.date],
    ['as known on', doc.asOf],
    ['Multivector', appVersion],
    ['store checksum', storeChecksum],
    ['method', methodId],
    ...[...doc.method, ...doc.warnings].map((text): Row => ['note', text]),
  ]
}

/** What the file is about stands below the figures, so that programs which read tables find the headings in the first line. */
const csvOf = (doc: BriefingDocument): string =>
  csvText([COLUMNS, ...figureRows(doc), [], ...aboutRows(doc), ...sourceRows(doc.sources).map((row) => ['source', ...row])])

const SDMX = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'SLIDE',
  'SERIES',
  'REF_AREA',
  'COUNTERPART_AREA',
  'TIME_PERIOD',
  'STEP',
  'OBS_VALUE',
  'OBS_LOW',
  'OBS_HIGH',
  'OBS_STATUS',
  'UNIT_MEASURE',
  'TITLE',
  'SOURCE',
  'AS_OF',
  'APP_VERSION',
  'STORE_CHECKSUM',
  'METHOD',
] as const

/**
 * SDMX-CSV 2.0 of the drawn figures, which are computed shares and indices: a dataflow of its own, with version, store and method as
 * attributes. Steps of a waterfall and other categories that are no periods stand in STEP. A missing figure has the status O.
 */
function sdmxOf(doc: BriefingDocument): string {
  const { appVersion, storeChecksum, methodId } = doc.made
  const rows = doc.slides.flatMap((slide, index) =>
    (slide.figure?.series ?? []).flatMap((one) =>
      (slide.figure?.periods ?? []).map((period, place): Row => {
        const [value, low, high] = [one.values[place] ?? null, one.low?.[place] ?? null, one.high?.[place] ?? null]
        const timed = encodePeriod(period) !== null
        return [
          'dataflow',
          'MULTIVECTOR:BRIEFING(1.0)',
          'I',
          index + 1,
          one.id,
          doc.reporter,
          one.partner ?? '',
          timed ? period : '',
          timed ? '' : period,
          value,
          low,
          high,
          value === null && low === null && high === null ? 'O' : 'A',
          slide.figure?.unit.code ?? '',
          slide.title,
          slide.sources.flatMap((number) => doc.sources[number - 1]?.code ?? []).join(' '),
          doc.asOf,
          appVersion,
          storeChecksum,
          methodId,
        ]
      }),
    ),
  )
  return csvText([SDMX, ...rows])
}

function xlsxOf(doc: BriefingDocument): Uint8Array {
  return workbook({
    Figures: [COLUMNS, ...figureRows(doc)],
    Numbers: [NUMBERS, ...numberRows(doc)],
    Sources: [SOURCE_COLUMNS, ...sourceRows(doc.sources)],
    About: aboutRows(doc),
  })
}

/** Frictionless Data Package. */
const packageOf = (doc: BriefingDocument): Uint8Array =>
  dataPackage({
    name: 'multivector-briefing',
    title: doc.title,
    created: doc.date,
    asOf: doc.asOf,
    made: doc.made,
    sources: doc.sources,
    tables: [
      { name: 'figures', fields: textFields(COLUMNS, ['slide', 'value', 'low', 'high']), rows: figureRows(doc) },
      { name: 'numbers', fields: textFields(NUMBERS, ['slide']), rows: numberRows(doc) },
    ],
    about: aboutRows(doc),
  })

/** The figures behind a briefing as a file. A text that a spreadsheet would take for a formula has an apostrophe before it in CSV; a workbook holds it as text. */
export const briefingData: Readonly<
  Record<'csv' | 'xlsx' | 'datapackage' | 'sdmx-csv', (doc: BriefingDocument) => string | Uint8Array>
> = {
  csv: csvOf,
  xlsx: xlsxOf,
  datapackage: packageOf,
  'sdmx-csv': sdmxOf,
}
