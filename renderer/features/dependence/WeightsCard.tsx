import { ActionIcon, Button, Collapse, Slider, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DependenceMethod, DependenceReport } from '../../../electron/shared/analytics/dependence/index.ts'
import { dependenceWeightSets } from '../../../electron/shared/analytics/dependence/index.ts'
import type { WeightChoice, WeightSet } from '../../../electron/shared/contract/schema/dependence.ts'
import { useFormats } from '../../language/useFormats.ts'
import { failureOf, useSend } from '../../ui/data/client.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import { Picker } from '../../ui/pickers/Picker.tsx'
import classes from './dependence.module.css'
import { bundledSets, pillarShares, setOnScreen, startingWeights } from './weights.ts'
import { usePartNames } from './words.tsx'

interface Props {
  /** without the reader's weights */
  readonly base: DependenceMethod
  /** with them */
  readonly method: DependenceMethod
  readonly report: DependenceReport
  readonly weights: WeightChoice
  readonly setWeights: (weights: WeightChoice) => void
  readonly own: readonly WeightSet[]
  readonly refusal: string | null
  readonly computing: boolean
}

const MOST = 10

/** One slider from 0 to 10; the share of the whole stands beside it. */
function Weight({ name, value, share, set }: { name: string; value: number; share: string; set: (value: number) => void }) {
  return (
    <div className={classes.weight}>
      <span title={name}>{name}</span>
      <Slider
        size={3}
        thumbSize={14}
        min={0}
        max={MOST}
        step={0.5}
        value={value}
        onChange={set}
        label={null}
        thumbLabel={name}
        color="var(--mv-filled)"
      />
      <span data-number>{share}</span>
    </div>
  )
}

/** Weights of pillars and, opened, of their channels; the index follows while a slider moves. */
export function WeightsCard({ base, method, report, weights, setWeights, own, refusal, computing }: Props) {
  const { t } = useTranslation('dependence')
  const formats = useFormats()
  const parts = usePartNames()
  const save = useSend('dependence.weights.save', ['dependence.weights.list'])
  const remove = useSend('dependence.weights.remove', ['dependence.weights.list'])
  const [name, setName] = useState('')
  const [opened, setOpened] = useState(false)
  const shown = setOnScreen(weights, base, own)
  const pillars = pillarShares(method, report.years[0]?.channels.map((channel) => channel.channel) ?? [])
  const setPillar = (id: string, value: number): void => setWeights({ ...weights, pillars: { ...weights.pillars, [id]: value } })
  const setChannel = (id: string, value: number): void =>
    setWeights({ ...weights, channels: { ...weights.channels, [id]: value } })
  const text =
    shown === null
      ? t('weights.unnamed')
      : shown.kind === 'own'
        ? shown.name
        : t(`weights.set.${shown.name as (typeof bundledSets)[number]}`)
  const pick = (value: string): void => {
    const bundled = bundledSets.find((id) => `bundled:${id}` === value)
    const mine = own.find((set) => `own:${set.name}` === value)
    setWeights(startingWeights(base, bundled ? dependenceWeightSets[bundled] : (mine?.weights ?? {})))
  }
  const range = report.comparison?.leaveOneOutRange ?? null
  const left = report.comparison?.leaveOneOut ?? []
  const nameOf = (value: number): string => parts.inText(left.find((one) => one.change === value)?.channel ?? '')
  return (
    <Card title={t('weights.title')} subtitle={t('weights.subtitle')}>
      <div className={classes.weights} aria-busy={computing}>
        <Picker
          label={t('weights.setLabel')}
          text={text}
          options={[
            ...bundledSets.map((id) => ({ value: `bundled:${id}`, label: t(`weights.set.${id}`), group: t('weights.given') })),
            ...own.map((set) => ({ value: `own:${set.name}`, label: set.name, group: t('weights.own') })),
          ]}
          chosen={shown === null ? [] : [`${shown.kind}:${shown.name}`]}
          onPick={pick}
        />
        {pillars.map((pillar) => (
          <div key={pillar.id}>
            <Weight
              name={parts.pillar(pillar.id)}
              value={pillar.weight}
              share={pillar.occasional ? t('weights.rings') : formats.percent(pillar.share * 100, 0)}
              set={(value) => setPillar(pillar.id, value)}
            />
            <Collapse expanded={opened}>
              {pillar.channels.length > 1
                ? pillar.channels.map((channel) => (
                    <div key={channel.id} className={classes.inner}>
                      <Weight
                        name={parts.channel(channel.id)}
                        value={channel.weight}
                        share={formats.percent(channel.share * 100, 0)}
                        set={(value) => setChannel(channel.id, value)}
                      />
                    </div>
                  ))
                : null}
            </Collapse>
          </div>
        ))}
        {refusal === null ? null : (
          <p className={classes.refusal} role="alert">
            {t('weights.refused', { reason: refusal })}
          </p>
        )}
        <div className={classes.row}>
          <Button variant="default" size="compact-xs" onClick={() => setOpened(!opened)} aria-expanded={opened}>
            {t(opened ? 'weights.fewer' : 'weights.more')}
          </Button>
          {shown?.kind === 'own' ? (
            <Button variant="default" size="compact-xs" onClick={() => remove.mutate({ name: shown.name })}>
              {t('weights.remove', { name: shown.name })}
            </Button>
          ) : null}
        </div>
        {shown === null ? (
          <form
            className={classes.row}
            onSubmit={(event) => {
              event.preventDefault()
              if (name.trim() !== '') save.mutate({ name: name.trim(), weights }, { onSuccess: () => setName('') })
            }}
          >
            <TextInput
              size="xs"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              placeholder={t('weights.name')}
              aria-label={t('weights.name')}
              maxLength={80}
            />
            <ActionIcon type="submit" variant="default" size={30} aria-label={t('weights.save')} disabled={name.trim() === ''}>
              <svg
                width="14"
                height="14"
                viewBox="0 0 14 14"
                fill="none"
                stroke="currentColor"
                strokeWidth={1.6}
                aria-hidden="true"
              >
                <path d="M2.5 7.5 6 11l5.5-8" />
              </svg>
            </ActionIcon>
          </form>
        ) : null}
        <FailureNote failure={failureOf(save, remove)} />
        {pillars.some((pillar) => pillar.occasional) ? <p className={classes.small}>{t('weights.ringsNote')}</p> : null}
        {range === null ? null : (
          <p className={classes.small}>
            {t('weights.leaveOneOut', {
              low: formats.signed(range.low),
              high: formats.signed(range.high),
              withoutLow: nameOf(range.low),
              withoutHigh: nameOf(range.high),
            })}
          </p>
        )}
      </div>
    </Card>
  )
}
