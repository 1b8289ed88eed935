import { useTranslation } from 'react-i18next'
import { UNALLOCATED_PARTNER } from '../../../electron/shared/analytics/substitution.ts'
import type { SubstitutionAnswer } from '../../../electron/shared/contract/schema/substitution.ts'
import { type Flow, headlineOf, OTHERS, waterfallOf } from '../../../electron/shared/findings/substitution.ts'
import { PERCENT } from '../../charts/core/values.ts'
import { Waterfall } from '../../charts/Waterfall.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { type EvidenceRequest, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'

/** Where the partner's share went, step by step; the steps add up. */
export function WaterfallCard({ answer, flow }: { readonly answer: SubstitutionAnswer; readonly flow: Flow }) {
  const { t } = useTranslation('substitution')
  const names = useNames()
  const formats = useFormats()
  const { open } = useEvidence()
  const { from, to, away, awayFrom, largestGainer, substitutionRatio } = answer
  const steps = waterfallOf(answer)
  const nameOf = (partner: string): string =>
    partner === OTHERS
      ? t('waterfall.others')
      : partner === UNALLOCATED_PARTNER
        ? t('waterfall.unallocated')
        : names.area(partner)
  const partner = names.area(awayFrom)
  const title =
    headlineOf(answer) === 'littleLoss'
      ? t('waterfall.titleLittle', { partner })
      : answer.lost < 0 && largestGainer !== null && substitutionRatio !== null
        ? t('waterfall.title', {
            gainer: names.area(largestGainer),
            ratio: formats.percent(Math.min(substitutionRatio, 9.99) * 100, 0),
          })
        : t('waterfall.titleUp', { partner })
  const end = (year: number, share: number | null, cells: EvidenceRequest['cells']) => ({
    label: `${partner} ${year}`,
    value: (share ?? 0) * 100,
    ref: {
      cells,
      figure: formats.percent((share ?? 0) * 100),
      sentence: `${partner}, ${t(`flowName.${flow}`)}, ${year}`,
    },
  })
  return (
    <FigureCard
      id="substitution.waterfall"
      title={title}
      subtitle={t('waterfall.subtitle', { flow: t(`flowName.${flow}`), from, to })}
      source={t('waterfall.source', {
        from,
        to,
        sourcesFrom: [...new Set(answer.sourcesFrom.map(names.source))].join('; '),
        sourcesTo: [...new Set(answer.sourcesTo.map(names.source))].join('; '),
      })}
      twin={{
        columns: [
          { id: 'partner', label: t('table.partner'), kind: 'text' },
          { id: 'from', label: String(from), kind: 'number' },
          { id: 'to', label: String(to), kind: 'number' },
          { id: 'change', label: t('table.change'), kind: 'number', decimals: 2 },
        ],
        rows: [answer.away, ...answer.gains].map((gain) => ({
          id: gain.partner,
          cells: [
            nameOf(gain.partner),
            gain.from === null ? null : gain.from * 100,
            gain.to === null ? null : gain.to * 100,
            gain.change * 100,
          ],
        })),
      }}
    >
      <Waterfall<EvidenceRequest>
        name={title}
        unit={PERCENT}
        partner={awayFrom}
        start={end(from, away.from, away.cellsFrom)}
        end={end(to, away.to, away.cellsTo)}
        parts={steps.map((step) => ({
          id: step.partner,
          label:
            step.partner === UNALLOCATED_PARTNER
              ? nameOf(UNALLOCATED_PARTNER)
              : t(step.points < 0 ? 'waterfall.to' : 'waterfall.from', { partner: nameOf(step.partner) }),
          value: step.points,
          ...(step.from === null && step.to === null
            ? {}
            : { note: t('waterfall.note', { from: formats.percent(step.from ?? 0), to: formats.percent(step.to ?? 0) }) }),
          ...(step.change
            ? {
                ref: {
                  cells: [...step.change.cellsFrom, ...step.change.cellsTo],
                  figure: formats.signed(step.change.change * 100),
                  sentence: `${nameOf(step.partner)}, ${t(`flowName.${flow}`)}, ${formats.years(from, to)}`,
                },
              }
            : {}),
        }))}
        onPoint={open}
      />
    </FigureCard>
  )
}
