import { Slider } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScenarioInput, ScenarioOutcome } from '../../../electron/shared/analytics/scenarios.ts'
import type { ScenariosAnswer } from '../../../electron/shared/contract/schema/scenarios.ts'
import { figureOf, type Outcome } from '../../../electron/shared/findings/scenarios.ts'
import { useFormats } from '../../language/useFormats.ts'
import { sayOr } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import classes from './scenarios.module.css'

/** A range as text in its unit. */
export function useRangeText(): (range: Pick<ScenarioOutcome, 'low' | 'high' | 'unit'> & { readonly id?: string }) => string {
  const { t } = useTranslation('scenarios')
  const formats = useFormats()
  return ({ id, low, high, unit }) => {
    const between = (a: number, b: number, decimals: number): string => formats.range(a, b, decimals)
    if (unit === 'SHARE') return formats.percent(0, 0).replace('0', between(low * 100, high * 100, 1))
    if (unit === 'PCT') return formats.percent(0, 0).replace('0', between(low, high, 1))
    if (unit === 'USD_M') {
      const [a, b] = [formats.compact(low * 1e6), formats.compact(high * 1e6)]
      // the size is said once where both ends share it: 8.9–9.8 bn
      const [first, size] = a.split('\u00a0')
      const shared = size !== undefined && b.endsWith(`\u00a0${size}`)
      return t('unit.usd', { value: a === b ? a : `${shared ? first : a}–${b}` })
    }
    if (unit === 'MT') return t('unit.mt', { value: between(low, high, 1) })
    if (unit === 'USD') return t('unit.usdBarrel', { value: between(low, high, 0) })
    // a change says its direction
    if (unit === 'INDEX_0_1') {
      const [from, to] = [formats.signed(low, 3), formats.signed(high, 3)]
      return id !== 'hhi_change' ? between(low, high, 3) : from === to ? from : `${from}–${to}`
    }
    if (unit === 'POINTS') return t('unit.points', { value: between(low, high, 1) })
    if (unit === 'MONTHS') return t('unit.months', { value: between(low, high, 0) })
    if (unit === 'YEARS') return t('unit.years', { value: between(low, high, 0) })
    return between(low, high, 1)
  }
}

export interface ScenarioCardProps {
  readonly id: 'stop' | 'corridor' | 'gains' | 'shift'
  readonly answer: ScenariosAnswer
  readonly outcome: Outcome
  /** the finding, where there is a result */
  readonly title: string
  /** sliders and pickers */
  readonly controls?: ReactNode
  /** names of outcomes that are not named by their id alone */
  readonly nameOf?: (outcome: ScenarioOutcome) => string
  /** names of inputs that are no settings of every scenario */
  readonly inputOf?: (id: string) => string | undefined
  readonly children?: ReactNode
}

/** One scenario: its sliders, what comes out from the least to the most, the formula, and where every input comes from. */
export function ScenarioCard({ id, answer, outcome, title, controls, nameOf, inputOf, children }: ScenarioCardProps) {
  const { t } = useTranslation('scenarios')
  const names = useNames()
  const range = useRangeText()
  const inputName = (input: ScenarioInput): string =>
    inputOf?.(input.id) ?? sayOr(t, `input.${input.id.replaceAll('_', '-')}`, input.id)
  const outcomeName = (one: ScenarioOutcome): string =>
    nameOf?.(one) ?? sayOr(t, `outcome.${one.id.replaceAll('_', '-')}`, one.id)
  const result = outcome.state === 'result' ? outcome.result : null
  const yearOf = (input: ScenarioInput): string => {
    const figure = figureOf(answer, input.id)
    return figure ? `, ${figure.year}` : ''
  }
  const sourceOf = (input: ScenarioInput): string => (input.source === null ? t('own') : names.source(input.source))
  return (
    <FigureCard
      id={`scenarios.${id}`}
      kind="table"
      title={result ? title : t(`name.${id}`)}
      subtitle={t(`formula.${id}`)}
      source={t('arithmetic')}
      twin={{
        columns: [
          { id: 'name', label: t('table.name'), kind: 'text' },
          { id: 'value', label: t('table.value'), kind: 'text' },
          { id: 'source', label: t('table.source'), kind: 'text' },
        ],
        rows: [
          ...(result?.outcomes ?? []).map((one, at) => ({
            id: `out ${at}`,
            cells: [outcomeName(one), range(one), t('table.result')],
          })),
          ...(result?.inputs ?? []).map((one) => ({
            id: `in ${one.id}`,
            cells: [inputName(one) + yearOf(one), range(one), sourceOf(one)],
          })),
        ],
      }}
    >
      <div className={classes.body}>
        {controls}
        {outcome.state === 'missing' ? <p className={classes.small}>{t(`missing.${id}`)}</p> : null}
        {outcome.state === 'refused' ? <p className={classes.small}>{t('refused', { reason: outcome.reason })}</p> : null}
        {children}
        {result && children === undefined ? (
          <dl className={classes.results} aria-live="polite">
            {result.outcomes.map((one) => (
              <div key={`${one.id} ${one.of ?? ''}`}>
                <dt>{outcomeName(one)}</dt>
                <dd>{range(one)}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {result ? (
          <details className={classes.inputs}>
            <summary>{t('inputs')}</summary>
            <ul>
              {result.inputs.map((one) => (
                <li key={one.id}>
                  {inputName(one)}
                  {yearOf(one)}{' '}
                  <EvidenceNumber cells={figureOf(answer, one.id)?.cells ?? []} sentence={inputName(one)}>
                    {range(one)}
                  </EvidenceNumber>{' '}
                  <span>{sourceOf(one)}</span>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </FigureCard>
  )
}

interface SettingProps {
  readonly label: string
  readonly text: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly set: (value: number) => void
}

/** A slider with its name and its value in words. */
export function Setting({ label, text, value, min, max, step, set }: SettingProps) {
  return (
    <div className={classes.setting}>
      <span>{label}</span>
      <strong>{text}</strong>
      <Slider
        size={3}
        thumbSize={14}
        color="var(--mv-filled)"
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={set}
        label={null}
        thumbLabel={label}
      />
    </div>
  )
}
