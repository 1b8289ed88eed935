// Lists of what is on record: stoppages by day, and every reading that no chart shows.

import type { ReadingLine } from '../../../electron/shared/contract/schema/readings.ts'
import { NO_PARTNER, WORLD } from '../../../electron/shared/domain/observation.ts'
import { incidents, restOf } from '../../../electron/shared/findings/corridors.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import { worded } from '../../language/wording.ts'
import { EvidenceNumber, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { useWholeRows } from '../../ui/parts/useWholeRows.ts'
import type { CorridorsCardProps } from './cardProps.ts'
import classes from './corridors.module.css'
import { incidentText } from './incidentTexts.ts'

/** Stoppages on record by day, with what was said of each. */
export function IncidentsCard({ value, words }: CorridorsCardProps) {
  const { t, formats } = words
  // the one card of its column has all the room of the others
  const list = useWholeRows<HTMLUListElement>(720)
  const readings = incidents(value)
  const [first] = readings
  if (!first) return null
  const title = t('stops.title', { count: readings.length, year: first.year })
  return (
    <FigureCard
      id="corridors.incidents"
      kind="table"
      title={title}
      subtitle={t('stops.subtitle')}
      source={t('stops.source')}
      twin={{
        columns: [
          { id: 'day', label: t('column.period'), kind: 'period' },
          { id: 'what', label: t('column.what'), kind: 'text' },
        ],
        rows: readings.toReversed().map((reading) => ({
          id: reading.period,
          cells: [reading.period, incidentText(words, reading.note)],
          refs: [reading.cell],
        })),
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <ul ref={list} className={classes.incidents} tabIndex={0} aria-label={title}>
        {readings.toReversed().map((reading) => (
          <li key={reading.period}>
            <EvidenceNumber cells={[reading.cell]} sentence={incidentText(words, reading.note)}>
              {formats.period(reading.period)}
            </EvidenceNumber>
            <span>{incidentText(words, reading.note)}</span>
          </li>
        ))}
      </ul>
    </FigureCard>
  )
}

/** A line by its indicator, and by its partner where that is not the world: imports of electricity from all and from Russia are two lines. */
const lineName = (line: ReadingLine, names: Names): string =>
  line.partner === WORLD || line.partner === NO_PARTNER
    ? names.indicator(line.indicator)
    : `${names.indicator(line.indicator)}: ${names.area(line.partner)}`

/** Readings that no chart shows, so that nothing on record is out of reach. */
export function RestCard({ value, words }: CorridorsCardProps) {
  const { t, names, formats } = words
  const { open } = useEvidence()
  const list = useWholeRows<HTMLUListElement>(360)
  const rest = restOf(value)
  if (rest.length === 0) return null
  const title = t('rest.title')
  return (
    <FigureCard
      id="corridors.rest"
      kind="table"
      title={title}
      subtitle={t('rest.subtitle')}
      twin={{
        columns: [
          { id: 'indicator', label: t('column.indicator'), kind: 'text' },
          { id: 'period', label: t('column.period'), kind: 'period' },
          { id: 'value', label: t('column.value'), kind: 'number', decimals: 2 },
          { id: 'unit', label: t('column.unit'), kind: 'text' },
          { id: 'note', label: t('column.note'), kind: 'text' },
        ],
        rows: value.lines.flatMap((line) =>
          line.readings.map((reading) => ({
            id: `${line.indicator} ${line.partner} ${reading.period}`,
            cells: [
              lineName(line, names),
              reading.period,
              reading.value,
              names.unitShort(line.unit),
              worded(formats.language, reading.note),
            ],
            refs: [null, null, reading.cell],
          })),
        ),
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <ul ref={list} className={classes.incidents} tabIndex={0} aria-label={title}>
        {rest.map(({ line, reading }) => (
          <li key={`${line.indicator} ${line.partner}`} style={{ gridTemplateColumns: 'minmax(0, 1fr) auto 92px' }}>
            <span>{lineName(line, names)}</span>
            <button
              type="button"
              className={classes.figure}
              onClick={() =>
                open({ cells: [reading.cell], figure: formats.compact(reading.value), sentence: lineName(line, names) })
              }
            >
              {formats.value(
                reading.value,
                line.unit === 'COUNT' ? null : names.unitOf(line.unit),
                line.unit === 'COUNT' ? 0 : undefined,
              )}
            </button>
            <span className={classes.pct}>{formats.period(reading.period)}</span>
          </li>
        ))}
      </ul>
    </FigureCard>
  )
}
