import { Fragment } from 'react'
import type { ClauseOutcome } from '../../../electron/shared/contract/schema/claims.ts'
import { clauseWords } from '../../../electron/shared/domain/claimWords.ts'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import classes from './claims.module.css'
import { leavesOf } from './prepare.ts'
import { ClauseMark } from './VerdictMark.tsx'
import { sentence, valueText, type Words } from './words.ts'

/** The numbers of a clause, each with its period and its evidence. */
function Numbers({ outcome, text, words }: { readonly outcome: ClauseOutcome; readonly text: string; readonly words: Words }) {
  const shown = outcome.values.filter((value) => value.figure !== null || value.role === 'median')
  const { status } = outcome.fact ?? { status: null }
  if (shown.length === 0 && !status) return null
  return (
    <span className={classes.numbers}>
      {shown.map((value, index) => (
        <Fragment key={`${value.role} ${value.period} ${value.low} ${JSON.stringify(value.figure)}`}>
          {index > 0 ? ' · ' : ''}
          <EvidenceNumber cells={value.cells} sentence={text}>
            {valueText(value, words)}
          </EvidenceNumber>
          {value.period ? ` (${words.formats.period(value.period)})` : ''}
        </Fragment>
      ))}
      {status && outcome.clause.op === 'fact' && outcome.clause.is.startsWith('status')
        ? words.t('result.status', { status })
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
          const text = sentence(clauseWords(part.clause, words.tongue, part.fact?.title ?? null))
          const answer = words.t(part.holds === null ? 'result.open' : part.holds ? 'result.holds' : 'result.fails')
          return (
            <li key={key}>
              <ClauseMark holds={part.holds} />
              <div>
                {text}
                <span className={classes.hidden}>: {answer}</span> <Numbers outcome={part} text={text} words={words} />
                {part.fact?.date ? <span className={classes.small}> {words.formats.period(part.fact.date)}</span> : null}
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Why a verdict is as it is, in one line of numbers. */
export function whyText(outcome: ClauseOutcome | null, words: Words): string {
  if (!outcome) return ''
  return leavesOf(outcome)
    .slice(0, 3)
    .map((leaf) => {
      const numbers = leaf.values.filter((value) => value.figure !== null).map((value) => valueText(value, words))
      const subject = sentence(clauseWords(leaf.clause, words.tongue, leaf.fact?.title ?? null))
      return leaf.fact ? (leaf.fact.title ?? subject) : numbers.length > 0 ? `${numbers.join(' – ')}` : subject
    })
    .join('; ')
}
