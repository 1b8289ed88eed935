import { useTranslation } from 'react-i18next'
import type { TradeAnswer } from '../../../electron/shared/contract/schema/trade.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { useFormats, useLanguage } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useEventMarkers } from '../../ui/events/useEventMarkers.ts'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { stackAnnotations } from '../../ui/figure/tradeStack.ts'
import { useView } from '../../ui/view/useView.ts'
import { findingOf } from './prepare.ts'
import type { Flow } from './useTrade.ts'
import { HELD_HHI } from './words.tsx'

const HHI = { code: '', short: { en: '', ru: '', kk: '' }, decimals: 3 } as const

/** How far a flow leans on few partners, by year, with the bounds that unallocated trade leaves. */
export function ConcentrationCard({ answer, flow }: { readonly answer: TradeAnswer; readonly flow: Flow }) {
  const { t } = useTranslation('trade')
  const names = useNames()
  const formats = useFormats()
  const language = useLanguage()
  const { baseYear } = useView()
  const { years, hhi, sources } = answer.stack
  const known = years.flatMap((year, i) => {
    const one = hhi[i]
    return one == null || one.value === null ? [] : [{ year, ...one, value: one.value, source: names.source(sources[i] ?? '') }]
  })
  const [first = 1995, last = 2025] = [known[0]?.year, known.at(-1)?.year]
  const events = useEventMarkers({ from: first, to: last, most: 2 })
  const { annotations } = stackAnnotations(answer.stack, language, baseYear, events)
  if (known.length === 0) return null
  const { hhi: change } = findingOf(answer)
  const word =
    change === null
      ? null
      : Math.abs(change.latest - change.base) < HELD_HHI
        ? 'held'
        : change.latest > change.base
          ? 'up'
          : 'down'
  const title =
    change === null || word === null
      ? t('concentration.title')
      : t(`concentration.${word}`, { from: formats.number(change.base, 3), to: formats.number(change.latest, 3) })
  return (
    <FigureCard
      id={`trade.concentration.${flow}`}
      title={title}
      subtitle={t('concentration.subtitle', { flow: t(`flowName.${flow}`) })}
      twin={{
        columns: [
          { id: 'year', label: '', kind: 'period' },
          { id: 'hhi', label: t('concentration.hhi'), kind: 'number', decimals: 4 },
          { id: 'low', label: t('concentration.low'), kind: 'number', decimals: 4 },
          { id: 'high', label: t('concentration.high'), kind: 'number', decimals: 4 },
          { id: 'partners', label: t('concentration.partners'), kind: 'number', decimals: 1 },
        ],
        rows: known.toReversed().map((one) => ({
          id: String(one.year),
          cells: [String(one.year), one.value, one.low, one.high, 1 / one.value],
        })),
      }}
    >
      <LineChart
        name={title}
        height={150}
        unit={HHI}
        zero
        {...annotations}
        gaps={(annotations.gaps ?? []).map((gap) => ({ ...gap, reason: String(Number(gap.from) + 1) }))}
        series={[
          {
            id: 'hhi',
            label: t('concentration.hhi'),
            role: 'band',
            points: known.map((one) => ({
              period: String(one.year),
              value: one.value,
              low: one.low,
              high: one.high,
              source: one.source,
              note: t('concentration.effective', { n: formats.number(1 / one.value, 1) }),
            })),
          },
        ]}
      />
    </FigureCard>
  )
}
