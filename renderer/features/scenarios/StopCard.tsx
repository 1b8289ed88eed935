import { useTranslation } from 'react-i18next'
import { outcomeOf, stopOf } from '../../../electron/shared/findings/scenarios.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import type { SteeredProps } from './cardProps.ts'
import { ScenarioCard, Setting, useRangeText } from './ScenarioCard.tsx'
import classes from './scenarios.module.css'

/** A stop of the crossing that most oil takes: what is held up, and what another way could carry. */
export function StopCard({ answer, partner, settings, set }: SteeredProps) {
  const { t } = useTranslation('scenarios')
  const names = useNames()
  const formats = useFormats()
  const range = useRangeText()
  const outcome = stopOf(answer, settings)
  const lost = outcome.state === 'result' ? outcomeOf(outcome.result, 'lost_volume') : null
  return (
    <ScenarioCard
      id="stop"
      answer={answer}
      outcome={outcome}
      title={t('stop.title', { months: settings.months, partner: names.area(partner), lost: lost ? range(lost) : '' })}
      controls={
        outcome.state === 'missing' ? null : (
          <div className={classes.settings}>
            <Setting
              label={t('input.months')}
              text={t('unit.months', { value: settings.months })}
              value={settings.months}
              min={1}
              max={12}
              step={1}
              set={(months) => set({ months })}
            />
            <Setting
              label={t('input.spare')}
              text={t('unit.mt', { value: formats.number(settings.spare, 1) })}
              value={settings.spare}
              min={0}
              max={25}
              step={0.1}
              set={(spare) => set({ spare })}
            />
            <Setting
              label={t('input.price')}
              text={t('unit.usdBarrel', { value: settings.price })}
              value={settings.price}
              min={30}
              max={130}
              step={5}
              set={(price) => set({ price })}
            />
          </div>
        )
      }
    />
  )
}
