// ITC Trade Map: one column per period ("Imported value in 2023-Q1"), or one year with its indicators ("Value imported in 2023 (USD thousand)").

import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { duplicate, missing } from '../columns.ts'
import { areaDimension, constant, fault, namedArea, namedIndicator, namedSides, namedUnit, periodMeaning } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Layout, UnitMeaning, ValueColumn } from '../layout.ts'
import { type Direction, directionOf, ofAllGoods } from '../oneSeries.ts'
import { FileRefusal } from '../refusal.ts'
import { tidy } from '../text/fold.ts'
import { readPeriod } from '../text/periods.ts'
import { besideSaid } from '../unitSaid.ts'
import { columnsNotRead } from './notRead.ts'

const heading =
  /^(?:(imported|exported) value in|value (imported|exported) in) ((?:19|20)\d\d(?:-?(?:Q[1-4]|M\d\d))?)(?:\s*[,(]\s*(.*?)\)?)?$/i
const sides = /^(importers|exporters)$/i

interface Found {
  readonly column: number
  readonly name: string
  readonly flow: Direction
  readonly period: string
  readonly unit: string
}

const figuresOf = (names: readonly string[]): readonly Found[] =>
  names.flatMap((name, column): readonly Found[] => {
    const [, before, behind, period = '', unit = ''] = heading.exec(tidy(name)) ?? []
    const word = before ?? behind
    if (word === undefined) return []
    return [{ column, name, flow: word.toLowerCase() === 'imported' ? 'imports' : 'exports', period, unit }]
  })

/** What the lines above the headings, or a share beside the values, say of the table. */
function titleOf({ header, catalogue }: AdapterContext) {
  const cells = header.preamble
    .flat()
    .map(tidy)
    .filter((text) => text !== '')
  const after = (pattern: RegExp): string | null =>
    [...cells, ...header.names].map((text) => pattern.exec(text)?.[1]).find((text) => text !== undefined) ?? null
  const country =
    after(/(?:imported|exported) by (.+?)(?: in (?:19|20)\d\d.*)?$/i) ?? after(/^share in (.+?)['’]s? (?:imports|exports)/i)
  const home = country === null ? null : catalogue.areas.read(country.replace(/\s*\(.*$/, ''))
  const [unit = null] = cells.map((cell) => catalogue.units.mention(cell)).filter((one) => one !== null)
  return {
    home: home?.kind === 'area' ? home.area.code : null,
    product:
      after(/^(?:products?|services?) ?: ?(.+)$/i) ??
      after(/(?:^|\()(all products)\)?$/i) ??
      cells.find((cell) => /\bservices?\b/i.test(cell)) ??
      null,
    mirror: cells.find((cell) => /\bmirror\b/i.test(cell)) ?? null,
    unit,
  }
}

const isAllProducts = (product: string): boolean => /^(?:'?TOTAL\b|all products)/i.test(product)

/** The unit of the figures. Trade Map writes thousands, of a currency that its reader chose. @throws {FileRefusal} missing-column */
function unitOf(context: AdapterContext, found: Found, title: UnitMeaning | null): UnitMeaning {
  const named = namedUnit(context)
  const said = (found.unit === '' ? null : context.catalogue.units.mention(found.unit)) ?? title
  if (named !== undefined) return besideSaid(named, said)
  if (said !== null) return said
  throw new FileRefusal(
    'missing-column',
    `Nothing says in which unit "${found.name}" stands. Trade Map writes thousands, of US dollars unless another currency was chosen: name the unit (--unit USD_TH).`,
    null,
    'unit',
  )
}

function layout(context: AdapterContext): Layout {
  const { header, options } = context
  const { names } = header
  const side = names.findIndex((name) => sides.test(name))
  const title = titleOf(context)
  const found = figuresOf(names)
  const whole = title.product !== null && isAllProducts(title.product)
  const meant = directionOf(options.indicator ?? '')
  const values = found.map((one): ValueColumn => {
    const { flow, period, column, name } = one
    const unit = unitOf(context, one, title.unit)
    const family = unit.family.toLowerCase()
    if (options.indicator === undefined && !whole) throw missing('indicator')
    const part = title.product !== null && !whole && ofAllGoods(options.indicator ?? '')
    const indicator: ValueColumn['indicator'] =
      title.mirror !== null
        ? fault('unmapped-flow', name, title.mirror)
        : part
          ? fault('unmapped-commodity', name, title.product ?? '')
          : meant !== null && flow !== meant
            ? fault('unmapped-flow', name, name)
            : namedIndicator(context, options.indicator ?? `trade.${flow}_${family}_m`)
    return {
      column,
      name,
      unit,
      indicator,
      period: periodMeaning(readPeriod(period.replace(/(?<=\d)(?=[QM])/i, '-')), name, name),
    }
  })
  const twice = found.find((one, i) => found.findIndex(({ period, flow }) => period === one.period && flow === one.flow) !== i)
  if (twice) throw duplicate(twice.name)
  return {
    format: 'trademap',
    values,
    ...sidesOf(context, side, found, title.home),
    missingWords: new Set(['no quantity']),
    decimal: '.',
    warnings: columnsNotRead(
      names.filter((name, column) => name !== '' && column !== side && !found.some((one) => one.column === column)),
    ),
  }
}

/**
 * Exporters of what is imported are the partners of one country, which the title or the user names; importers of what is imported are
 * reporters of their whole imports.
 */
function sidesOf(
  context: AdapterContext,
  side: number,
  found: readonly Found[],
  home: string | null,
): Pick<Layout, 'reporter' | 'partner'> {
  const { header, options } = context
  const areas = areaDimension(context, [side], 'comtrade')
  const listed: Direction = /^imp/i.test(header.names[side] ?? '') ? 'imports' : 'exports'
  const flows = new Set(found.map(({ flow }) => flow))
  if (flows.size > 1)
    throw new FileRefusal(
      'unknown-layout',
      'The table holds imported and exported values: whose partners are its rows? Leave one of them out.',
      null,
      null,
      {
        kind: 'several',
        text: found
          .map(({ name }) => name)
          .join(', ')
          .slice(0, 160),
      },
    )
  const named = namedSides(context)
  if (flows.has(listed)) {
    if (options.partner !== undefined && options.partner !== WORLD)
      throw new FileRefusal(
        'unknown-layout',
        `The table lists the ${listed} of each country from or to the whole world, not those with ${options.partner}.`,
        null,
        null,
        { kind: 'option', text: options.partner },
      )
    return { reporter: areas, partner: constant(WORLD) }
  }
  if (home !== null && options.reporter !== undefined && namedArea(context, options.reporter, 'reporter') !== home)
    throw new FileRefusal(
      'unknown-layout',
      `The file is of the trade of ${home}, and you named ${options.reporter} as the reporter. Leave the reporter out.`,
      null,
      null,
      { kind: 'option', text: options.reporter },
    )
  const reporter = home === null ? named.reporter : constant(home)
  if (reporter === undefined) throw missing('reporter')
  return { reporter, partner: areas }
}

/** ITC Trade Map, lists of importers, exporters, markets and suppliers. */
export const tradeMap: CsvAdapter = {
  id: 'trademap',
  recognise: ({ names }) => names.some((name) => sides.test(name)) && figuresOf(names).length > 0,
  layout,
}
