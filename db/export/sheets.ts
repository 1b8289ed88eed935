// Exported figures as a workbook, written row by row: the parts of a small XLSX package around one long sheet.
import { aboutExport } from './about.ts'
import { type Counter, csvColumns, type ExportOrder, sourcesOf } from './formats.ts'
import { exportRows } from './rows.ts'
import { writeZip, type ZipEntry } from './zip.ts'

/** Rows of a sheet that every version of Excel opens. */
export const MOST_SHEET_ROWS = 1_048_575

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them
const noXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const xml = (text: string): string =>
  text.replace(noXml, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const cell = (value: string | number | null): string =>
  value === null || value === ''
    ? '<c/>'
    : typeof value === 'number'
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`
const sheetRow = (cells: readonly (string | number | null)[]): string => `<row>${cells.map(cell).join('')}</row>`
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

function* sheet(rows: Iterable<readonly (string | number | null)[]>): Generator<string> {
  yield `${XML}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
  for (const row of rows) yield sheetRow(row)
  yield '</sheetData></worksheet>'
}

function* figureRows({ db, indicators }: ExportOrder, counter: Counter): Generator<readonly (string | number | null)[]> {
  yield csvColumns
  for (const row of exportRows(db, indicators)) {
    if (++counter.rows > MOST_SHEET_ROWS) throw new RangeError('too many rows for a sheet')
    yield [
      row.indicator,
      row.reporter,
      row.partner,
      row.period,
      row.value,
      row.unit,
      row.status,
      row.source,
      row.vintage,
      row.batch,
      row.line,
      row.note,
    ]
  }
}

/** A workbook of three sheets: figures, sources with licences, method. Text is text: no cell is a formula. @throws {RangeError} too many rows */
export async function writeWorkbook(order: ExportOrder, counter: Counter): Promise<void> {
  const names = ['Figures', 'Sources', 'Method']
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const fixed = (name: string, text: string): ZipEntry => [name, () => [text]]
  await writeZip(order.path, [
    fixed(
      '[Content_Types].xml',
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${kind}.worksheet+xml"/>`).join('')}</Types>`,
    ),
    fixed(
      '_rels/.rels',
      `${XML}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    fixed(
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${SHEET}" xmlns:r="${relations}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    fixed(
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${packageRelations}">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    ['xl/worksheets/sheet1.xml', () => sheet(figureRows(order, counter))],
    [
      'xl/worksheets/sheet2.xml',
      () =>
        sheet([
          ['source', 'title', 'publisher', 'url', 'licence', 'terms'],
          ...sourcesOf(order).map((row) => [row.code, row.title, row.publisher, row.url, row.licence, row.terms]),
        ]),
    ],
    [
      'xl/worksheets/sheet3.xml',
      () =>
        sheet(
          aboutExport(order)
            .trim()
            .split('\n')
            .map((line) => [line]),
        ),
    ],
  ])
}
