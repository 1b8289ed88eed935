import { concentration } from '../../electron/shared/analytics/concentration.ts'
import { substitution, substitutionRule, UNALLOCATED_PARTNER } from '../../electron/shared/analytics/substitution.ts'
import type { CheckedRequestOf } from '../../electron/shared/contract/channels.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { ShareChange, SubstitutionAnswer } from '../../electron/shared/contract/schema/substitution.ts'
import { BASE_YEAR } from '../../electron/shared/domain/baseYear.ts'
import { WORLD } from '../../electron/shared/domain/observation.ts'
import { type PartnerYear, readPartnerYears } from '../queries/partnerYears.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { requireArea, requireIndicator, requirePartner } from './known.ts'
import { breaksOf } from './observations.ts'

type Request = CheckedRequestOf<'substitution.get'>
const TOP = 10

/** @throws {CallError} not-found, naming the years that there are */
function yearIn(years: readonly PartnerYear[], wanted: number, request: Request): PartnerYear {
  const found = years.find(({ year }) => year === wanted)
  if (found) return found
  const [first, last] = [years[0]?.year, years.at(-1)?.year]
  const names = request.indicators.join(' and ')
  throw new CallError(
    'not-found',
    `No usable figures of ${names} by partner for ${request.reporter} in ${wanted}. There are some for ${first} to ${last}.`,
  )
}

function chooseYears(years: readonly PartnerYear[], request: Request): readonly [PartnerYear, PartnerYear] {
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last || first === last)
    throw new CallError(
      'not-found',
      `Fewer than two years of ${request.indicators.join(' and ')} by partner for ${request.reporter}. Choose another flow or import a file.`,
    )
  const base = years.find(({ year }) => year === BASE_YEAR) ?? first
  const from = request.from === null ? (base === last ? first : base) : yearIn(years, request.from, request)
  const to = request.to === null ? last : yearIn(years, request.to, request)
  if (from.year >= to.year)
    throw new CallError('invalid-request', `The first year, ${from.year}, must lie before the second, ${to.year}.`)
  return [from, to]
}

const sharesOf = (year: PartnerYear): ReadonlyMap<string, number> =>
  new Map(concentration(year.amounts, year.unallocated).partners.map(({ partner, share }) => [partner, share ?? 0]))

const top = (shares: ReadonlyMap<string, number>): SubstitutionAnswer['topFrom'] =>
  [...shares].slice(0, TOP).map(([partner, share]) => ({ partner, share }))

function hhiOf(year: PartnerYear): SubstitutionAnswer['hhi'][number] {
  const { hhi, hhiLow, hhiHigh, effectivePartners } = concentration(year.amounts, year.unallocated)
  return { year: year.year, value: hhi, low: hhiLow, high: hhiHigh, effectivePartners, source: year.sources.join('+') }
}

function substitutionOf(db: ReadDb, request: Request): SubstitutionAnswer {
  const { reporter, indicators, awayFrom } = request
  requireArea(db, reporter)
  requirePartner(db, awayFrom)
  for (const indicator of indicators) requireIndicator(db, indicator)
  const years = readPartnerYears(db, { indicators, reporter, asOf: request.asOf })
  const [from, to] = chooseYears(years, request)
  const { gains, ...found } = substitution(from, to, awayFrom)
  const [sharesFrom, sharesTo] = [sharesOf(from), sharesOf(to)]
  const cells = (year: PartnerYear, partner: string) =>
    partner === UNALLOCATED_PARTNER ? [] : [...(year.cells.get(partner) ?? []), ...(year.cells.get(WORLD) ?? [])]
  const changeOf = (partner: string, change: number): ShareChange => ({
    partner,
    change,
    from:
      partner === UNALLOCATED_PARTNER
        ? from.unallocated / concentration(from.amounts, from.unallocated).total
        : (sharesFrom.get(partner) ?? null),
    to:
      partner === UNALLOCATED_PARTNER
        ? to.unallocated / concentration(to.amounts, to.unallocated).total
        : (sharesTo.get(partner) ?? null),
    cellsFrom: cells(from, partner),
    cellsTo: cells(to, partner),
  })
  return {
    ...found,
    years: years.map(({ year }) => year),
    from: from.year,
    to: to.year,
    awayFrom,
    gains: gains.map(({ partner, change }) => changeOf(partner, change)),
    away: changeOf(awayFrom, found.lost),
    rule: { ...substitutionRule },
    leftOut: [from, to].flatMap(({ year, leftOut }) => leftOut.map(({ partner, value }) => ({ year, partner, value }))),
    sourcesFrom: [...from.sources],
    sourcesTo: [...to.sources],
    hhi: years.map(hhiOf),
    topFrom: top(sharesFrom),
    topTo: top(sharesTo),
    breaks: indicators.flatMap((indicator) => breaksOf(db, indicator, reporter)),
  }
}

export const substitutionHandlers: TopicHandlers<'substitution.get'> = {
  'substitution.get': ({ db }, request) => substitutionOf(db, request),
}
