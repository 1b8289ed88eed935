import { useTranslation } from 'react-i18next'
import type { DependenceReport } from '../../../electron/shared/analytics/dependence/index.ts'
import type { DependenceInput } from '../../../electron/shared/contract/schema/dependence.ts'
import { NUMBER } from '../../charts/core/values.ts'
import { Waterfall } from '../../charts/Waterfall.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { type EvidenceRequest, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { cellsOf, channelMoves, indexCells, shareUnit, yearOf } from './prepare.ts'
import { useFigureText, usePartNames } from './words.tsx'

/** What moved the index between the two years, channel by channel; the parts add up. */
export function ChangeCard({
  report,
  inputs,
}: {
  readonly report: DependenceReport
  readonly inputs: readonly DependenceInput[]
}) {
  const { t } = useTranslation('dependence')
  const formats = useFormats()
  const parts = usePartNames()
  const figureText = useFigureText()
  const { open } = useEvidence()
  const { comparison } = report
  if (comparison === null || comparison.fromIndex === null || comparison.toIndex === null) return null
  const { from, to, fromIndex, toIndex } = comparison
  const moves = channelMoves(report).filter((move) => move.contribution !== null)
  const unitOf = (channel: string) =>
    shareUnit(report.method.channels.find((one) => one.id === channel)?.goalposts ?? { min: 0, max: 1 })
  const end = (year: number, index: number) => ({
    label: String(year),
    value: index,
    ref: {
      cells: indexCells(inputs, yearOf(report, year)),
      figure: formats.number(index),
      sentence: t('support.indexOf', { year }),
    } satisfies EvidenceRequest,
  })
  const largest = moves[0]
  const title =
    largest === undefined
      ? t('change.titleNone', { from, to })
      : t('change.title', { channel: parts.channel(largest.channel), points: formats.signed(largest.contribution) })
  const note = (move: (typeof moves)[number]): string => {
    const unit = unitOf(move.channel)
    return t('change.note', { from: figureText(move.from, unit), to: figureText(move.to, unit) })
  }
  return (
    <FigureCard
      id="dependence.change"
      title={title}
      subtitle={t('change.subtitle', { from, to })}
      source={
        comparison.composition !== null && Math.abs(comparison.composition) > 0.05
          ? t('change.composition', { points: formats.signed(comparison.levelChange) })
          : t('change.source')
      }
      twin={{
        columns: [
          { id: 'channel', label: t('table.channel'), kind: 'text' },
          { id: 'points', label: t('table.points'), kind: 'number', decimals: 2 },
          { id: 'figures', label: t('table.figures'), kind: 'text' },
        ],
        rows: [
          { id: 'from', cells: [String(from), fromIndex, ''] },
          ...moves.map((move) => ({ id: move.channel, cells: [parts.channel(move.channel), move.contribution, note(move)] })),
          { id: 'to', cells: [String(to), toIndex, ''] },
        ],
      }}
    >
      <Waterfall<EvidenceRequest>
        name={title}
        fill
        unit={NUMBER}
        partner={report.on}
        start={end(from, fromIndex)}
        end={end(to, toIndex)}
        parts={moves.map((move) => ({
          id: move.channel,
          label: parts.channel(move.channel),
          value: move.contribution ?? 0,
          note: note(move),
          ref: {
            cells: [
              ...cellsOf(inputs, move.channel, move.from?.carriedFrom ?? from),
              ...cellsOf(inputs, move.channel, move.to?.carriedFrom ?? to),
            ],
            figure: formats.signed(move.contribution),
            sentence: t('change.part', { channel: parts.channel(move.channel), from, to }),
          },
        }))}
        onPoint={open}
      />
    </FigureCard>
  )
}
