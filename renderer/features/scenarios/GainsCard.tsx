import { useTranslation } from 'react-i18next'
import { claimsOf, gainsOf, outcomeOf } from '../../../electron/shared/findings/scenarios.ts'
import { niceTicks } from '../../charts/core/geometry.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { worded } from '../../language/wording.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import type { CardProps } from './cardProps.ts'
import { ScenarioCard, useRangeText } from './ScenarioCard.tsx'

type LeverText = 'reforms' | 'infrastructure' | 'network' | 'corridors' | 'other'
const levers: Readonly<Record<string, LeverText>> = {
  bri_infrastructure_plus_reforms: 'reforms',
  bri_infrastructure: 'infrastructure',
  central_asia_transport_network: 'network',
  all_planned_corridors_by_2040: 'corridors',
}

/** What publications say a country would gain, side by side; none is added to another. */
export function GainsCard({ answer, reporter }: CardProps) {
  const { t } = useTranslation('scenarios')
  const names = useNames()
  const formats = useFormats()
  const range = useRangeText()
  const outcome = gainsOf(answer, reporter)
  const claims = claimsOf(answer, reporter)
  const mine = claims.filter((claim) => claim.ofReporter)
  const ticks = niceTicks(0, Math.max(1, ...claims.map((claim) => claim.high)), { zero: true, most: 5 })
  const area = (code: string): string =>
    code === 'CA5' || code === 'BRI' || code === 'CAREC' ? t(`group.${code}`) : names.area(code)
  const gain = (id: string): string => {
    const found = outcome.state === 'result' ? outcomeOf(outcome.result, 'gain', id) : null
    return found ? range(found) : ''
  }
  const label = ({ parameter }: (typeof claims)[number]): string =>
    t(`lever.${levers[parameter.lever] ?? 'other'}`, { area: area(parameter.country) })
  const bounded = (claim: (typeof claims)[number]): string => {
    const figure = formats.percent(claim.high)
    return claim.bound === null ? figure : t(`gains.${claim.bound}`, { figure })
  }
  const title = t(mine.length > 1 ? 'gains.title' : mine.length === 1 ? 'gains.titleOne' : 'gains.titleNone', {
    list: formats.list(mine.map((claim) => formats.number(claim.high))),
  })
  return (
    <ScenarioCard
      id="gains"
      answer={answer}
      outcome={outcome}
      title={title}
      nameOf={(one) =>
        one.of === null
          ? t('outcome.claims-spread')
          : (claims.find((claim) => claim.parameter.id === one.of)?.parameter.sourceTitle ?? one.of)
      }
      inputOf={(id) => {
        const claim = claims.find((one) => one.parameter.id === id)
        return claim && label(claim)
      }}
    >
      {claims.length === 0 ? null : (
        <RowsChart
          name={title}
          layout={{
            rowHeight: 38,
            labelWidth: 230,
            rows: claims.map((claim) => ({
              id: claim.parameter.id,
              label: label(claim),
              note: [names.source(claim.parameter.source), gain(claim.parameter.id)].filter((part) => part !== '').join(' · '),
              group: claim.ofReporter ? names.area(reporter) : t('gains.others'),
              items: [
                {
                  key: claim.parameter.id,
                  shape: 'dot' as const,
                  from: claim.low,
                  to: claim.high,
                  hollow: claim.bound === 'upTo',
                  openEnd: claim.bound === 'above',
                  label: bounded(claim),
                  tip: {
                    title: claim.parameter.sourceTitle,
                    rows: [{ label: area(claim.parameter.country), value: bounded(claim) }],
                    lines: [worded(formats.language, claim.parameter.note)],
                  },
                },
              ],
            })),
            axis: {
              domain: [0, ticks.at(-1) ?? 1],
              ticks,
              format: (tick) => (tick === ticks.at(-1) ? formats.percent(tick, 0) : formats.number(tick, 0)),
            },
          }}
        />
      )}
    </ScenarioCard>
  )
}
