import { escapeText } from '../../../electron/shared/briefing/plainText.ts'
import { OfficePackage, XML } from './package.ts'

export type Cell = string | number | null
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** 0 = A, 26 = AA */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** A sheet as XML. Numbers unrounded, no cell for null, text always as text: never a formula. */
function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell, row: number, column: number): string => {
    const at = `${columnName(column)}${row + 1}`
    if (value === null) return ''
    return typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`
  }
  const body = rows
    .map((row, index) => `<row r="${index + 1}">${row.map((value, column) => cell(value, index, column)).join('')}</row>`)
    .join('')
  return `${XML}<worksheet xmlns="${SHEET}"><sheetData>${body}</sheetData></worksheet>`
}

/** A workbook of sheets by name (at most 31 letters, none of `[]:*?/\`). */
export function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const file = new OfficePackage()
  file.relate('', 'officeDocument', 'xl/workbook.xml')
  const list = Object.entries(sheets).map(([name, rows], index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`
    file.add(path, sheetXml(rows), `${KIND}.worksheet+xml`)
    const id = file.relate('xl/workbook.xml', 'worksheet', path)
    return `<sheet name="${escapeText(name)}" sheetId="${index + 1}" r:id="${id}"/>`
  })
  file.add(
    'xl/workbook.xml',
    `${XML}<workbook xmlns="${SHEET}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${list.join('')}</sheets></workbook>`,
    `${KIND}.sheet.main+xml`,
  )
  return file.bytes()
}
