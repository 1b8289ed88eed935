// Slides of channels of dependence: one over time, all of them then and now.
import type { FigureSpec } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import type { ChannelPoint, Overview } from '../../../electron/shared/contract/schema/overview.ts'
import type { EntryParams } from '../../../electron/shared/domain/briefing.ts'
import { type ChannelId, channelDefinitions, channelIds } from '../../../electron/shared/domain/channels.ts'
import { movement, type Tile } from '../../../electron/shared/findings/overview.ts'
import { capital, smallFirst } from '../../../electron/shared/language/sentences.ts'
import { breaksOf } from '../../handlers/observations.ts'
import { type DraftNumber, type DraftRun, type Missing, plainOf, runsOf, type SlideDraft, slots } from '../draft.ts'
import { codesOf, eventsOf, everyYear, type Kit, newestOf, notesOf, percentField, percentUnit, topicWarnings } from '../kit.ts'
import { decimalsOf, numberOf, overviewOf } from './overviewModel.ts'

type FigureSeries = FigureSpec['series'][number]

interface Drawn {
  readonly figure: FigureSpec
  readonly sources: readonly string[]
}

/** A channel of all partners over its years; a year without a reading is a gap, ranges keep both ends. Null without two readings. */
export function channelFigure(kit: Kit, overview: Overview, id: ChannelId): Drawn | null {
  const readings = (overview.channels.find((one) => one.id === id)?.readings ?? []).filter(({ points }) => points.length > 0)
  const windows = readings.some(({ points }) => points.some(({ period }) => period.includes('/')))
  const years = everyYear(readings.flatMap(({ points }) => points.map(({ year }) => year)))
  if (years.length < 2) return null
  const series = readings.map(({ partner, points }): FigureSeries => {
    const byYear = new Map(points.map((point) => [point.year, point]))
    const at = (pick: (point: ChannelPoint) => number | null) =>
      years.map((year) => {
        const point = byYear.get(year)
        return point === undefined ? null : pick(point)
      })
    const ranged = points.some((point) => point.high - point.low > 1e-9)
    return {
      id: partner,
      label: kit.names.area(partner),
      partner,
      values: at((point) => point.value),
      low: ranged ? at((point) => point.low) : null,
      high: ranged ? at((point) => point.high) : null,
    }
  })
  const sources = codesOf(...readings.flatMap(({ points }) => points.flatMap((point) => [...point.sources])))
  const measure = channelDefinitions.find((one) => one.id === id)?.measure
  const indicator = measure && 'indicator' in measure ? measure.indicator : null
  const breaks = indicator === null ? [] : breaksOf(kit.db, indicator, kit.reporter)
  const span = { from: years[0] ?? 0, to: years.at(-1) ?? 0 }
  const lead = readings[0]
  const [first, last] = [lead?.base ?? lead?.points[0], lead?.latest]
  const say = (point: ChannelPoint | null | undefined): string =>
    point ? `${percentField(kit, '', point).print(point.low, point.high)} (${kit.formats.period(point.period)})` : '–'
  return {
    figure: {
      kind: series.some((one) => one.low !== null) ? 'range' : 'line',
      subtitle: kit.say(`briefing:subtitle.${id}`, { ...kit.words, years: kit.formats.years(span.from, span.to) }),
      unit: percentUnit(kit, id === 'oil' ? 0 : 1),
      periods: years.map(String),
      series,
      baseYear: span.from <= kit.baseYear && kit.baseYear <= span.to ? kit.baseYear : null,
      events: windows ? [] : eventsOf(kit, span.from, span.to),
      ...notesOf(kit, breaks, years, new Set(sources)),
      summary: kit.say('briefing:summary.line', {
        name: lead ? kit.names.area(lead.partner) : '',
        from: say(first),
        to: say(last),
      }),
    },
    sources,
  }
}

/** Codes of the sources behind the tiles' first and latest readings, each once. */
export const sourcesOf = (tiles: readonly Tile[]): readonly string[] =>
  codesOf(...tiles.flatMap(({ base, latest }) => [...(base?.sources ?? []), ...(latest?.sources ?? [])]))

/** One channel over time, for every partner of the briefing. */
export function channelSlide(kit: Kit, params: EntryParams): SlideDraft | Missing {
  const id = channelIds.find((one) => one === params.channel) ?? 'imports'
  const { overview, model } = overviewOf(kit)
  const drawn = channelFigure(kit, overview, id)
  const tile = model.tiles.find((one) => one.id === id)
  const name = kit.say(`overview:channels.${id}`)
  if (drawn === null || !tile?.latest) return { missing: kit.say('briefing:missing.channel', { ...kit.words, name }) }
  const comparable = tile.movement !== 'no-base' && tile.movement !== 'no-data'
  const said = comparable && (id === 'imports' || id === 'exports' || id === 'fdi' || id === 'arms' || id === 'oil')
  const numbers = (overview.channels.find((one) => one.id === id)?.readings ?? []).flatMap((reading): DraftNumber[] => {
    if (!reading.latest) return []
    const { base, latest, partner } = reading
    const hasBase = base !== null && base.period !== latest.period
    const moved = movement(base, latest)
    return [
      {
        label: kit.names.area(partner),
        from: hasBase ? percentField(kit, `${id}.${partner}.base`, base, decimalsOf(id)) : null,
        to: percentField(kit, `${id}.${partner}.latest`, latest, decimalsOf(id)),
        direction: moved === 'up' || moved === 'down' || moved === 'held' ? moved : null,
      },
    ]
  })
  return {
    layout: 'figure',
    title: said
      ? capital(kit.say(`overview:headline.${id}.${tile.movement}`, kit.words))
      : kit.say('briefing:title.channel', { ...kit.words, name }),
    figure: drawn.figure,
    numbers: numbers.slice(0, 4),
    sources: drawn.sources,
    warnings: topicWarnings(kit, tile.topic, 1, newestOf(drawn.figure)),
  }
}

/** Then and now of every channel with two readings: where they disagree is the finding. */
export function channelsSlide(kit: Kit): SlideDraft | Missing {
  const { model } = overviewOf(kit)
  const { rows, disagree, tiles } = model
  if (rows.length === 0) return { missing: kit.say('overview:channels.empty') }
  const ends = (pick: (point: ChannelPoint) => number | null, row: (typeof rows)[number]) => [pick(row.base), pick(row.latest)]
  const series = rows.map(
    (row): FigureSeries => ({
      id: row.id,
      label: kit.say(`overview:channels.${row.id}`),
      partner: kit.partner,
      values: ends((point) => point.value, row),
      low: ends((point) => point.low, row),
      high: ends((point) => point.high, row),
    }),
  )
  const drawn = tiles.filter((tile) => rows.some((row) => row.id === tile.id))
  const phrase = (group: 'more' | 'less'): string =>
    kit.formats.list(rows.filter((row) => row.group === group).map((row) => smallFirst(kit.say(`overview:channels.${row.id}`))))
  return {
    layout: 'figure',
    title: disagree
      ? kit.say('briefing:title.disagree', { ...kit.words, more: phrase('more'), less: phrase('less') })
      : kit.say(`overview:channels.${rows.length > 1 ? 'agree' : 'few'}`),
    figure: {
      kind: 'then-now',
      subtitle: kit.say('overview:channels.subtitle', kit.words),
      unit: percentUnit(kit),
      periods: [String(kit.baseYear), kit.say('overview:table.latest')],
      series,
      baseYear: kit.baseYear,
      events: [],
      joins: [],
      gaps: [],
      summary: series
        .slice(0, 3)
        .map((one, at) => {
          const row = rows[at]
          return row ? `${one.label}: ${plainOf(spanRuns(kit, row.id, row.base, row.latest))}` : ''
        })
        .join('; '),
    },
    numbers: drawn.flatMap((tile) => numberOf(kit, tile) ?? []).slice(0, 4),
    sources: sourcesOf(drawn),
    warnings: rows.some((row) => row.base.high - row.base.low > 0) ? [kit.say('overview:channels.range')] : [],
  }
}

const spanRuns = (kit: Kit, id: ChannelId, base: ChannelPoint, latest: ChannelPoint): readonly DraftRun[] =>
  runsOf(kit.say('overview:channels.span', slots('from', 'to')), {
    from: percentField(kit, `${id}.base`, base, decimalsOf(id)),
    to: percentField(kit, `${id}.latest`, latest, decimalsOf(id)),
  })
