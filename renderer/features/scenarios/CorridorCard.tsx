import { useTranslation } from 'react-i18next'
import { corridorOf, goalsOf, outcomeOf } from '../../../electron/shared/findings/scenarios.ts'
import { useFormats } from '../../language/useFormats.ts'
import { Picker } from '../../ui/pickers/Picker.tsx'
import type { SteeredProps } from './cardProps.ts'
import { ScenarioCard, useRangeText } from './ScenarioCard.tsx'
import classes from './scenarios.module.css'

/** A published goal for the corridor, and how fast it would have to grow. */
export function CorridorCard({ answer, settings, set }: SteeredProps) {
  const { t } = useTranslation('scenarios')
  const formats = useFormats()
  const range = useRangeText()
  const outcome = corridorOf(answer, settings)
  const goals = goalsOf(answer)
  const goal = goals.find((one) => one.parameter.id === settings.goal) ?? goals[0]
  const name = (one: (typeof goals)[number]): string =>
    t('corridor.goal', { value: formats.number(one.value, 0), year: one.year, source: one.parameter.sourceTitle })
  const times = outcome.state === 'result' ? outcomeOf(outcome.result, 'times') : null
  return (
    <ScenarioCard
      id="corridor"
      answer={answer}
      outcome={outcome}
      title={t('corridor.title', { times: times ? range(times) : '', year: goal?.year ?? '' })}
      controls={
        goal ? (
          <div className={classes.row}>
            <Picker
              label={t('corridor.goalLabel')}
              text={t('corridor.goalShort', { value: formats.number(goal.value, 0), year: goal.year })}
              options={goals.map((one) => ({ value: one.parameter.id, label: name(one) }))}
              chosen={[goal.parameter.id]}
              onPick={(id) => set({ goal: id })}
            />
          </div>
        ) : null
      }
    />
  )
}
