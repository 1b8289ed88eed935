// A small deterministic generator of indicator files: the same options give the same bytes, in constant memory.
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { codePages } from '../db/ingest/bytes/codePages.ts'

export interface FileOptions {
  readonly rows: number
  /** period: as bulk downloads come, year by year within an indicator; shuffle: a fixed permutation within an indicator */
  readonly order: 'period' | 'shuffle'
  /** part of the rows whose figure differs from the file without revisions */
  readonly revised: number
  /** office: Windows-1251, semicolons, every text quoted, decimal comma */
  readonly dialect: 'plain' | 'office'
  readonly indicators: readonly Definition[]
}

export interface Definition {
  readonly code: string
  readonly unit: string
}

const YEARS = 30
export const FIRST_YEAR = 1994
export const LAST_YEAR = FIRST_YEAR + YEARS - 1
const REPORTERS = 196
const PARTNERS = 200
/** Figures of one indicator: all reporters with all partners in all years. */
export const PLANE = REPORTERS * PARTNERS * YEARS
const SOURCES = ['bench-customs', 'bench-imf', 'bench-bank', 'bench-unctad', 'bench-office']
const OFFICE_SOURCES = ['Таможня', 'МВФ (стенд)', 'Национальный банк', 'ЮНКТАД (стенд)', 'Бюро статистики']

/** Indicators that only the bench knows, defined through `indicators --add`. */
export const benchIndicators: readonly Definition[] = Array.from({ length: 9 }, (_, i) => ({
  code: `bench.flow_${i + 1}`,
  unit: i % 3 === 2 ? 'MT' : 'USD_M',
}))

/** The definitions as `indicators --add` reads them. */
export const definitionsCsv = (): string =>
  [
    'code,name,unit,domain,partner,min,max,integer,direction,frequency,description',
    ...benchIndicators.map(
      ({ code, unit }) => `${code},Flow of the bench,${unit},bench,required,,,false,0,A,Made up by the bench`,
    ),
    '',
  ].join('\n')

/** Codes of countries in the order of the bundled list. */
function countries(): readonly string[] {
  const lines = readFileSync(join(import.meta.dirname, '../resources/data/areas.csv'), 'utf8').split('\n')
  const found = lines.map((line) => line.split(',')).filter(([, kind]) => kind === 'country')
  return found.map(([code = '']) => code)
}

/** 32 bits of three whole numbers, spread by the end of murmur3. */
function hash(a: number, b: number, c: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35) ^ Math.imul(c + 0x165667b1, 0x27d4eb2f)
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A figure in thousandths, whole. */
function thousandths(plane: number, reporter: number, partner: number, year: number, revised: number): number {
  const level = hash(plane, reporter * 4099 + partner, 1)
  const size = 10 ** (1 + (level % 7))
  const cell = (reporter * PARTNERS + partner) * YEARS + year
  let value = (level % size) * (100 + 4 * year) * 10 + (hash(plane + 101, cell, 2) % 99_991)
  if (revised > 0 && hash(plane + 977, cell, 3) < revised * 4_294_967_296) value += 1 + (hash(plane, cell, 5) % 5000)
  return value
}

function figure(value: number, comma: boolean): string {
  const fraction = value % 1000
  const whole = String(Math.floor(value / 1000))
  if (fraction === 0) return whole
  return `${whole}${comma ? ',' : '.'}${String(fraction + 1000)
    .slice(1)
    .replace(/0+$/, '')}`
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

/** Place of the n-th row of a plane that holds `size` rows. */
function placesOf(order: FileOptions['order'], size: number): (n: number) => number {
  if (order === 'shuffle') {
    let step = Math.floor(size * 0.618_034) | 1
    while (divisor(size, step) !== 1) step += 2
    let at = 12_345 % size
    return () => {
      at += step
      if (at >= size) at -= size
      return at
    }
  }
  const pairs = Math.ceil(size / YEARS)
  return (n) => (n % pairs) * YEARS + Math.floor(n / pairs)
}

/** Windows-1251 of a text. */
function toCodePage(text: string): Buffer {
  const page = codePages['windows-1251']
  const bytes = Buffer.alloc(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    bytes[i] = code < 128 ? code : 128 + page.indexOf(text.charAt(i))
  }
  return bytes
}

/** Writes a file unless it is there already. @returns its path */
export function writeObservations(folder: string, options: FileOptions): string {
  const { rows, order, revised, dialect, indicators } = options
  const path = join(folder, `obs-${rows}-${order}-${revised}-${dialect}-${indicators[0]?.code ?? ''}.csv`)
  if (existsSync(path)) return path
  const areas = countries()
  const office = dialect === 'office'
  const [d, q] = office ? [';', '"'] : [',', '']
  const names = office ? OFFICE_SOURCES : SOURCES
  const file = openSync(`${path}.part`, 'w')
  let pieces = [`${['indicator', 'reporter', 'partner', 'period', 'value', 'unit', 'source'].map((h) => q + h + q).join(d)}\n`]
  const flush = (): void => {
    const text = pieces.join('')
    const bytes = office ? toCodePage(text) : Buffer.from(text)
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    pieces = []
  }
  for (let left = rows, plane = 0; left > 0; left -= PLANE, plane++) {
    const size = Math.min(left, PLANE)
    const { code, unit } = indicators[plane] as Definition
    const place = placesOf(order, size)
    const total = order === 'period' ? Math.ceil(size / YEARS) * YEARS : size
    for (let n = 0; n < total; n++) {
      const k = place(n)
      if (k >= size) continue
      const year = k % YEARS
      const partner = Math.floor(k / YEARS) % PARTNERS
      const reporter = Math.floor(k / (YEARS * PARTNERS))
      // nobody trades with itself: that place goes to the world total
      const partnerCode = partner === reporter ? 'WLD' : areas[partner]
      const value = figure(thousandths(plane, reporter, partner, year, revised), office)
      const source = names[(plane + reporter) % names.length]
      pieces.push(
        `${q}${code}${q}${d}${q}${areas[reporter]}${q}${d}${q}${partnerCode}${q}${d}${q}${FIRST_YEAR + year}${q}${d}${q}${value}${q}${d}${q}${unit}${q}${d}${q}${source}${q}\n`,
      )
      if (pieces.length >= 20_000) flush()
    }
  }
  flush()
  closeSync(file)
  renameSync(`${path}.part`, path)
  return path
}
