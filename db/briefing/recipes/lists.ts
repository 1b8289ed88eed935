// Slides in words and tables: claims, scenarios, events, coverage, what changed, the author's text, things set aside, sources.
import { CLAIMS_ON_SLIDE, type EntryParams } from '../../../electron/shared/domain/briefing.ts'
import { channelIds } from '../../../electron/shared/domain/channels.ts'
import { concerns } from '../../../electron/shared/domain/event.ts'
import {
  figureOf,
  outcomeOf,
  publishedSpare,
  type Settings,
  shiftOf,
  stopOf,
} from '../../../electron/shared/findings/scenarios.ts'
import { changedSince, goneSince, sourcesOfRows } from '../../queries/asideCells.ts'
import { itemOf } from '../../queries/briefingItems.ts'
import { changesSince, newestImport } from '../../queries/briefings.ts'
import type { DraftNumber, Missing, SlideDraft } from '../draft.ts'
import { codesOf, createKit, eventTitle, type Kit, percentField, percentPrint, topicWarnings } from '../kit.ts'
import { numberOf, overviewOf } from './overview.ts'

/** Verdicts in the order in which a reader wants them: what does not hold first. */
const order = ['contradicted', 'mixed', 'outdated', 'supported', 'no-data', 'not-testable'] as const

/** Claims with their computed verdicts, so many on a slide. */
export function claimsSlide(kit: Kit, params: EntryParams): SlideDraft | Missing {
  const { reporter, asOf, say, language, names } = kit
  const { claims } = kit.ask('claims.list', { reporter, asOf })
  const own = claims.filter((claim) => claim.about === reporter)
  const page = Math.max(1, Math.floor(Number(params.page ?? 1)))
  const sorted = [...own].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  const rows = sorted.slice((page - 1) * CLAIMS_ON_SLIDE, page * CLAIMS_ON_SLIDE)
  if (rows.length === 0) return { missing: say('briefing:missing.claims', kit.words) }
  const count = (verdict: (typeof order)[number]): number => own.filter((claim) => claim.verdict === verdict).length
  const total = Math.ceil(own.length / CLAIMS_ON_SLIDE)
  return {
    layout: 'table',
    title: say('claims:headline.counts', {
      total: own.length,
      supported: count('supported'),
      contradicted: count('contradicted'),
    }),
    support: [
      {
        text: say('claims:support.rest', {
          mixed: count('mixed'),
          outdated: count('outdated'),
          untestable: count('not-testable'),
          nodata: count('no-data'),
        }),
      },
    ],
    table: {
      columns: [
        { label: say('claims:list.claim'), align: 'left' },
        { label: say('claims:list.verdict'), align: 'left' },
      ],
      rows: rows.map((claim) => [claim.claim[language], say(`claims:verdict.${claim.verdict}`)]),
    },
    sources: codesOf(...rows.map((claim) => claim.source).filter((code) => kit.source(code) !== undefined)),
    warnings: total > 1 ? [say('briefing:warning.part', { page, total, country: names.area(reporter) })] : [],
  }
}

/** A stop of three months and a shift of five points: settings of the screen's first view, to be changed there. */
const settings: Settings = { months: 3, spare: 0, price: 70, goal: '', points: 5, taker: '' }

/** Arithmetic on published figures, from the least to the most. */
export function scenariosSlide(kit: Kit): SlideDraft | Missing {
  const { reporter, partner, asOf, say, formats } = kit
  const answer = kit.ask('scenarios.get', { reporter, partner, asOf })
  const own = { ...settings, spare: publishedSpare(answer) }
  const [stop, shift] = [stopOf(answer, own), shiftOf(answer, partner, own)]
  const rows: string[][] = []
  const mt = (low: number, high: number): string => say('scenarios:unit.mt', { value: formats.range(low, high, 1) })
  const exports = figureOf(answer, 'oil_exports')
  let title = say('scenarios:headline.none', kit.words)
  const numbers: DraftNumber[] = []
  if (stop.state === 'result') {
    const share = outcomeOf(stop.result, 'lost_share')
    const volume = outcomeOf(stop.result, 'lost_volume')
    const value = outcomeOf(stop.result, 'lost_value')
    const percent = (low: number, high: number): string => percentPrint(kit, 0)(low * 100, high * 100)
    if (share) {
      title = say('scenarios:headline.stop', { ...kit.words, months: own.months, share: percent(share.low, share.high) })
      rows.push([say('scenarios:outcome.lost-share'), percent(share.low, share.high), say('scenarios:table.result')])
      numbers.push({
        label: say('scenarios:outcome.lost-share'),
        from: null,
        to: { key: 'scenario.share', low: share.low, high: share.high, print: percent, cells: exports?.cells ?? [] },
        direction: null,
      })
    }
    if (volume) {
      rows.push([say('scenarios:outcome.lost-volume'), mt(volume.low, volume.high), say('scenarios:table.result')])
      numbers.push({
        label: say('scenarios:outcome.lost-volume'),
        from: null,
        to: { key: 'scenario.volume', low: volume.low, high: volume.high, print: mt, cells: exports?.cells ?? [] },
        direction: null,
      })
    }
    if (value) {
      const money = (low: number, high: number): string =>
        say('scenarios:unit.usd', { value: [...new Set([formats.compact(low * 1e6), formats.compact(high * 1e6)])].join('–') })
      rows.push([say('scenarios:outcome.lost-value'), money(value.low, value.high), say('scenarios:table.result')])
    }
    for (const input of stop.result.inputs)
      rows.push([
        say(`scenarios:input.${input.id.replaceAll('_', '-')}`),
        input.unit === 'SHARE'
          ? percent(input.low, input.high)
          : formats.range(input.low, input.high, input.id === 'months' ? 0 : 1),
        input.source === null ? say('scenarios:own') : sourceNames(kit, input.source),
      ])
  }
  if (shift.state === 'result') {
    const change = outcomeOf(shift.result, 'hhi_change')
    if (change && stop.state !== 'result')
      title = say(`scenarios:headline.${change.high > 0 ? 'shiftUp' : 'shiftDown'}`, { ...kit.words, points: own.points })
    if (change)
      rows.push([
        say('briefing:label.shift', { ...kit.words, points: own.points }),
        formats.signed(change.low, 3),
        say('scenarios:table.result'),
      ])
  }
  if (rows.length === 0) return { missing: title }
  return {
    layout: 'table',
    title,
    support: [{ text: say('scenarios:arithmetic') }],
    table: {
      columns: [
        { label: say('scenarios:table.name'), align: 'left' },
        { label: say('scenarios:table.value'), align: 'right' },
        { label: say('scenarios:table.source'), align: 'left' },
      ],
      rows,
    },
    numbers,
    sources: codesOf(
      ...(stop.state === 'result' ? stop.result.inputs.flatMap((one) => one.source ?? []) : []),
      ...(shift.state === 'result' ? shift.result.inputs.flatMap((one) => one.source ?? []) : []),
    ).filter((code) => kit.source(code) !== undefined),
    warnings: topicWarnings(kit, 'scenarios', 1),
  }
}

const sourceNames = (kit: Kit, codes: string): string =>
  codesOf(codes)
    .map((code) => kit.source(code)?.publisher || code)
    .join(', ')

const MOST_EVENTS = 9

/** Dated events that concern the country, newest last. */
export function eventsSlide(kit: Kit): SlideDraft | Missing {
  const { reporter, say, formats, partners, asOf } = kit
  const events = kit
    .ask('events.list', {})
    .filter((event) => !event.hidden && concerns(event, reporter) && (asOf === '' || event.date <= asOf))
    .filter((event) => event.partners.length === 0 || event.partners.some((code) => partners.includes(code)))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(-MOST_EVENTS)
  if (events.length === 0) return { missing: say('briefing:missing.events', kit.words) }
  return {
    layout: 'table',
    title: say('briefing:title.events', { ...kit.words, year: events[0]?.date.slice(0, 4) ?? '' }),
    table: {
      columns: [
        { label: say('briefing:column.date'), align: 'left' },
        { label: say('briefing:column.event'), align: 'left' },
      ],
      rows: events.map((event) => [formats.period(event.date), eventTitle(kit, event)]),
    },
    sources: codesOf(...events.map((event) => event.source)).filter((code) => kit.source(code) !== undefined),
  }
}

/** How old the figures of each channel are, and which source they rest on. */
export function coverageSlide(kit: Kit): SlideDraft | Missing {
  const { say, names, formats } = kit
  const { model } = overviewOf(kit)
  const rows = channelIds.flatMap((id) => {
    const tile = model.tiles.find((one) => one.id === id)
    return tile?.latest ? [{ tile, latest: tile.latest }] : []
  })
  if (rows.length === 0) return { missing: say('briefing:missing.channels', kit.words) }
  const oldest = [...rows].sort((a, b) => (b.tile.ageYears ?? 0) - (a.tile.ageYears ?? 0))[0]
  return {
    layout: 'table',
    title: say('briefing:title.coverage', {
      n: rows.length,
      of: channelIds.length,
      name: oldest ? say(`overview:channels.${oldest.tile.id}`) : '',
      period: oldest ? formats.period(oldest.latest.period) : '',
    }),
    table: {
      columns: [
        { label: say('overview:table.channel'), align: 'left' },
        { label: say('overview:table.latest'), align: 'right' },
        { label: say('overview:table.period'), align: 'right' },
        { label: say('briefing:column.age'), align: 'right' },
        { label: say('overview:table.source'), align: 'left' },
      ],
      rows: rows.map(({ tile, latest }) => {
        const field = percentField(kit, '', latest)
        return [
          say(`overview:tile.${tile.id}`, { partner: names.area(kit.partner) }),
          field.print(field.low, field.high),
          formats.period(latest.period),
          formats.number(tile.ageYears, 0),
          latest.sources.map((code) => sourceNames(kit, code)).join(', '),
        ]
      }),
    },
    sources: codesOf(...rows.flatMap(({ latest }) => [...latest.sources])),
    warnings: rows.some(({ tile }) => tile.stale) ? [say('briefing:warning.old')] : [],
  }
}

const MOST_CHANGES = 8

/** What the store knows now that it did not know on a day: channels then and now, and figures by indicator. */
export function changesSlide(kit: Kit, params: EntryParams): SlideDraft | Missing {
  const { db, say, names, formats } = kit
  const given = String(params.since ?? '')
  const imported = newestImport(db)
  const since = /^\d{4}-\d{2}-\d{2}$/.test(given)
    ? given
    : imported === null
      ? kit.catalogue.summary.vintage
      : dayBefore(imported)
  const before = createKit(db, { ...kit, asOf: since })
  const [then, now] = [overviewOf(before).model, overviewOf(kit).model]
  const print = (tile: (typeof now.tiles)[number]): string => {
    if (!tile.latest) return '–'
    const field = percentField(kit, '', tile.latest, tile.id === 'arms' ? 0 : 1)
    return `${field.print(field.low, field.high)} (${formats.period(tile.latest.period)})`
  }
  const moved = now.tiles.flatMap((tile) => {
    const old = then.tiles.find((one) => one.id === tile.id)
    const [a, b] = [old ? print(old) : '–', print(tile)]
    return a === b ? [] : [{ tile, row: [say(`overview:tile.${tile.id}`, { partner: names.area(kit.partner) }), a, b] }]
  })
  const changed = changesSince(db, kit.reporter, since)
  if (moved.length === 0 && changed.length === 0)
    return { missing: say('briefing:missing.changes', { ...kit.words, day: formats.dayLong(since) }) }
  const figures = changed.reduce((sum, row) => sum + row.added, 0)
  const revised = changed.reduce((sum, row) => sum + row.revised, 0)
  return {
    layout: 'table',
    title: say('briefing:title.changes', {
      ...kit.words,
      day: formats.dayLong(since),
      added: formats.number(figures, 0),
      revised: formats.number(revised, 0),
    }),
    table: {
      columns: [
        { label: say('briefing:column.what'), align: 'left' },
        { label: say('briefing:column.asOf', { day: formats.day(since) }), align: 'right' },
        { label: say('briefing:column.now'), align: 'right' },
      ],
      rows: [
        ...moved.map(({ row }) => row),
        ...changed
          .slice(0, Math.max(0, MOST_CHANGES - moved.length))
          .map((row) => [
            names.indicator(row.indicator),
            '',
            say('briefing:label.changed', { added: formats.number(row.added, 0), revised: formats.number(row.revised, 0) }),
          ]),
      ],
    },
    numbers: moved.slice(0, 4).flatMap(({ tile }) => numberOf(kit, tile) ?? []),
    sources: codesOf(...moved.flatMap(({ tile }) => [...(tile.latest?.sources ?? [])])),
  }
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

/** The author's own words: title and paragraphs come from the entry. */
export const textSlide = (kit: Kit): SlideDraft => ({ layout: 'text', title: kit.say('briefing:title.text'), sources: [] })

/** All sources of the briefing; the composer fills them in. */
export const sourcesSlide = (kit: Kit): SlideDraft => ({
  layout: 'sources',
  title: kit.say('briefing:title.sources'),
  sources: [],
})

interface AsideColumn {
  readonly label: string
  readonly kind: string
}

const MOST_ROWS = 14

/** The first bytes of every PNG, as base64 writes them. */
const isPng = (value: unknown): value is string => typeof value === 'string' && value.startsWith('iVBORw0KGgo')

/** Something set aside on a screen: the drawing as it was and the first rows of its figures. */
export function asideSlide(kit: Kit, params: EntryParams): SlideDraft | Missing {
  const { say, formats } = kit
  const item = itemOf(kit.db, Number(params.item ?? 0))
  if (!item) return { missing: say('briefing:missing.aside') }
  const snapshot = item.snapshot as {
    readonly subtitle?: unknown
    readonly source?: unknown
    readonly svg?: unknown
    readonly png?: unknown
    readonly seen?: unknown
    readonly columns?: unknown
    readonly rows?: unknown
  }
  const columns = Array.isArray(snapshot.columns) ? (snapshot.columns as AsideColumn[]) : []
  const rows = Array.isArray(snapshot.rows) ? (snapshot.rows as { readonly cells?: readonly unknown[] }[]) : []
  const cell = (value: unknown, kind: string): string =>
    value === null || value === undefined
      ? '–'
      : typeof value === 'number'
        ? formats.number(value, Number.isInteger(value) ? 0 : 1)
        : kind === 'period'
          ? formats.period(String(value))
          : String(value)
  const changed = changedSince(kit.db, snapshot.rows, snapshot.seen)
  const svg = typeof snapshot.svg === 'string' && snapshot.svg.startsWith('<svg') ? snapshot.svg : null
  const table = {
    columns: columns.map((column) => ({
      label: String(column.label),
      align: column.kind === 'text' || column.kind === 'period' ? ('left' as const) : ('right' as const),
    })),
    rows: rows.slice(0, MOST_ROWS).map((row) => columns.map((column, at) => cell((row.cells ?? [])[at], column.kind))),
  }
  const subtitle = typeof snapshot.subtitle === 'string' ? snapshot.subtitle : ''
  // numbers that the store no longer holds are shown neither as a drawing nor as a table
  if (goneSince(kit.db, snapshot.rows, snapshot.seen))
    return {
      layout: 'figure',
      title: item.title,
      support: subtitle === '' ? [] : [{ text: subtitle }],
      notice: say('briefing:notice.gone', { day: formats.dayLong(item.addedAt.slice(0, 10)) }),
      changed: true,
      sources: [],
    }
  return {
    layout: svg === null ? 'table' : 'figure',
    title: item.title,
    support: subtitle === '' ? [] : [{ text: subtitle }],
    ...(svg === null ? {} : { svg }),
    ...(svg !== null && isPng(snapshot.png) ? { png: snapshot.png } : {}),
    changed,
    ...(columns.length === 0 ? {} : { table }),
    sources: sourcesOfRows(snapshot.rows).filter((code) => kit.source(code) !== undefined),
    warnings: [
      ...(changed ? [say('briefing:warning.asideChanged')] : []),
      say('briefing:warning.aside', { day: formats.dayLong(item.addedAt.slice(0, 10)) }),
      ...(typeof snapshot.source === 'string' && snapshot.source !== '' ? [snapshot.source] : []),
    ],
  }
}
