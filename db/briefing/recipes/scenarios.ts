// Transparent arithmetic with ranges, as the scenarios screen reckons it.
import {
  figureOf,
  outcomeOf,
  publishedSpare,
  type Settings,
  shiftOf,
  stopOf,
} from '../../../electron/shared/findings/scenarios.ts'
import type { DraftNumber, Missing, SlideDraft } from '../draft.ts'
import { codesOf, type Kit, percentPrint, topicWarnings } from '../kit.ts'
import { sourceNames } from './lists.ts'

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
