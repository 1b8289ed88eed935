import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  figureOf,
  goalsOf,
  importShare,
  outcomeOf,
  publishedSpare,
  type Settings,
  shiftOf,
  shiftPoints,
  stopOf,
} from '../../../electron/shared/findings/scenarios.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { AsOfPicker, PartnersPicker, ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useView } from '../../ui/view/useView.ts'
import { CorridorCard } from './CorridorCard.tsx'
import type { CardProps } from './cardProps.ts'
import { GainsCard } from './GainsCard.tsx'
import { useRangeText } from './ScenarioCard.tsx'
import { ShiftCard } from './ShiftCard.tsx'
import { StopCard } from './StopCard.tsx'
import classes from './scenarios.module.css'

function Body({ answer, reporter, partner }: CardProps) {
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
