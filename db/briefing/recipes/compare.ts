// A slide of countries on one method.

import type { EntryParams } from '../../../electron/shared/domain/briefing.ts'
import { compareMeasures } from '../../../electron/shared/domain/compareMeasures.ts'
import { type DraftNumber, type Missing, numberRun, type SlideDraft } from '../draft.ts'
import { codesOf, type Kit, noMarks, numberField, percentUnit } from '../kit.ts'

const MOST_COUNTRIES = 15

/** One measure of every country that has it, on one method and one source. */
export function compareSlide(kit: Kit, params: EntryParams): SlideDraft | Missing {
  const { say, names, formats, partner } = kit
  const id = compareMeasures.find((one) => one === params.measure) ?? 'imports'
  const answer = kit.ask('compare.get', { on: partner, asOf: kit.asOf })
  const measure = answer.measures.find((one) => one.id === id)
  const rows = (measure?.lines ?? [])
    .flatMap(({ reporter, points }) => {
      const last = points.at(-1)
      return last ? [{ reporter, last }] : []
    })
    .sort((a, b) => b.last.value - a.last.value)
    .slice(0, MOST_COUNTRIES)
  const top = rows[0]
  if (!measure || !top || rows.length < 2) return { missing: say('briefing:missing.compare', kit.words) }
  const place = rows.findIndex((row) => row.reporter === kit.reporter)
  const decimals = id === 'index' ? 0 : measure.unit === 'PCT' ? 1 : 3
  const print = (value: number): string =>
    measure.unit === 'PCT' ? formats.percent(value, decimals) : formats.number(value, decimals)
  const of = (row: (typeof rows)[number]): DraftNumber => ({
    label: `${names.area(row.reporter)}, ${row.last.year}`,
    from: null,
    to: numberField(`compare.${id}.${row.reporter}`, row.last.value, print),
    direction: null,
  })
  const own = rows[place]
  const name = say(`briefing:measure.${id}`, kit.words)
  return {
    layout: 'figure',
    title:
      own === undefined
        ? say('briefing:title.compareFirst', { name, country: names.area(top.reporter) })
        : say('briefing:title.compare', {
            name,
            country: names.area(kit.reporter),
            place: place + 1,
            of: rows.length,
          }),
    support: own === undefined ? [] : [numberRun(of(own))],
    figure: {
      kind: 'bar',
      subtitle: say('briefing:subtitle.compare', { name }),
      unit:
        measure.unit === 'PCT'
          ? percentUnit(kit)
          : { code: measure.unit, label: id === 'index' ? say('briefing:unit.index') : say('briefing:unit.number'), decimals },
      periods: rows.map((row) => `${names.area(row.reporter)} (${row.last.year})`),
      series: [
        { id: partner, label: names.area(partner), partner, values: rows.map((row) => row.last.value), low: null, high: null },
      ],
      ...noMarks,
      summary: rows
        .slice(0, 3)
        .map((row) => `${names.area(row.reporter)}: ${print(row.last.value)}`)
        .join('; '),
    },
    numbers: [...(own && own !== top ? [of(own)] : []), of(top)],
    sources: codesOf(...rows.map((row) => row.last.source)),
    warnings: [say('briefing:warning.compare')],
  }
}
