// Goods trade by fixed parts and year.
import { type OverviewModel, sellsThroughTraders } from '../../../electron/shared/findings/overview.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import type { DraftNumber, Missing, SlideDraft } from '../draft.ts'
import { codesOf, eventsOf, type Kit, notesOf, percentUnit } from '../kit.ts'
import { overviewOf } from './overviewModel.ts'

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
  const title = capital(
    stack === null
      ? say('overview:stack.title')
      : stack.overtaken
        ? say('overview:stack.overtook', found)
        : stack.jointThen === null
          ? say('overview:stack.now', { ...found, year: stack.latestYear })
          : say('overview:stack.together', found),
  )
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
    warnings: sellsThroughTraders(kit.reporter) ? [say('overview:stack.note')] : [],
  }
}

const capitalArea = (kit: Kit, code: string): string => kit.names.areaIn(code, 'nominative')

function stackChange({ say }: Kit, stack: OverviewModel['stack']): string {
  if (stack === null || stack.jointThen === null) return ''
  const difference = stack.jointNow - stack.jointThen
  return say(`overview:stack.${difference > 0.5 ? 'upFrom' : difference < -0.5 ? 'downFrom' : 'same'}`)
}
