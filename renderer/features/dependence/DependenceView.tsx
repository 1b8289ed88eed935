import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDependenceMethod } from '../../../electron/shared/analytics/dependence/index.ts'
import type { DependenceAnswer, WeightSets } from '../../../electron/shared/contract/schema/dependence.ts'
import { FIRST_INDEX_YEAR } from '../../../electron/shared/findings/dependence.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import type { Loadable } from '../../ui/loadable.ts'
import { Page } from '../../ui/page/Page.tsx'
import { WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { AsOfPicker, BaseYearPicker, PartnersPicker, ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import { BreakCard } from './BreakCard.tsx'
import { ChangeCard } from './ChangeCard.tsx'
import { ChannelCards } from './ChannelCards.tsx'
import { CoverageCard } from './CoverageCard.tsx'
import { DriversCard } from './DriversCard.tsx'
import classes from './dependence.module.css'
import type { Evaluation } from './evaluate.ts'
import { IndexCard } from './IndexCard.tsx'
import { MethodDrawer } from './MethodDrawer.tsx'
import { useReports } from './useReports.ts'
import { useWeights } from './useWeights.ts'
import { WeightsCard } from './WeightsCard.tsx'
import { bundledSets, setOnScreen, weigh } from './weights.ts'
import { Support, useHeadline } from './words.tsx'

interface Answers {
  readonly first: DependenceAnswer
  readonly second: DependenceAnswer | null
}

/** The index is computed off the page's thread: until the first report the place says so. */
const computingFirst: Loadable<null> = { state: 'loading', previous: null }

function Screen({
  answers,
  kept,
  methodOpen,
  closeMethod,
}: {
  answers: Answers
  kept: WeightSets
  methodOpen: boolean
  closeMethod: () => void
}) {
  const { t } = useTranslation('dependence')
  const { baseYear } = useView()
  const [both, setBoth] = useViewParam('two', '')
  const { first, second } = answers
  const base = useMemo(() => readDependenceMethod(first.method), [first.method])
  const [weights, setWeights] = useWeights(base)
  const { method, refusal } = useMemo(() => weigh(base, weights), [base, weights])
  const evaluations = useMemo(
    () =>
      [first, ...(second ? [second] : [])].map(
        ({ reporter, on, seed, years, inputs }): Evaluation => ({
          method,
          inputs,
          reporter,
          on,
          from: years[0]?.year ?? FIRST_INDEX_YEAR,
          to: years.at(-1)?.year ?? FIRST_INDEX_YEAR,
          baseYear,
          seed,
        }),
      ),
    [first, second, method, baseYear],
  )
  const { reports, computing, refusal: stopped } = useReports(evaluations)
  const fresh = reports?.[0]?.on === first.on && reports[0].reporter === first.reporter ? reports : null
  const report = fresh?.[0] ?? null
  const headline = useHeadline(report, first.reporter, first.on)
  const shown = setOnScreen(weights, base, kept.sets)
  const setName =
    shown === null
      ? t('weights.unnamed')
      : shown.kind === 'own'
        ? shown.name
        : t(`weights.set.${bundledSets.find((id) => id === shown.name) ?? 'equal'}`)
  const inputs = [first.inputs, second?.inputs ?? []]
  const refused = refusal ?? stopped
  const reason = refused === null ? null : t(`refusal.${refused.reason}`, { said: refused.said })
  return (
    <>
      <Headline support={report ? <Support report={report} inputs={first.inputs} /> : null}>{headline}</Headline>
      {reason === null ? null : <WarningNote>{t('weights.refused', { reason })}</WarningNote>}
      {report === null && reason === null ? (
        <StateView of={computingFirst} height={620}>
          {() => null}
        </StateView>
      ) : null}
      {report === null || fresh === null ? null : (
        <>
          <div className={classes.main}>
            <IndexCard
              reports={fresh}
              inputs={inputs}
              baseYear={baseYear}
              both={both === '1'}
              setBoth={(value) => setBoth(value ? '1' : '')}
              setName={setName}
            />
            <ChangeCard report={report} inputs={first.inputs} />
          </div>
          <div className={classes.smallCharts}>
            <ChannelCards reports={fresh} inputs={inputs} baseYear={baseYear} />
            <WeightsCard
              base={base}
              method={method}
              report={report}
              weights={weights}
              setWeights={setWeights}
              own={kept.sets}
              refusal={reason}
              computing={computing}
            />
          </div>
          <CoverageCard report={report} />
          <div className={classes.pair}>
            <DriversCard reports={fresh} inputs={inputs} />
            <BreakCard key={`${first.reporter} ${first.on}`} report={report} inputs={first.inputs} />
          </div>
        </>
      )}
      <MethodDrawer opened={methodOpen} close={closeMethod} method={method} own={kept.method !== null} />
    </>
  )
}

/** Dependence on one partner: the index with its band, what moved it, how it is made, and the second partner beside it. */
export default function DependenceView() {
  const { t: app } = useTranslation('app')
  const { t } = useTranslation('dependence')
  const names = useNames()
  const { reporter, partners, asOf } = useView()
  const [methodOpen, setMethodOpen] = useState(false)
  const chosen = partners.filter((code) => code !== reporter)
  const [on = 'RUS', other] = chosen
  const first = useCall('dependence.get', { reporter, on, from: FIRST_INDEX_YEAR, asOf })
  const second = useCall('dependence.get', { reporter, on: other ?? on, from: FIRST_INDEX_YEAR, asOf })
  const kept = useCall('dependence.weights.list', {})
  const secondValue =
    other !== undefined && second.state === 'ready' && second.value.inputs.some((input) => input.figures.length > 0)
      ? second.value
      : null
  const sets = kept.state === 'ready' ? kept.value : { sets: [], method: null }
  const none = t('headline.none', {
    reporter: names.areaIn(reporter, 'nominative'),
    owner: names.areaIn(reporter, 'genitive'),
    partner: names.areaIn(on, 'nominative'),
    partnerGenitive: names.areaIn(on, 'genitive'),
    partnerDative: names.areaIn(on, 'dative'),
  })
  const empty = (answer: DependenceAnswer): boolean => answer.inputs.every((input) => input.figures.length === 0)
  return (
    <Page
      title={app('screen.dependence')}
      pickers={
        <>
          <ReporterPicker />
          <PartnersPicker single label={t('picker.on')} />
          <BaseYearPicker />
          <AsOfPicker />
        </>
      }
      actions={
        <Button variant="default" size="xs" onClick={() => setMethodOpen(true)}>
          {t('method.button')}
        </Button>
      }
    >
      <StateView of={first} height={620}>
        {(answer) =>
          empty(answer) ? (
            <Headline>{none}</Headline>
          ) : (
            <Screen
              key={`${answer.reporter} ${answer.on}`}
              answers={{ first: answer, second: secondValue?.on === answer.on ? null : secondValue }}
              kept={sets}
              methodOpen={methodOpen}
              closeMethod={() => setMethodOpen(false)}
            />
          )
        }
      </StateView>
    </Page>
  )
}
