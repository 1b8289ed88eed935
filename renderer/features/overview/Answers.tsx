// Below the headline: who took the share that the first partner lost, and how sure it is what the channels say together.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { comparedYears, endsBefore, FIRST_INDEX_YEAR } from '../../../electron/shared/findings/dependence.ts'
import { headlineOf, indicatorsOf } from '../../../electron/shared/findings/substitution.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import type { Loadable } from '../../ui/loadable.ts'
import { useSettled } from '../../ui/page/useSettled.ts'
import { useView } from '../../ui/view/useView.ts'
import { searchOf } from '../../ui/view/view.ts'
import classes from './overview.module.css'

/** The answer once it is there; never the one of the view before. */
const answerOf = <T,>(asked: Loadable<T>): T | null => (asked.state === 'ready' ? asked.value : null)

/** Who took the share of imports that the partner lost, by the verdict of "Diversified or replaced?"; null without two years of partners. */
function useReplaced(partner: string): string | null {
  const { t } = useTranslation('overview')
  const names = useNames()
  const { reporter, baseYear, asOf } = useView()
  const request = { reporter, indicators: [...indicatorsOf.imports], awayFrom: partner, asOf }
  const open = answerOf(useCall('substitution.get', request))
  const years = open?.years ?? []
  const from = years.filter((year) => year <= baseYear && year !== years.at(-1)).at(-1) ?? null
  const dated = useCall('substitution.get', { ...request, from }, { enabled: from !== null })
  const answer = answerOf(dated)
  if (answer === null || from === null) return null
  const words = {
    partner: names.areaIn(partner, 'nominative'),
    partnerOf: names.areaIn(partner, 'genitive'),
    gainer: names.areaIn(answer.largestGainer ?? '', 'nominative'),
  }
  return capital(t(`answers.replaced.${headlineOf(answer)}`, words))
}

/** What the index over all channels says since the base year, and in how many of its runs; null without an index. */
function useSure(partner: string): string | null {
  const { t } = useTranslation('overview')
  const formats = useFormats()
  const { reporter, baseYear, asOf } = useView()
  const request = { reporter, on: partner, from: FIRST_INDEX_YEAR, asOf }
  const whole = answerOf(useCall('dependence.get', request))
  const pair = comparedYears(
    (whole?.years ?? []).flatMap(({ year, index }) => (index === null ? [] : [year])),
    baseYear,
  )
  const dated = answerOf(
    useCall('dependence.get', { ...request, compare: pair === null ? null : [...pair] }, { enabled: pair !== null }),
  )
  if (whole === null) return null
  const found = dated?.comparison ?? null
  if (pair !== null && found === null) return null
  if (found?.verdict == null || found.fromIndex === null || found.toIndex === null || endsBefore(found.from, baseYear))
    return t('answers.sure.none', { year: baseYear })
  const { verdict } = found
  const kind = verdict === 'no-clear-change' ? 'unclear' : found.signHolds === 1 ? (`${verdict}All` as const) : verdict
  return t(`answers.sure.${kind}`, {
    a: formats.number(found.fromIndex),
    b: formats.number(found.toIndex),
    from: found.from,
    to: found.to,
    low: formats.signed(found.low),
    high: formats.signed(found.high),
  })
}

/** The second and the third question in a line each, led to their screens. */
function Lines(): ReactNode {
  const { t } = useTranslation('overview')
  const view = useView()
  const partner = view.partners.find((code) => code !== view.reporter) ?? 'RUS'
  const replaced = useReplaced(partner)
  const sure = useSure(partner)
  const search = searchOf(view)
  const line = (path: string, question: string, said: string | null) =>
    said === null ? null : (
      <span>
        <Link to={{ pathname: path, search }}>{question}</Link> {said}
      </span>
    )
  return (
    <>
      {line('/substitution', t('answers.replaced.question'), replaced)} {line('/dependence', t('answers.sure.question'), sure)}
    </>
  )
}

/** Their room, kept until the charts are drawn and the questions are answered. */
export function Answers(): ReactNode {
  const settled = useSettled()
  return (
    <p className={classes.answers} data-testid="answers">
      {settled ? <Lines /> : null}
    </p>
  )
}
