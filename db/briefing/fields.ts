// Numbers of the store inside an author's text: `{{field:channel imports RUS latest}}` becomes 29.9%, with the cells behind it.
import type { ChannelPoint } from '../../electron/shared/contract/schema/overview.ts'
import { partsOf, readField } from '../../electron/shared/domain/briefing.ts'
import { channelDefinitions } from '../../electron/shared/domain/channels.ts'
import { decodePeriod, encodePeriod, periodEndYear } from '../../electron/shared/domain/period.ts'
import { pointOf, readChannel } from '../queries/channels.ts'
import { readLines } from '../queries/readSeries.ts'
import type { DraftField, DraftRun } from './draft.ts'
import { type Kit, percentField } from './kit.ts'

function channelPoint(kit: Kit, channel: string, partner: string, at: string): ChannelPoint | null {
  const definition = channelDefinitions.find((one) => one.id === channel)
  if (!definition) return null
  const points = readChannel(kit.db, definition, { reporter: kit.reporter, partner, asOf: kit.asOf })
  const found = at === 'latest' ? points.at(-1) : pointOf(points, at === 'base' ? kit.baseYear : Number(at))
  return found ? { ...found, sources: [...found.sources], cells: [...found.cells] } : null
}

function valueField(kit: Kit, key: string, indicator: string, partner: string, at: string): DraftField | null {
  const { reporter, asOf, names, formats } = kit
  const cells = readLines(kit.db, {
    indicators: [indicator],
    reporters: [reporter],
    partners: [partner],
    rule: 'preferred',
    asOf,
  })
    .flatMap((line) => line.cells.map((cell) => ({ cell, unit: line.unit })))
    .filter(({ cell }) => cell.value !== null)
    .sort((a, b) => a.cell.period - b.cell.period)
  const wanted = at === 'base' ? String(kit.baseYear) : at
  const found =
    at === 'latest'
      ? cells.at(-1)
      : cells.find(({ cell }) => cell.period === encodePeriod(wanted) || String(periodEndYear(cell.period)) === wanted)
  if (!found || found.cell.value === null) return null
  const { value, period, source } = found.cell
  const unit = names.unitOf(found.unit)
  return {
    key,
    low: value,
    high: value,
    print: (low) => formats.value(low, unit),
    cells: [{ indicator, reporter, partner, period: decodePeriod(period), source }],
  }
}

/** The figure that a mark asks for; null when it is no mark of ours or the store has no such figure. */
function fieldOf(kit: Kit, mark: string): DraftField | null {
  const spec = readField(mark)
  if (spec === null) return null
  const key = `field:${mark.trim()}`
  if (spec.kind === 'value') return valueField(kit, key, spec.indicator, spec.partner, spec.at)
  const point = channelPoint(kit, spec.channel, spec.partner, spec.at)
  return point === null ? null : percentField(kit, key, point, spec.channel === 'arms' ? 0 : 1)
}

/** Paragraphs of an author's text with their fields; a field without a figure says so in brackets and is reported. */
export function paragraphsOf(
  kit: Kit,
  text: string,
): { readonly paragraphs: readonly (readonly DraftRun[])[]; readonly lost: readonly string[] } {
  const lost: string[] = []
  const paragraphs = text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      partsOf(line).map((part): DraftRun => {
        if ('text' in part) return part
        const field = fieldOf(kit, part.field)
        if (field !== null) return { field }
        lost.push(part.field)
        return { text: kit.say('briefing:field.missing') }
      }),
    )
  return { paragraphs, lost }
}
