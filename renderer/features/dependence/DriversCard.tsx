import { useTranslation } from 'react-i18next'
import type { ChannelYear, DependenceReport } from '../../../electron/shared/analytics/dependence/index.ts'
import type { DependenceInput } from '../../../electron/shared/contract/schema/dependence.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import layout from '../../ui/parts/layout.module.css'
import classes from './dependence.module.css'
import { cellsOf, channelMoves, findingOf, shareUnit } from './prepare.ts'
import { useFigureText, usePartNames } from './words.tsx'

interface Props {
  readonly reports: readonly DependenceReport[]
  readonly inputs: readonly (readonly DependenceInput[])[]
}

/** True when one of two names is part of the other: said once, it is enough. */
const sameWord = (a: string, b: string): boolean => {
  const [one, two] = [a.toLocaleLowerCase(), b.toLocaleLowerCase()]
  return one.includes(two) || two.includes(one)
}

/** What drives the index: each channel then and now, its score, what it did to the index, what the change is without it, and the second partner. */
export function DriversCard({ reports, inputs }: Props) {
  const { t } = useTranslation('dependence')
  const names = useNames()
  const formats = useFormats()
  const parts = usePartNames()
  const figureText = useFigureText()
  const [report, other] = reports
  if (!report?.comparison) return null
  const { from, to } = report.comparison
  const moves = channelMoves(report)
  const { up, down, disagree } = findingOf(report)
  const unitOf = (channel: string) =>
    shareUnit(report.method.channels.find((one) => one.id === channel)?.goalposts ?? { min: 0, max: 1 })
  const otherYear = other?.years.find((year) => year.year === to) ?? null
  const otherOf = (channel: string): ChannelYear | null =>
    otherYear?.channels.find((one) => one.channel === channel || one.channel === `${channel}_china`) ?? null
  const title = disagree
    ? t('drivers.titleDisagree', { up: up.length, down: down.length })
    : t(up.length > 0 ? 'drivers.titleUp' : down.length > 0 ? 'drivers.titleDown' : 'drivers.titleHeld')
  const figure = (channel: string, year: ChannelYear | null, at: number, which: 0 | 1 = 0) => (
    <>
      <EvidenceNumber
        cells={cellsOf(inputs[which] ?? [], year?.channel ?? channel, year?.carriedFrom ?? at)}
        sentence={`${parts.channel(channel)}, ${year?.carriedFrom ?? at}`}
      >
        {figureText(year, unitOf(channel))}
      </EvidenceNumber>
      {year?.carriedFrom == null ? null : <small className={classes.small}> {year.carriedFrom}</small>}
    </>
  )
  const columns = [
    { id: 'channel', label: t('table.channel'), kind: 'text' as const },
    { id: 'from', label: String(from), kind: 'text' as const },
    { id: 'to', label: String(to), kind: 'text' as const },
    { id: 'score', label: t('table.score'), kind: 'number' as const },
    { id: 'points', label: t('table.points'), kind: 'number' as const, decimals: 2 },
    { id: 'without', label: t('table.without'), kind: 'number' as const, decimals: 2 },
    ...(other
      ? [{ id: 'other', label: t('table.other', { partner: names.area(other.on), year: to }), kind: 'text' as const }]
      : []),
    { id: 'source', label: t('table.source'), kind: 'text' as const },
  ]
  return (
    <FigureCard
      id="dependence.drivers"
      kind="table"
      title={title}
      subtitle={t('drivers.subtitle', { from, to, partner: names.area(report.on) })}
      source={t('drivers.source')}
      twin={{
        columns,
        rows: moves.map((move) => ({
          id: move.channel,
          cells: [
            parts.channel(move.channel),
            figureText(move.from, unitOf(move.channel)),
            figureText(move.to, unitOf(move.channel)),
            move.to?.score ?? null,
            move.contribution,
            move.without,
            ...(other ? [figureText(otherOf(move.channel), unitOf(move.channel))] : []),
            names.source(move.to?.source ?? ''),
          ],
        })),
      }}
    >
      <div className={classes.scroll}>
        <table className={`${layout.figures} ${classes.table}`}>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={column.id} scope="col" data-number={(at > 0 && column.id !== 'source') || undefined}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => (
              <tr key={move.channel}>
                <td className={classes.channelCell}>
                  <span className={classes.glyph} aria-hidden="true">
                    {move.movement === 'up' ? '▲' : move.movement === 'down' ? '▽' : move.movement === 'held' ? '=' : '·'}
                  </span>{' '}
                  {parts.channel(move.channel)}
                  {sameWord(parts.channel(move.channel), parts.pillar(move.pillar)) ? null : (
                    <small className={classes.small}> {parts.pillar(move.pillar)}</small>
                  )}
                </td>
                <td data-number>{figure(move.channel, move.from, from)}</td>
                <td data-number>{figure(move.channel, move.to, to)}</td>
                <td data-number>{formats.number(move.to?.score ?? null, 0)}</td>
                <td data-number>{move.contribution === null ? '–' : formats.signed(move.contribution)}</td>
                <td data-number>{move.without === null ? '–' : formats.signed(move.without)}</td>
                {other ? <td data-number>{figure(move.channel, otherOf(move.channel), to, 1)}</td> : null}
                <td className={classes.sourceCell}>{names.source(move.to?.source?.split('+').slice(0, 2).join('+') ?? '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FigureCard>
  )
}
