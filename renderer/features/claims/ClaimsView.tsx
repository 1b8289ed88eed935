import { useEffect } from 'react'
import type { ClaimsAnswer, ClaimView } from '../../../electron/shared/contract/schema/claims.ts'
import { claimVerdicts } from '../../../electron/shared/domain/claimRule.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { useCall, useSend } from '../../ui/data/client.tsx'
import { VerdictShape } from '../../ui/marks/VerdictMark.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { unbroken } from '../../ui/parts/unbroken.tsx'
import { Picker } from '../../ui/pickers/Picker.tsx'
import { AsOfPicker, ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import { AddClaim } from './AddClaim.tsx'
import { ClaimPanel } from './ClaimPanel.tsx'
import { whyText } from './Clauses.tsx'
import classes from './claims.module.css'
import { chosenClaims, countVerdicts, topicsOf } from './prepare.ts'
import { topicText, useWords, type Words } from './words.ts'

function Finding({
  claims,
  reporter,
  words,
}: {
  readonly claims: readonly ClaimView[]
  readonly reporter: string
  readonly words: Words
}) {
  const { t, names } = words
  const own = claims.filter((claim) => claim.basis !== 'other-country')
  const counts = countVerdicts(own)
  const about = names.area(claims[0]?.about ?? 'KAZ')
  if (own.length === 0) {
    const values = { ...areaWords(names, 'reporter', reporter), about }
    return <Headline support={t('support.other', values)}>{t('headline.other', values)}</Headline>
  }
  return (
    <Headline
      support={t('support.rest', {
        mixed: counts.mixed,
        outdated: counts.outdated,
        untestable: counts['not-testable'],
        nodata: counts['no-data'],
      })}
    >
      {t('headline.counts', { total: own.length, supported: counts.supported, contradicted: counts.contradicted })}
    </Headline>
  )
}

function Changed({
  answer,
  words,
  pick,
}: {
  readonly answer: ClaimsAnswer
  readonly words: Words
  readonly pick: (id: string) => void
}) {
  const { t, formats } = words
  if (answer.changed.length === 0) return null
  return (
    <section className={classes.changed} aria-label={t('changed.title')}>
      <strong>{t('changed.title')}</strong>
      <ul>
        {answer.changed.map(({ id, before, now }) => (
          <li key={id}>
            <button type="button" className={classes.pick} onClick={() => pick(id)}>
              {answer.claims.find((claim) => claim.id === id)?.claim[formats.language]}
            </button>{' '}
            {t('changed.was', { before: t(`verdict.${before}`), now: t(`verdict.${now}`) })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function List({
  claims,
  chosen,
  pick,
  words,
}: {
  readonly claims: readonly ClaimView[]
  readonly chosen: string
  readonly pick: (id: string) => void
  readonly words: Words
}) {
  const { t, formats } = words
  const why = (claim: ClaimView): string =>
    claim.basis === 'later-facts' || claim.basis === 'not-testable'
      ? (claim.reason?.[formats.language] ?? t(`basis.${claim.basis}`))
      : claim.basis === 'test'
        ? whyText(claim.test, words)
        : t(`basis.${claim.basis}`)
  return (
    <div className={classes.list}>
      <table>
        <caption className={classes.hidden}>{t('list.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('list.claim')}</th>
            <th scope="col">{t('list.verdict')}</th>
            <th scope="col">{t('list.why')}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id} aria-current={claim.id === chosen ? 'true' : undefined}>
              <td>
                <button
                  type="button"
                  className={`${classes.pick} ${claim.id === chosen ? classes.chosen : ''}`}
                  onClick={() => pick(claim.id)}
                >
                  {claim.claim[formats.language]}
                </button>
              </td>
              <td>
                <span className={classes.verdict}>
                  <VerdictShape verdict={claim.verdict} /> {t(`verdict.${claim.verdict}`)}
                </span>
                {claim.analystVerdict ? (
                  <span className={classes.small}>{t('list.yours', { verdict: t(`verdict.${claim.analystVerdict}`) })}</span>
                ) : null}
              </td>
              <td>
                <span className={classes.why}>{unbroken(why(claim))}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {claims.length === 0 ? <p className={classes.small}>{t('list.none')}</p> : null}
    </div>
  )
}

function Content({ answer, words }: { readonly answer: ClaimsAnswer; readonly words: Words }) {
  const { t } = words
  const { reporter } = useView()
  const [verdict, setVerdict] = useViewParam('verdict', '')
  const [topic] = useViewParam('topic', '')
  const [picked, pick] = useViewParam('claim', '')
  const remember = useSend('claims.remember', [])
  const { mutate } = remember
  // seen verdicts are the ones that the next import is compared with
  useEffect(() => {
    if (!answer.remembered) mutate({})
  }, [answer.remembered, mutate])
  const counts = countVerdicts(answer.claims)
  const shown = chosenClaims(answer.claims, verdict, topic)
  const first = shown.find((claim) => claim.id === 'c13') ?? shown[0]
  const open = shown.some((claim) => claim.id === picked) ? picked : (first?.id ?? '')
  return (
    <>
      <Finding claims={answer.claims} reporter={reporter} words={words} />
      <Changed answer={answer} words={words} pick={pick} />
      <div className={classes.filters}>
        {claimVerdicts.map((one) => (
          <button
            key={one}
            type="button"
            className={classes.chip}
            aria-pressed={verdict === one}
            onClick={() => setVerdict(verdict === one ? '' : one)}
          >
            <VerdictShape verdict={one} /> {t(`verdict.${one}`)} <strong>{counts[one]}</strong>
          </button>
        ))}
        <span className={classes.shown}>{t('list.shown', { shown: shown.length, total: answer.claims.length })}</span>
      </div>
      <div className={classes.columns}>
        <List claims={shown} chosen={open} pick={pick} words={words} />
        {open === '' ? null : <ClaimPanel id={open} words={words} />}
      </div>
    </>
  )
}

function TopicPicker({ claims, words }: { readonly claims: readonly ClaimView[]; readonly words: Words }) {
  const { t } = words
  const [topic, setTopic] = useViewParam('topic', '')
  const options = topicsOf(claims).map((one) => ({ value: one, label: topicText(one, words) }))
  return (
    <Picker
      label={t('topic.label')}
      text={topic === '' ? t('topic.all') : topicText(topic, words)}
      options={[{ value: '', label: t('topic.all') }, ...options]}
      chosen={[topic]}
      onPick={setTopic}
    />
  )
}

/** Claims of the op-ed and others, each with its verdict by published rules, and the evidence of the chosen one. */
export function ClaimsView() {
  const words = useWords()
  const { reporter, asOf } = useView()
  const [, pick] = useViewParam('claim', '')
  const answer = useCall('claims.list', { reporter, asOf })
  const claims = answer.state === 'ready' ? answer.value.claims : []
  return (
    <Page
      title={words.t('title')}
      pickers={
        <>
          <ReporterPicker />
          <TopicPicker claims={claims} words={words} />
          <AsOfPicker />
        </>
      }
      actions={<AddClaim words={words} onSaved={pick} />}
    >
      <StateView of={answer} height={520}>
        {(value) => <Content answer={value} words={words} />}
      </StateView>
    </Page>
  )
}
