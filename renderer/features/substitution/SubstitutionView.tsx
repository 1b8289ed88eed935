import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { flows, hhiNotes, indicatorsOf, isFlow } from '../../../electron/shared/findings/substitution.ts'
import { useCall } from '../../ui/data/client.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { StateView } from '../../ui/parts/StateView.tsx'
import { Picker } from '../../ui/pickers/Picker.tsx'
import { AsOfPicker, PartnersPicker, ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import { HhiCard, TurnoverCard, VerdictCard } from './SideCards.tsx'
import classes from './substitution.module.css'
import { WaterfallCard } from './WaterfallCard.tsx'
import { Support, useHeadline } from './words.tsx'

/** Diversified or replaced? Who took the share that one partner lost between two years, and whether it is spread wider now. */
export default function SubstitutionView() {
  const { t: app } = useTranslation('app')
  const { t } = useTranslation('substitution')
  const { reporter, partners, baseYear, asOf, set } = useView()
  const [flowText, setFlow] = useViewParam('flow', 'imports')
  const [toText, setTo] = useViewParam('to', '')
  const flow = isFlow(flowText) ? flowText : 'imports'
  const [awayFrom = 'RUS'] = partners.filter((code) => code !== reporter)
  // which years there are, and the answer for the years asked for where they are among them
  const request = { reporter, indicators: [...indicatorsOf[flow]], awayFrom, asOf }
  const open = useCall('substitution.get', request)
  const years = open.state === 'ready' ? open.value.years : []
  const latest = years.at(-1)
  const to = years.includes(Number(toText)) ? Number(toText) : (latest ?? null)
  const from = years.filter((year) => year <= baseYear && year !== to).at(-1) ?? years[0] ?? null
  const dated = useCall(
    'substitution.get',
    { ...request, from: from === to ? null : from, to: from === to ? null : to },
    { enabled: open.state === 'ready' },
  )
  const answer = open.state === 'ready' ? dated : open
  const value = answer.state === 'ready' ? answer.value : answer.state === 'loading' ? answer.previous : null
  const headline = useHeadline(value, flow, awayFrom)
  const options = (list: readonly number[]) => [...list].reverse().map((year) => ({ value: String(year), label: String(year) }))
  return (
    <Page
      title={app('screen.substitution')}
      pickers={
        <>
          <ReporterPicker />
          <PartnersPicker single label={t('picker.away')} />
          <Picker
            label={t('picker.from')}
            text={String(value?.from ?? baseYear)}
            options={options(years.filter((year) => to === null || year < to))}
            chosen={[String(value?.from ?? '')]}
            onPick={(year) => set({ baseYear: Number(year) })}
          />
          <Picker
            label={t('picker.to')}
            text={String(value?.to ?? '–')}
            options={options(years.filter((year) => year > (value?.from ?? 0)))}
            chosen={[String(value?.to ?? '')]}
            onPick={(year) => setTo(Number(year) === latest ? '' : year)}
          />
          <AsOfPicker />
        </>
      }
    >
      <Headline support={value === null ? null : <Support answer={value} flow={flow} />}>{headline}</Headline>
      <SegmentedControl
        className={classes.flow ?? ''}
        size="xs"
        value={flow}
        onChange={setFlow}
        aria-label={t('flow.label')}
        data={flows.map((one) => ({ value: one, label: t(`flow.${one}`) }))}
      />
      <StateView of={answer} height={560}>
        {(ready) => (
          <>
            {reporter === 'KAZ' && awayFrom === 'RUS' && (flow === 'exports' || flow === 'both') ? (
              <WarningNote>{t('warning.oil')}</WarningNote>
            ) : null}
            <div className={classes.main}>
              <div className={layout.side}>
                <WaterfallCard answer={ready} flow={flow} />
                <TurnoverCard answer={ready} flow={flow} />
              </div>
              <div className={layout.side}>
                <VerdictCard answer={ready} />
                {hhiNotes(ready).joinBetween ? <WarningNote>{t('warning.join')}</WarningNote> : null}
                <HhiCard answer={ready} flow={flow} />
              </div>
            </div>
          </>
        )}
      </StateView>
    </Page>
  )
}
