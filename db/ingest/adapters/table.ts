// Longer than 300 lines: one adapter for every sheet of periods as columns, whose cases share their state.
import {
  areaDimension,
  constant,
  duplicate,
  fault,
  indicatorDimension,
  missing,
  namedArea,
  namedIndicator,
  namedSides,
  namedUnit,
  noteDimension,
  periodDimension,
  reporterDimension,
  scaleDimension,
  splitPeriodDimension,
  statusDimension,
  textDimension,
  unitDimension,
} from '../dimensions.ts'
import { type Role, roleOf } from '../headings.ts'
import type { AdapterContext, CsvAdapter, Dimension, Header, Layout, PeriodMeaning, UnitMeaning, ValueColumn } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import { dayDimension } from '../releaseDay.ts'
import { tidy } from '../text/fold.ts'
import { isMissing, missingWords, readNumber } from '../text/numbers.ts'
import { mentionedPeriod, readPeriod } from '../text/periods.ts'
import { periodColumns } from './worldBank.ts'

// Tables of no particular publisher: colleagues' long and wide tables, sheets of Russian and Kazakh offices. What the headings do not
// say is taken from the lines above them or from the options; what nobody says is asked, never assumed.

const hasCyrillic = /\p{Script=Cyrillic}/u
const noWords: ReadonlySet<string> = new Set(missingWords.none)
const officeWords: ReadonlySet<string> = new Set(missingWords.office)

/** Roles of the columns; a column without a heading holds areas when most of its texts are areas. */
export function rolesOf(header: Header, catalogue: AdapterContext['catalogue'] | null): readonly (Role | null)[] {
  const roles = header.names.map((name) => (readPeriod(name).kind === 'period' ? null : roleOf(name)))
  const named = roles.some((role) => role === 'area' || role === 'areaName' || role === 'reporter' || role === 'partner')
  if (named || catalogue === null) return roles
  return roles.map((role, column) =>
    role === null && readPeriod(header.names[column] ?? '').kind !== 'period' && mostlyAreas(header, column, catalogue)
      ? 'area'
      : role,
  )
}

function mostlyAreas(header: Header, column: number, catalogue: AdapterContext['catalogue']): boolean {
  const texts = header.sample
    .map((record) => record[column] ?? '')
    .filter((text) => tidy(text) !== '' && !/^\d+$/.test(tidy(text)))
  const areas = texts.filter((text) => catalogue.areas.read(text, 'bns').kind !== 'unknown')
  return texts.length > 0 && areas.length * 2 > texts.length
}

const moneyRoles: readonly Role[] = ['exports', 'imports', 'turnover']

/** What the lines above the heading say. */
interface Title {
  readonly text: string
  readonly period: PeriodMeaning | null
  readonly unit: UnitMeaning | null
  readonly kazakhstan: boolean
}

function titleOf({ header, catalogue }: AdapterContext): Title {
  const cells = header.preamble
    .flat()
    .map(tidy)
    .filter((text) => text !== '')
  const periods = cells.map(mentionedPeriod).filter((reading) => reading.kind === 'period')
  const [period] = periods
  const units = cells.map((text) => catalogue.units.mention(text)).filter((unit) => unit !== null)
  const text = cells.join(' ')
  return {
    text,
    period: period ? { code: period.code, cumulative: period.cumulative, preliminary: period.preliminary } : null,
    unit: units[0] ?? null,
    kazakhstan: /казахстан|қазақстан|kazakhstan/i.test(text),
  }
}

/** A reading of the table by the roles of its columns. @throws {FileRefusal} with the question that nothing in the file answers */
export function tableLayout(
  context: AdapterContext,
  roles: readonly (Role | null)[],
  format: string,
  said: {
    /** columns of figures, where a profile says more of them than their role */
    readonly values?: readonly ValueColumn[] | null
    /** the period of the whole file */
    readonly period?: string | null
  } = {},
): Layout {
  const { header, options } = context
  const column = (...wanted: readonly Role[]): number => roles.findIndex((role) => role !== null && wanted.includes(role))
  for (const role of ['indicator', 'reporter', 'partner', 'period', 'year', 'value'] as const) {
    if (role === 'value' && said.values) continue
    const places = roles.flatMap((found, place) => (found === role ? [place] : []))
    if (places.length > 1) throw duplicate(header.names[places[1] ?? 0] ?? role)
  }
  const title = said.period ? { ...titleOf(context), period: namedPeriod(said.period) } : titleOf(context)
  const cyrillic = header.names.some((name) => hasCyrillic.test(name))
  // a mapping says of every column what it is for
  if (!format.startsWith('profile-')) refuseNameless(header)
  const values = said.values ?? valueColumns(context, roles, title)
  const period = periodOf(context, column, values, title)
  const sides = sidesOf(context, column, title, cyrillic)
  const unit = column('unit')
  const [scale, source, status, note] = [column('scale'), column('source'), column('status'), column('note')]
  const vintage = column('vintage')
  return {
    format,
    values: values.map((value) => unitFor(context, value, unit >= 0, title)),
    ...(period ? { period } : {}),
    ...sides,
    ...indicatorOf(context, column, values),
    ...(unit < 0 ? {} : { unit: unitDimension(context, unit) }),
    ...(scale < 0 ? {} : { scale: scaleDimension(context, scale) }),
    ...(source < 0 ? {} : { source: textDimension(source) }),
    ...(status < 0 ? {} : { status: statusDimension(status) }),
    ...(note < 0 ? {} : { note: noteDimension(note) }),
    ...(vintage < 0 ? {} : { vintage: dayDimension(vintage) }),
    missingWords: cyrillic ? officeWords : noWords,
    warnings: leftOut(header, roles, values, options),
  }
}

const namedPeriod = (text: string): PeriodMeaning => {
  const reading = readPeriod(text)
  if (reading.kind === 'bad')
    throw new FileRefusal('unknown-layout', `"${text}" is no period.`, null, null, { kind: 'option', text })
  return { code: reading.code, cumulative: reading.cumulative, preliminary: reading.preliminary }
}

function valueColumns(context: AdapterContext, roles: readonly (Role | null)[], title: Title): readonly ValueColumn[] {
  const { header, options } = context
  const value = roles.indexOf('value')
  if (value >= 0) return [{ column: value, name: header.names[value] ?? '' }]
  const taken = new Set(roles.flatMap((role, place) => (role === null ? [] : [place])))
  const periods = periodColumns(header.names, taken)
  if (periods.some(({ period }) => period !== undefined && 'code' in period)) return periods
  const money = roles.flatMap((role, place) => (role !== null && moneyRoles.includes(role) ? [{ role, place }] : []))
  if (money.length === 0) throw missing('value')
  const spanned = moneyByPeriod(context, money, title)
  if (spanned !== null) return spanned
  const doubled = money.find(({ role }, i) => money.findIndex((other) => other.role === role) !== i)
  if (doubled) throw duplicate(header.names[doubled.place] ?? '')
  return money.map(({ role, place }): ValueColumn => {
    const name = header.names[place] ?? ''
    const family = (context.catalogue.units.mention(name) ?? title.unit ?? namedUnit(context))?.family.toLowerCase() ?? 'usd'
    const code = `trade.${role}_${family}_m${title.period?.cumulative ? '.ytd' : ''}`
    return { column: place, name, indicator: namedIndicator(context, money.length === 1 ? (options.indicator ?? code) : code) }
  })
}

/** Columns of money under headings of two lines, which say the period and the flow; null when they do not. */
function moneyByPeriod(
  { header, catalogue, options }: AdapterContext,
  money: readonly { readonly role: Role; readonly place: number }[],
  title: Title,
): readonly ValueColumn[] | null {
  const seen = new Set<string>()
  const values: ValueColumn[] = []
  for (const { role, place } of money) {
    const name = header.names[place] ?? ''
    const reading = mentionedPeriod(name)
    if (reading.kind === 'bad' || title.period !== null) return null
    const key = `${role} ${reading.code} ${reading.cumulative}`
    if (seen.has(key)) throw duplicate(name)
    seen.add(key)
    const unit = catalogue.units.mention(name) ?? title.unit ?? namedUnit({ catalogue, header, options })
    const code = `trade.${role}_${unit?.family.toLowerCase() ?? 'usd'}_m${reading.cumulative ? '.ytd' : ''}`
    const { kind: _kind, ...period } = reading
    values.push({ column: place, name, period, indicator: namedIndicator({ catalogue }, code) })
  }
  return values
}

/** A column of figures without a heading could be anything: a merged heading, a total. Row numbers of a program are none. */
function refuseNameless({ names, sample }: Header): void {
  const rows = sample.filter((fields) => fields.length >= names.length).slice(0, 50)
  names.forEach((name, column) => {
    if (name !== '') return
    const texts = rows.map((fields) => tidy(fields[column] ?? ''))
    const numbered = texts.every((text, i) => text === String(Number(texts[0]) + i))
    if (texts.filter((text) => readNumber(text, '.').kind === 'number').length < 2 || numbered) return
    throw new FileRefusal(
      'missing-column',
      `Column ${column + 1} holds figures and has no heading. What are they? Write a heading above each column of figures.`,
      null,
      null,
      { kind: 'nameless', text: String(column + 1) },
    )
  })
}

/** The unit of a figure: said by its heading, by a column, by the title, by the user. Money without a multiple is asked for. */
function unitFor(context: AdapterContext, value: ValueColumn, byColumn: boolean, title: Title): ValueColumn {
  if (value.unit !== undefined) return value
  const heading = value.period === undefined ? context.catalogue.units.mention(value.name) : null
  if (heading) return { ...value, unit: heading }
  if (byColumn) return value
  const unit = namedUnit(context) ?? title.unit
  if (unit) return { ...value, unit }
  if (value.indicator !== undefined && 'id' in value.indicator && context.options.indicator === undefined)
    throw new FileRefusal(
      'missing-column',
      `Nothing says in which unit "${value.name}" stands: thousands or millions, of which money? Name the unit (--unit).`,
      null,
      'unit',
    )
  return value
}

function periodOf(
  context: AdapterContext,
  column: (...wanted: readonly Role[]) => number,
  values: readonly ValueColumn[],
  title: Title,
): Dimension<PeriodMeaning> | undefined {
  if (values.every((value) => value.period !== undefined)) return undefined
  const [period, year, month, quarter] = [column('period'), column('year'), column('month'), column('quarter')]
  if (period >= 0) return periodDimension(context, period)
  if (year >= 0 && month >= 0) return splitPeriodDimension(context, year, month, 'month')
  if (year >= 0 && quarter >= 0) return splitPeriodDimension(context, year, quarter, 'quarter')
  if (year >= 0) return periodDimension(context, year)
  if (title.period) return constant(title.period)
  throw missing('period')
}

function sidesOf(
  context: AdapterContext,
  column: (...wanted: readonly Role[]) => number,
  title: Title,
  cyrillic: boolean,
): Pick<Layout, 'reporter' | 'partner'> {
  const { options } = context
  const area = [column('area'), column('areaName')].filter((place) => place >= 0)
  const [reporter, partner] = [column('reporter'), column('partner')]
  const named = namedSides(context)
  const areas = area.length > 0 ? areaDimension(context, area, cyrillic ? 'bns' : '') : undefined
  // a table of one country's partners names only them: the country is in the title or said by the user
  const onePartner =
    partner < 0 &&
    areas !== undefined &&
    (options.reporter !== undefined || (reporter < 0 && options.partner === undefined && title.kazakhstan))
  const home = onePartner && options.reporter === undefined ? { reporter: constant(namedArea(context, 'KAZ', 'reporter')) } : {}
  const result = {
    ...named,
    ...home,
    ...(reporter >= 0
      ? { reporter: reporterDimension(context, [reporter]) }
      : areas && !onePartner
        ? { reporter: reporterDimension(context, area, cyrillic ? 'bns' : '') }
        : {}),
    ...(partner >= 0
      ? { partner: areaDimension(context, [partner]) }
      : areas && (onePartner || reporter >= 0)
        ? { partner: areas }
        : {}),
  }
  if (!('reporter' in result)) throw missing('reporter')
  return result
}

function indicatorOf(
  context: AdapterContext,
  column: (...wanted: readonly Role[]) => number,
  values: readonly ValueColumn[],
): Pick<Layout, 'indicator'> {
  if (values.every((value) => value.indicator !== undefined)) return {}
  const place = column('indicator') >= 0 ? column('indicator') : column('indicatorName')
  if (place >= 0 && column('indicator') >= 0) return { indicator: indicatorDimension(context, place) }
  if (context.options.indicator !== undefined) return { indicator: constant(namedIndicator(context, context.options.indicator)) }
  if (place >= 0) return { indicator: indicatorDimension(context, place) }
  throw missing('indicator')
}

/** Columns that are not read are named: nothing is passed over in silence. */
function leftOut(
  header: Header,
  roles: readonly (Role | null)[],
  values: readonly ValueColumn[],
  _: unknown,
): readonly { code: string; message: string; about: readonly string[] }[] {
  const used = new Set(values.map(({ column }) => column))
  const names = header.names.filter(
    (name, place) =>
      name !== '' && !used.has(place) && (roles[place] === null || roles[place] === 'share' || roles[place] === 'ignored'),
  )
  return names.length === 0
    ? []
    : [
        {
          code: 'columns-not-read',
          message: `Not read: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ` and ${names.length - 20} more` : ''}.`,
          about: [`${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}`],
        },
      ]
}

const figures = (record: readonly string[]): number =>
  record.filter((text) => !isMissing(text, noWords) && readNumber(text, '.').kind === 'number').length

/** Headings that this family can read: figures under a value, periods or money, and something that says whose they are. */
function looksLikeTable(header: Header): boolean {
  const filled = header.names.filter((name) => name !== '')
  if (filled.length < 2) return false
  const roles = header.names.map((name) => (readPeriod(name).kind === 'period' ? null : roleOf(name)))
  const periods = header.names.filter((name) => readPeriod(name).kind === 'period').length
  const has = (...wanted: readonly Role[]): boolean => roles.some((role) => role !== null && wanted.includes(role))
  // a record of figures is no heading, even when one of them looks like a year
  if (figures(header.names) > periods) return false
  const whose = has('area', 'areaName', 'reporter', 'partner', 'indicator')
  if (has('value') && (has('period', 'year') || whose)) return true
  if (
    periods > 0 &&
    (whose || (periods >= 2 && header.names.length > periods && readPeriod(header.names[0] ?? '').kind !== 'period'))
  )
    return true
  return has('exports', 'imports') && header.names.length >= 2 && figures(header.names) === 0
}

/** stat.gov.kz: NAM, PERIOD, VAL; figures of Kazakhstan with groups by space. */
export const statGovTab: CsvAdapter = {
  id: 'statgov-tab',
  recognise: ({ names }) => ['NAM', 'PERIOD', 'VAL'].every((name) => names.some((found) => tidy(found).toUpperCase() === name)),
  layout: (context) => {
    const { header, options } = context
    const place = (name: string): number => header.names.findIndex((found) => tidy(found).toUpperCase() === name)
    const [value, period, name] = [place('VAL'), place('PERIOD'), place('NAM')]
    const unit = namedUnit(context)
    let only: string | null = null
    const named = namedSides(context)
    return {
      format: 'statgov-tab',
      values: [{ column: value, name: header.names[value] ?? 'VAL', ...(unit ? { unit } : {}) }],
      period: periodDimension(context, period),
      ...named,
      ...(named.reporter ? {} : { reporter: constant(namedArea(context, 'KAZ', 'reporter')) }),
      indicator: {
        columns: [name],
        read: ([text = '']) => {
          const found = tidy(text)
          const ours = context.catalogue.indicators.get(found)
          if (ours) return ours
          if (options.indicator === undefined || (only !== null && only !== found))
            return fault('unknown-indicator', header.names[name] ?? null, text)
          only = found
          return namedIndicator(context, options.indicator)
        },
      },
      missingWords: officeWords,
      decimal: '.',
    }
  },
}

const has = (roles: readonly (Role | null)[], ...wanted: readonly Role[]): boolean => wanted.every((role) => roles.includes(role))

/** stat.gov.kz, trade by country: turnover, exports, imports and their shares, thousand US$, a sheet saved as CSV. */
export const statGovTrade: CsvAdapter = {
  id: 'statgov-trade',
  recognise: (header) => {
    const roles = header.names.map(roleOf)
    return (
      has(roles, 'exports', 'imports', 'turnover') && !has(roles, 'value') && header.names.some((name) => hasCyrillic.test(name))
    )
  },
  layout: (context) => {
    const roles = rolesOf(context.header, context.catalogue)
    // the first column of the sheet has often no heading
    const sided = roles.some((role) => role === 'area' || role === 'areaName' || role === 'partner')
      ? roles
      : roles.map((role, place) => (place === 0 ? 'area' : role))
    const withHome: AdapterContext =
      context.options.reporter === undefined ? { ...context, options: { ...context.options, reporter: 'KAZ' } } : context
    return { ...tableLayout(withHome, sided, 'statgov-trade'), emptyIsZero: true }
  },
}

const general = (id: string, accepts: (header: Header) => boolean): CsvAdapter => ({
  id,
  general: true,
  recognise: (header) => looksLikeTable(header) && accepts(header),
  layout: (context) => tableLayout(context, rolesOf(context.header, context.catalogue), id),
})

const isOffice = (header: Header): boolean => header.names.some((name) => hasCyrillic.test(name))
const isWide = (header: Header): boolean =>
  !header.names.some((name) => roleOf(name) === 'value') && header.names.some((name) => readPeriod(name).kind === 'period')

/** Tables of Russian and Kazakh offices. */
export const office = general('office', isOffice)
/** Periods as columns. */
export const wide = general('wide', (header) => !isOffice(header) && isWide(header))
/** Long tables under other headings than ours. */
export const table = general('table', (header) => !isOffice(header) && !isWide(header))
