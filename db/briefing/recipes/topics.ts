import { oilFinding, routeRows } from '../../../electron/shared/findings/corridors.ts'
import { isHeld } from '../../../electron/shared/findings/held.ts'
import type { DraftNumber, Missing, SlideDraft } from '../draft.ts'
import { codesOf, type Kit, noMarks, numberField, percentField, percentUnit, topicWarnings } from '../kit.ts'
import { channelFigure } from './channels.ts'
import { overviewOf } from './overviewModel.ts'

const directionOf = (from: number, to: number): DraftNumber['direction'] =>
  isHeld(to - from) ? 'held' : to > from ? 'up' : 'down'

/** A tonnage: no decimals for a figure that was printed whole. */
const places = (value: number): number => (value >= 20 && Number.isInteger(value) ? 0 : value < 1 ? 2 : 1)

/** Share of oil exports that crosses the partner, low to high, and the routes of the latest year. */
export function oilSlide(kit: Kit): SlideDraft | Missing {
  const { reporter, partner, asOf, say, formats, baseYear } = kit
  const answer = kit.ask('corridors.get', { reporter, asOf })
  const found = oilFinding(answer, partner, baseYear)
  const drawn = channelFigure(kit, overviewOf(kit).overview, 'oil')
  if (found === null || drawn === null) return { missing: say('briefing:missing.oil', kit.words) }
  const words = (point: { readonly low: number; readonly high: number }): string => {
    const [low, high] = [Math.round(point.low), Math.round(point.high)]
    return low === high ? formats.number(low, 0) : say(`corridors:range.${high - low === 1 ? 'or' : 'to'}`, { low, high })
  }
  const title = say(`corridors:headline.${found.base ? 'oilThen' : 'oil'}`, {
    ...kit.words,
    now: words(found.latest),
    before: found.base ? words(found.base) : '',
    year: found.base?.year ?? '',
  })
  const year = found.latest.year
  const rows = routeRows(answer, year).filter((row) => !row.within && row.share !== null)
  const numbers = rows.slice(0, 3).map((row): DraftNumber => {
    const share = row.share ?? { low: 0, high: 0 }
    return {
      label: say(`corridors:oilRoute.${row.route.id}`),
      from: null,
      to: {
        key: `oil.${row.route.id}`,
        low: row.volume.low,
        high: row.volume.high,
        print: (low, high) =>
          say('briefing:label.route', {
            volume: formats.range(low, high, Math.max(places(low), places(high))),
            share: formats.range(share.low, share.high, 0) + formats.percent(0, 0).replace('0', ''),
          }),
        cells: row.volume.cells,
      },
      direction: null,
    }
  })
  const routes = codesOf(...rows.flatMap((row) => row.volume.cells.map((cell) => cell.source)))
  return {
    layout: 'figure',
    title,
    figure: { ...drawn.figure, summary: title },
    numbers: [
      {
        label: say('overview:tile.oil', { partner: kit.names.area(partner) }),
        from: found.base ? percentField(kit, `oil.${partner}.base`, found.base, 0) : null,
        to: percentField(kit, `oil.${partner}.latest`, found.latest, 0),
        direction:
          found.base === null
            ? null
            : found.latest.low > found.base.high
              ? 'up'
              : found.latest.high < found.base.low
                ? 'down'
                : 'held',
      },
      ...numbers,
    ],
    sources: codesOf(...found.latest.sources, ...drawn.sources, ...routes),
    warnings: [say('briefing:warning.oil', { year }), ...topicWarnings(kit, 'corridors', 1)],
  }
}

/** Arms by published five-year windows: shares of the partners. */
export function armsSlide(kit: Kit): SlideDraft | Missing {
  const { reporter, asOf, say, names, formats, baseYear, partner } = kit
  const { arms } = kit.ask('politics.get', { reporter, asOf })
  const windows = [...arms].sort((a, b) => a.to - b.to)
  if (windows.length === 0) return { missing: say('politics:arms.none', kit.words) }
  const last = windows.at(-1)
  // the window that ends in the base year, else the last one that the base year lies in
  const then =
    windows.find((one) => one.to === baseYear) ?? windows.findLast((one) => one.from <= baseYear && one.to >= baseYear) ?? null
  const shareIn = (window: (typeof windows)[number] | null | undefined, code: string): number | null => {
    if (!window || window.total <= 0) return null
    return window.suppliers.find((one) => one.partner === code)?.share ?? 0
  }
  const drawn = kit.partners.filter((code) => windows.some((window) => (shareIn(window, code) ?? 0) > 0))
  const [from, to] = [shareIn(then, partner), shareIn(last, partner)]
  const cellsOf = (window: (typeof windows)[number] | null | undefined, code: string) =>
    window ? [...window.suppliers.filter((one) => one.partner === code).map((one) => one.cell), window.totalCell] : []
  const print = (value: number): string => formats.percent(value, 0)
  const moved = from === null || to === null || then === last ? null : directionOf(from, to)
  const numbers = (drawn.length > 0 ? drawn : [partner]).flatMap((code): DraftNumber[] => {
    const [a, b] = [shareIn(then, code), shareIn(last, code)]
    if (b === null || !last) return []
    return [
      {
        label: say('briefing:label.arms', {
          partner: names.area(code),
          span: [...(then && then !== last ? [formats.period(then.period)] : []), formats.period(last.period)].join(' – '),
        }),
        from: a === null || then === last ? null : numberField(`arms.${code}.base`, a, print, cellsOf(then, code)),
        to: numberField(`arms.${code}.latest`, b, print, cellsOf(last, code)),
        direction: a === null || then === last ? null : directionOf(a, b),
      },
    ]
  })
  return {
    layout: 'figure',
    title:
      moved === null
        ? say('politics:arms.title.none')
        : say(`politics:headline.arms.${moved}`, { ...kit.words, partner: kit.words.partner ?? '' }),
    figure: {
      kind: 'bar',
      subtitle: say('briefing:subtitle.armsWindows', kit.words),
      unit: percentUnit(kit, 0),
      periods: windows.map((window) => formats.period(window.period)),
      series: (drawn.length > 0 ? drawn : [partner]).map((code) => ({
        id: code,
        label: names.area(code),
        partner: code,
        values: windows.map((window) => shareIn(window, code)),
        low: null,
        high: null,
      })),
      ...noMarks,
      summary: numbers
        .map(({ label, from: a, to: b }) => `${label}: ${a ? `${a.print(a.low, a.high)} – ` : ''}${b.print(b.low, b.high)}`)
        .join('; '),
    },
    numbers,
    sources: codesOf(...windows.map((window) => window.totalCell.source)),
    warnings: [say('politics:arms.source')],
  }
}

/** Agreement in votes of the General Assembly. */
export function votesSlide(kit: Kit): SlideDraft | Missing {
  const { say, names } = kit
  const { overview, model } = overviewOf(kit)
  const drawn = channelFigure(kit, overview, 'votes')
  const tile = model.tiles.find((one) => one.id === 'votes')
  if (drawn === null || !tile?.latest) return { missing: say('politics:headline.none', kit.words) }
  const moved = tile.movement === 'up' || tile.movement === 'down' || tile.movement === 'held' ? tile.movement : null
  const numbers = (overview.channels.find((one) => one.id === 'votes')?.readings ?? []).flatMap(
    ({ partner, base, latest }): DraftNumber[] => {
      if (!latest) return []
      const comparable = base !== null && base.period !== latest.period
      return [
        {
          label: `${names.area(partner)}, ${latest.year}`,
          from: comparable ? percentField(kit, `votes.${partner}.base`, base) : null,
          to: percentField(kit, `votes.${partner}.latest`, latest),
          direction: comparable ? directionOf(base.low, latest.low) : null,
        },
      ]
    },
  )
  return {
    layout: 'figure',
    title:
      moved === null ? say('politics:headline.none', kit.words) : say(`politics:headline.agreement.${moved}`, { ...kit.words }),
    figure: drawn.figure,
    numbers,
    sources: drawn.sources,
    warnings: [say('briefing:warning.votes')],
  }
}
