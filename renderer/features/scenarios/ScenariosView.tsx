// Longer than 300 lines: four scenarios side by side, one component each, on one page.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScenariosAnswer } from '../../../electron/shared/contract/schema/scenarios.ts'
import {
  claimsOf,
  corridorOf,
  figureOf,
  gainsOf,
  goalsOf,
  importShare,
  outcomeOf,
  publishedSpare,
  type Settings,
  shiftOf,
  shiftPoints,
  stopOf,
} from '../../../electron/shared/findings/scenarios.ts'
import { niceTicks } from '../../charts/core/geometry.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { worded } from '../../language/wording.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { Picker } from '../../ui/pickers/Picker.tsx'
import { AsOfPicker, PartnersPicker, ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useView } from '../../ui/view/useView.ts'
import { ScenarioCard, Setting, useRangeText } from './ScenarioCard.tsx'
import classes from './scenarios.module.css'

interface Props {
  readonly answer: ScenariosAnswer
  readonly reporter: string
  readonly partner: string
}

interface Steered extends Props {
  readonly settings: Settings
  readonly set: (patch: Partial<Settings>) => void
}

function StopCard({ answer, partner, settings, set }: Steered) {
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

function CorridorCard({ answer, settings, set }: Steered) {
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

function GainsCard({ answer, reporter }: Props) {
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

type LeverText = 'reforms' | 'infrastructure' | 'network' | 'corridors' | 'other'
const levers: Readonly<Record<string, LeverText>> = {
  bri_infrastructure_plus_reforms: 'reforms',
  bri_infrastructure: 'infrastructure',
  central_asia_transport_network: 'network',
  all_planned_corridors_by_2040: 'corridors',
}

function ShiftCard({ answer, partner, settings, set }: Steered) {
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

function Body({ answer, reporter, partner }: Props) {
  const { t } = useTranslation('scenarios')
  const names = useNames()
  const formats = useFormats()
  const range = useRangeText()
  const [settings, setSettings] = useState<Settings>(() => ({
    months: 3,
    spare: publishedSpare(answer),
    price: 70,
    goal: goalsOf(answer).at(-1)?.parameter.id ?? '',
    points: 5,
    taker: partner === 'CHN' ? '' : 'CHN',
  }))
  const set = (patch: Partial<Settings>): void => setSettings((before) => ({ ...before, ...patch }))
  const steered = { answer, reporter, partner, settings, set }
  const stop = stopOf(answer, settings)
  const shift = shiftOf(answer, partner, settings)
  const lostShare = stop.state === 'result' ? outcomeOf(stop.result, 'lost_share') : null
  const hhi = shift.state === 'result' ? outcomeOf(shift.result, 'hhi_change') : null
  const words = { reporter: names.areaIn(reporter, 'nominative'), partner: names.areaIn(partner, 'nominative') }
  const headline = lostShare
    ? t('headline.stop', { ...words, months: settings.months, share: range(lostShare) })
    : hhi
      ? t(hhi.high > 0 ? 'headline.shiftUp' : 'headline.shiftDown', {
          ...words,
          points: formats.number(shiftPoints(importShare(answer, partner) ?? 0, settings)),
        })
      : t('headline.none', words)
  const oil = figureOf(answer, 'oil_exports')
  return (
    <>
      <Headline support={t('support')}>{headline}</Headline>
      <div className={classes.grid}>
        {oil || reporter === 'KAZ' ? <StopCard {...steered} /> : null}
        <ShiftCard {...steered} />
        {figureOf(answer, 'corridor_cargo') ? <CorridorCard {...steered} /> : null}
        <GainsCard answer={answer} reporter={reporter} partner={partner} />
      </div>
      {oil ? <WarningNote>{t('warning')}</WarningNote> : null}
    </>
  )
}

/** What if: arithmetic that a reader can redo by hand, every input with its source and its range. */
export default function ScenariosView() {
  const { t: app } = useTranslation('app')
  const { t } = useTranslation('scenarios')
  const { reporter, partners, asOf } = useView()
  const [partner = 'RUS'] = partners.filter((code) => code !== reporter)
  const answer = useCall('scenarios.get', { reporter, partner, asOf })
  return (
    <Page
      title={app('screen.scenarios')}
      pickers={
        <>
          <ReporterPicker />
          <PartnersPicker single label={t('picker.partner')} />
          <AsOfPicker />
        </>
      }
    >
      <StateView of={answer} height={620}>
        {(ready) => <Body key={`${reporter} ${partner}`} answer={ready} reporter={reporter} partner={partner} />}
      </StateView>
    </Page>
  )
}
