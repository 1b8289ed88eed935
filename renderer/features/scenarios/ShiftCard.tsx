import { useTranslation } from 'react-i18next'
import { importShare, outcomeOf, shiftOf, shiftPoints } from '../../../electron/shared/findings/scenarios.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { Picker } from '../../ui/pickers/Picker.tsx'
import type { SteeredProps } from './cardProps.ts'
import { ScenarioCard, Setting } from './ScenarioCard.tsx'
import classes from './scenarios.module.css'

/** Points of import share moved from the partner to others, and what that does to concentration. */
export function ShiftCard({ answer, partner, settings, set }: SteeredProps) {
  const { t } = useTranslation('scenarios')
  const names = useNames()
  const formats = useFormats()
  const outcome = shiftOf(answer, partner, settings)
  const share = importShare(answer, partner) ?? 0
  const change = outcome.state === 'result' ? outcomeOf(outcome.result, 'hhi_change') : null
  const takers = (answer.imports?.amounts ?? []).filter((row) => row.partner !== partner).sort((a, b) => b.value - a.value)
  const takerName = settings.taker === '' ? t('shift.everyone') : names.area(settings.taker)
  const word = change === null || Math.abs(change.high) < 0.0005 ? 'held' : change.high > 0 ? 'up' : 'down'
  const points = shiftPoints(share, settings)
  return (
    <ScenarioCard
      id="shift"
      answer={answer}
      outcome={outcome}
      title={t(`shift.title.${word}`, { points: formats.number(points), partner: names.area(partner), taker: takerName })}
      nameOf={(one) =>
        one.id === 'share_after' && one.of !== null
          ? t('outcome.share-after', { partner: names.area(one.of) })
          : t(`outcome.${one.id === 'hhi_before' ? 'hhi-before' : one.id === 'hhi_after' ? 'hhi-after' : 'hhi-change'}`)
      }
      controls={
        outcome.state === 'missing' ? null : (
          <div className={classes.settings}>
            <Setting
              label={t('input.points')}
              text={t('unit.points', { value: formats.number(points) })}
              value={points}
              min={0}
              max={Math.max(0.5, Math.floor(share * 10) / 10)}
              step={0.5}
              set={(next) => set({ points: next })}
            />
            <Picker
              label={t('shift.to')}
              text={takerName}
              options={[
                { value: '', label: t('shift.everyone') },
                ...takers.map((row) => ({ value: row.partner, label: names.area(row.partner) })),
              ]}
              chosen={[settings.taker]}
              onPick={(taker) => set({ taker })}
            />
          </div>
        )
      }
    />
  )
}
