// Slides from the channels of dependence: the headline with four numbers, one channel over time, then and now, the stack of trade.
import type { DocumentSlide, FigureSpec } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import type { ChannelPoint, Overview } from '../../../electron/shared/contract/schema/overview.ts'
import type { EntryParams } from '../../../electron/shared/domain/briefing.ts'
import { type ChannelId, channelDefinitions, channelIds } from '../../../electron/shared/domain/channels.ts'
import {
  headlineText,
  movement,
  type OverviewModel,
  prepareOverview,
  type Tile,
} from '../../../electron/shared/findings/overview.ts'
import { smallFirst } from '../../../electron/shared/language/sentences.ts'
import { breaksOf } from '../../handlers/observations.ts'
import { type DraftNumber, type DraftRun, type Missing, plainOf, runsOf, type SlideDraft, slots } from '../draft.ts'
import { codesOf, eventsOf, everyYear, type Kit, notesOf, percentField, percentUnit, topicWarnings } from '../kit.ts'

type FigureSeries = FigureSpec['series'][number]

export interface OverviewState {
  readonly overview: Overview
  readonly model: OverviewModel
}

/** The overview of the briefing's country, as the screen prepares it. */
export function overviewOf(kit: Kit): OverviewState {
  const { reporter, partners, baseYear, asOf } = kit
  const overview = kit.ask('overview.get', { reporter, partners: [...partners], baseYear, asOf })
  return { overview, model: prepareOverview(overview, partners, baseYear, kit.thisYear) }
}

/** In English a partner stands in the nominative, in the other languages these sentences take the genitive. */
const inSentence = ({ language, words }: Kit): string | number => (language === 'en' ? words.partner : words.partnerOf) ?? ''

/** The headline of the overview in words. */
export const overviewTitle = (kit: Kit, model: OverviewModel): string =>
  headlineText(model.headline, {
    say: (key, values) => kit.say(`overview:${key}`, values),
    list: kit.formats.list,
    values: { ...kit.words, partner: inSentence(kit) },
    partner: kit.names.area(kit.partner),
  })

/** Arms jump from year to year: their shares are said without decimals. */
const decimalsOf = (id: ChannelId): number => (id === 'arms' ? 0 : 1)

const directionOf = (tile: Pick<Tile, 'movement'>): DraftNumber['direction'] =>
  tile.movement === 'up' || tile.movement === 'down' || tile.movement === 'held' ? tile.movement : null

/** A tile as one of the numbers beside a figure: name, then, now. */
export function numberOf(kit: Kit, tile: Tile): DraftNumber | null {
  if (tile.latest === null) return null
  const hasBase = tile.base !== null && tile.base.period !== tile.latest.period
  const decimals = decimalsOf(tile.id)
  return {
    label: kit.say(`overview:tile.${tile.id}`, { partner: kit.names.area(kit.partner) }),
    from: hasBase && tile.base ? percentField(kit, `${tile.id}.${kit.partner}.base`, tile.base, decimals) : null,
    to: percentField(kit, `${tile.id}.${kit.partner}.latest`, tile.latest, decimals),
    direction: directionOf(tile),
  }
}

/** Sentences that support the headline, with their numbers as fields. */
function supportOf(kit: Kit, { headline, tiles }: OverviewModel): readonly DraftRun[] {
  const clause = (tile: Tile): readonly DraftRun[] => {
    const { base, latest, movement: moved, id } = tile
    if (!base || !latest || base.period === latest.period) return []
    const fields = {
      from: percentField(kit, `${id}.${kit.partner}.base`, base, decimalsOf(id)),
      to: percentField(kit, `${id}.${kit.partner}.latest`, latest, decimalsOf(id)),
    }
    const known = moved === 'up' || moved === 'down' || moved === 'held'
    if (!known && id !== 'oil') return []
    const text = kit.say(`overview:support.${id}.${known ? moved : 'unclear'}`, {
      ...kit.words,
      partner: inSentence(kit),
      year: latest.year,
      fromPeriod: kit.formats.period(base.period),
      toPeriod: kit.formats.period(latest.period),
      ...slots('from', 'to'),
    })
    return runsOf(text, fields)
  }
  const beside = ({ id, other }: Tile): readonly DraftRun[] => {
    if (!other?.base || !other.latest || other.base.period === other.latest.period) return []
    const moved = movement(other.base, other.latest)
    if (moved !== 'up' && moved !== 'down' && moved !== 'held') return []
    const text = kit.say(`overview:support.other.${moved}`, {
      owner: kit.names.areaIn(other.partner, 'genitive'),
      ...slots('from', 'to'),
    })
    return runsOf(text, {
      from: percentField(kit, `${id}.${other.partner}.base`, other.base),
      to: percentField(kit, `${id}.${other.partner}.latest`, other.latest),
    })
  }
  const chosen = headline.lead === null ? [] : [headline.lead, ...headline.second]
  const clauses = chosen.flatMap((tile, at) => {
    const own = clause(tile)
    return own.length === 0 ? [] : [[...own, ...(at === 0 ? beside(tile) : [])]]
  })
  if (clauses.length === 0) return latestRuns(kit, tiles)
  const [before = '', after = ''] = kit.say('overview:support.over', { year: kit.baseYear, sentences: '\u0002' }).split('\u0002')
  return [{ text: before }, ...clauses.flatMap((runs, at) => (at === 0 ? runs : [{ text: '; ' }, ...runs])), { text: after }]
}

/** Where nothing can be compared: the latest figures. */
function latestRuns(kit: Kit, tiles: readonly Tile[]): readonly DraftRun[] {
  const latest = tiles.flatMap((tile) => (tile.latest ? [{ tile, point: tile.latest }] : [])).slice(0, 3)
  if (latest.length === 0) return []
  const runs = latest.map(({ tile, point }) =>
    runsOf(
      kit.say(`overview:support.latest.${tile.id}`, {
        partner: inSentence(kit),
        year: point.year,
        toPeriod: kit.formats.period(point.period),
        ...slots('to'),
      }),
      { to: percentField(kit, `${tile.id}.${kit.partner}.latest`, point, decimalsOf(tile.id)) },
    ),
  )
  const [before = '', after = ''] = kit.say('overview:support.latestOnly', { sentences: '\u0002' }).split('\u0002')
  return [{ text: before }, ...runs.flatMap((one, at) => (at === 0 ? one : [{ text: '; ' }, ...one])), { text: after }]
}

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

const sourcesOf = (tiles: readonly Tile[]): readonly string[] =>
  codesOf(...tiles.flatMap(({ base, latest }) => [...(base?.sources ?? []), ...(latest?.sources ?? [])]))

/** Four channels at most, those of the headline first. */
function fourOf({ headline, tiles }: OverviewModel): readonly Tile[] {
  const order: readonly ChannelId[] = ['imports', 'oil', 'arms', 'fdi', 'exports', 'votes', 'opinion']
  const known = order.flatMap((id) => tiles.filter((tile) => tile.id === id && tile.latest !== null))
  const first = known.filter((tile) => tile === headline.lead || headline.second.includes(tile))
  return [...first, ...known.filter((tile) => !first.includes(tile))].slice(0, 4)
}

/** The headline of the country with the lead channel over time and four channels from base to latest. */
export function overviewSlide(kit: Kit): SlideDraft | Missing {
  const { overview, model } = overviewOf(kit)
  const four = fourOf(model)
  if (four.length === 0) return { missing: kit.say('briefing:missing.channels', kit.words) }
  const drawn = channelFigure(kit, overview, model.headline.lead?.id ?? four[0]?.id ?? 'imports')
  return {
    layout: 'figure',
    title: overviewTitle(kit, model),
    support: supportOf(kit, model),
    ...(drawn === null ? {} : { figure: drawn.figure }),
    numbers: four.flatMap((tile) => numberOf(kit, tile) ?? []),
    sources: codesOf(...(drawn?.sources ?? []), ...sourcesOf(four)),
    warnings: topicWarnings(kit, 'trade', 1),
  }
}

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
      ? kit.say(`overview:headline.${id}.${tile.movement}`, { ...kit.words, partner: inSentence(kit) })
      : kit.say('briefing:title.channel', { ...kit.words, name }),
    figure: drawn.figure,
    numbers: numbers.slice(0, 4),
    sources: drawn.sources,
    warnings: topicWarnings(kit, tile.topic, 1),
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

/** Goods trade by fixed parts and year, per cent of the total. */
export function stackSlide(kit: Kit): SlideDraft | Missing {
  const { overview, model } = overviewOf(kit)
  const { sources, breaks } = overview.trade
  const { say, formats, names } = kit
  const drawn = overview.trade.years.map((_, at) => overview.trade.parts.some((part) => part.values[at] != null))
  const [from, to] = [drawn.indexOf(true), drawn.lastIndexOf(true)]
  const years = from < 0 ? [] : overview.trade.years.slice(from, to + 1)
  const parts = overview.trade.parts.map((part) => ({ ...part, values: part.values.slice(from, to + 1) }))
  if (years.length < 2) return { missing: say('overview:stack.empty', kit.words) }
  const label = (id: string): string => (id === '_U' ? say('overview:stack.unallocatedName') : names.area(id))
  const used = codesOf(...sources)
  const { stack } = model
  const [first = '', second = ''] = kit.partners
  const found = {
    first: capitalArea(kit, first),
    second: capitalArea(kit, second),
    firstOf: names.areaIn(first, 'genitive'),
    secondOf: names.areaIn(second, 'genitive'),
    now: formats.percent(stack?.jointNow ?? null, 0),
    before: formats.percent(stack?.jointThen ?? null, 0),
    change: stackChange(kit, stack),
    year: kit.baseYear,
  }
  const title =
    stack === null
      ? say('overview:stack.title')
      : stack.overtaken
        ? say('overview:stack.overtook', found)
        : stack.jointThen === null
          ? say('overview:stack.now', { ...found, year: stack.latestYear })
          : say('overview:stack.together', found)
  const at = years.indexOf(kit.baseYear)
  const numbers = parts
    .filter((part) => kit.partners.includes(part.id))
    .flatMap((part): DraftNumber[] => {
      const last = part.values.findLastIndex((value) => value !== null)
      const now = part.values[last]
      if (now == null) return []
      const then = at < 0 || at === last ? null : (part.values[at] ?? null)
      const field = (key: string, value: number) => ({
        key: `trade.${part.id}.${key}`,
        low: value,
        high: value,
        print: (low: number) => formats.percent(low),
        cells: [],
      })
      const change = then === null ? null : now - then
      return [
        {
          label: say('briefing:label.tradeShare', { partner: names.area(part.id), year: years[last] ?? '' }),
          from: then === null ? null : field('base', then),
          to: field('latest', now),
          direction: change === null ? null : Math.abs(change) < 1 ? 'held' : change > 0 ? 'up' : 'down',
        },
      ]
    })
  return {
    layout: 'figure',
    title,
    figure: {
      kind: 'stacked-area',
      subtitle: say('overview:stack.subtitle', { years: formats.years(years[0] ?? '', years.at(-1) ?? '') }),
      unit: percentUnit(kit),
      periods: years.map(String),
      series: parts.map((part) => ({
        id: part.id,
        label: label(part.id),
        partner: part.id,
        values: [...part.values],
        low: null,
        high: null,
      })),
      baseYear: at < 0 ? null : kit.baseYear,
      events: eventsOf(kit, years[0] ?? 0, years.at(-1) ?? 0),
      ...notesOf(kit, breaks, years, new Set(used)),
      summary: title,
    },
    numbers,
    sources: used,
    warnings: [say('overview:stack.note')],
  }
}

const capitalArea = (kit: Kit, code: string): string => kit.names.areaIn(code, 'nominative')

function stackChange({ say }: Kit, stack: OverviewModel['stack']): string {
  if (stack === null || stack.jointThen === null) return ''
  const difference = stack.jointNow - stack.jointThen
  return say(`overview:stack.${difference > 0.5 ? 'upFrom' : difference < -0.5 ? 'downFrom' : 'same'}`)
}

/** The opening: country, partners, day. */
export function coverSlide(kit: Kit): SlideDraft {
  const { model } = overviewOf(kit)
  return {
    layout: 'cover' satisfies DocumentSlide['layout'],
    title: briefingTitle(kit),
    support: [{ text: overviewTitle(kit, model) }],
    sources: [],
  }
}

/** The title that a briefing has while its author gives it none. */
export const briefingTitle = (kit: Kit): string =>
  kit.second === undefined
    ? kit.say('briefing:title.one', kit.words)
    : kit.say('briefing:title.two', {
        ...kit.words,
        // "между" takes the instrumental
        partners: kit.formats.list(
          kit.partners.map((code) => kit.names.areaIn(code, kit.language === 'ru' ? 'instrumental' : 'nominative')),
        ),
      })
