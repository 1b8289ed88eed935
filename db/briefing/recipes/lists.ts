// Slides in words and lists: events, coverage, what changed, the author's text, sources.
import type { EntryParams } from '../../../electron/shared/domain/briefing.ts'
import { channelIds } from '../../../electron/shared/domain/channels.ts'
import { concerns } from '../../../electron/shared/domain/event.ts'
import { changesSince, newestImport } from '../../queries/briefings.ts'
import type { Missing, SlideDraft } from '../draft.ts'
import { codesOf, createKit, eventTitle, type Kit, percentField } from '../kit.ts'
import { numberOf, overviewOf } from './overviewModel.ts'

/** Publishers of sources by their codes, as a list; a source without a publisher by its code. */
export const sourceNames = (kit: Kit, codes: string): string =>
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
          latest.sources.map((code) => sourceNames(kit, code)).join('; '),
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
