import { Fragment } from 'react'
import type { ClauseOutcome, ClauseValue } from '../../../electron/shared/contract/schema/claims.ts'
import type { FigureSpec } from '../../../electron/shared/domain/claimRule.ts'
import { clauseWords, factWords, medianWords } from '../../../electron/shared/domain/claimWords.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { ClauseMark } from './ClauseMark.tsx'
import classes from './claims.module.css'
import { leavesOf } from './prepare.ts'
import { figureTitle, valueText, type Words } from './words.ts'

/** The same number of the same figure is said once: a change of which one end is missing has found one figure, not two. */
const distinct = (values: readonly ClauseValue[]): readonly ClauseValue[] => [
  ...new Map(values.map((value) => [`${JSON.stringify(value.figure)} ${value.period}`, value])).values(),
]

/** The numbers of a clause, each with its period and its evidence. */
function Numbers({ outcome, text, words }: { readonly outcome: ClauseOutcome; readonly text: string; readonly words: Words }) {
  const shown = distinct(outcome.values).filter((value) => value.figure !== null || value.role === 'median')
  const { status } = outcome.fact ?? { status: null }
  if (shown.length === 0 && !status) return null
  return (
    <span className={classes.numbers}>
      {shown.map((value, index) => (
        <Fragment key={`${value.role} ${value.period} ${value.low} ${JSON.stringify(value.figure)}`}>
          {index > 0 ? ' · ' : ''}
          <EvidenceNumber cells={value.cells} sentence={text}>
            {value.role === 'median' ? medianWords(outcome.clause, value.low, value.high, words.tongue) : valueText(value, words)}
          </EvidenceNumber>
          {value.period ? ` (${words.formats.period(value.period)})` : ''}
        </Fragment>
      ))}
      {status && outcome.clause.op === 'fact' && outcome.clause.is.startsWith('status')
        ? words.t('result.status', { status: words.tongue.status?.(status) ?? status })
        : null}
    </span>
  )
}

/** A test in words: a tick or a cross per clause, then its numbers. */
export function Clauses({ outcome, words }: { readonly outcome: ClauseOutcome; readonly words: Words }) {
  const groupText = outcome.parts.length > 1 ? clauseWords(outcome.clause, words.tongue, null) : null
  return (
    <>
      {groupText ? <p className={classes.group}>{groupText}</p> : null}
      <ul className={classes.clauses}>
        {(outcome.parts.length > 0 ? outcome.parts : [outcome]).map((part) => {
          const key = JSON.stringify(part.clause)
          if (part.parts.length > 0)
            return (
              <li key={key}>
                <ClauseMark holds={part.holds} />
                <div>
                  <Clauses outcome={part} words={words} />
                </div>
              </li>
            )
          const text = capital(clauseWords(part.clause, words.tongue, part.fact?.title ?? null))
          const answer = words.t(part.holds === null ? 'result.open' : part.holds ? 'result.holds' : 'result.fails')
          return (
            <li key={key}>
              <ClauseMark holds={part.holds} />
              <div>
                {text}
                <span className={classes.hidden}>: {answer}</span>
                {part.values.some((value) => value.figure !== null) ? ': ' : ' '}
                <Numbers outcome={part} text={text} words={words} />
                {part.fact?.date ? <span className={classes.small}> {words.formats.period(part.fact.date)}</span> : null}
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Money and quantities; scores, counts and distances are told by the name of the indicator. */
const SPOKEN_UNITS = /^(USD|EUR|KZT|RUB|CNY|T$|TH_T|MT|BCM|TWH|KB_D|BBL)/

/** The unit of a published figure behind its numbers: the sign of per cent, or the short name in brackets. */
function unitAfter(figure: FigureSpec, { names, formats }: Words): string {
  if (figure.measure !== 'value') return ''
  const unit = names.unitOf(names.indicatorOf(figure.indicator)?.unit ?? '')
  if (unit === null) return ''
  if (unit.code === 'PCT') return formats.percent(0, 0).slice(1)
  return SPOKEN_UNITS.test(unit.code) ? `\u00a0(${unit.short[formats.language].replaceAll(' ', '\u00a0')})` : ''
}

/**
 * Why a verdict is as it is: the clauses that decide it, each with its figure and numbers. Where some hold and some do not, one of each
 * comes first.
 */
export function whyText(outcome: ClauseOutcome | null, words: Words): string {
  if (!outcome) return ''
  const leaves = leavesOf(outcome).filter((leaf) => leaf.holds !== null)
  const first = [leaves.find((leaf) => leaf.holds === false), leaves.find((leaf) => leaf.holds === true)]
  const ordered = [...new Set([...first, ...leaves])].filter((leaf) => leaf !== undefined)
  const whys = ordered.slice(0, 2).map((leaf) => {
    if (leaf.fact) {
      if (leaf.clause.op !== 'fact') return leaf.fact.title
      const [title, { status }] = [factWords(leaf.clause, words.tongue, leaf.fact.title), leaf.fact]
      if (leaf.clause.is.startsWith('status') && status)
        return `${title}: ${words.t('result.status', { status: words.tongue.status?.(status) ?? status })}`
      const recorded = (leaf.clause.is === 'recorded') === leaf.holds
      return words.t(recorded ? 'clause.fact.recorded' : 'clause.fact.not-recorded', { title })
    }
    const [from, to] = distinct(leaf.values).filter((value) => value.figure !== null)
    if (!from?.figure) return clauseWords(leaf.clause, words.tongue, null)
    const numbers =
      to === undefined || leaf.clause.op === 'compare'
        ? valueText(from, words)
        : words.t('list.fromTo', { from: valueText(from, words), to: valueText(to, words) })
    return `${figureTitle(from.figure, words)}: ${numbers}${unitAfter(from.figure, words)}`
  })
  return whys.join('; ')
}
