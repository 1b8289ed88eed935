// What the file leaves open, asked with examples from it; the answer reads the file on.
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { ImportOptionsRequest } from '../../../electron/shared/contract/schema/importRequests.ts'
import type { ImportQuestion } from '../../../electron/shared/contract/schema/imports.ts'
import { useCatalogue } from '../../ui/data/catalogue.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import type { ImportDesk } from './desk.ts'
import { addAnswer, areaChoices, mayNamePartners, questionKey } from './questionAnswers.ts'
import type { Entry } from './queue.ts'
import classes from './review.module.css'
import type { Words } from './words.ts'

interface Props {
  readonly entry: Entry
  readonly desk: ImportDesk
  readonly words: Words
}

interface Asked {
  readonly question: ImportQuestion
  readonly words: Words
  readonly answer: (value: string) => void
}

/** A reading as the reader of the page writes numbers and days, without marks between thousands: those are what is asked about. */
function readingText({ formats }: Words, kind: ImportQuestion['kind'], reading: string): string {
  if (kind !== 'decimal') return formats.period(reading)
  const mark = formats.number(0.5, 1).replace(/\d/g, '')
  return reading.replace('.', mark)
}

/** A question of two readings: above each answer stands what it makes of the examples. */
function TwoReadings({ question: { kind, examples }, words, answer }: Asked) {
  const { t } = words
  const answers = kind === 'decimal' ? (['.', ','] as const) : (['day-month', 'month-day'] as const)
  const names = {
    '.': t('answer.point'),
    ',': t('answer.comma'),
    'day-month': t('answer.dayMonth'),
    'month-day': t('answer.monthDay'),
  }
  const button = (one: (typeof answers)[number]) => (
    <Button key={one} size="xs" variant="default" onClick={() => answer(one)}>
      {names[one]}
    </Button>
  )
  if (examples.length === 0) return <div className={layout.actions}>{answers.map(button)}</div>
  return (
    <table className={classes.readings}>
      <thead>
        <tr>
          <th scope="col">{t('column.line')}</th>
          <th scope="col">{t('column.found')}</th>
          {answers.map((one) => (
            <th key={one} scope="col">
              {button(one)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {examples.map(({ line, found, readings }) => (
          <tr key={line}>
            <td>{line}</td>
            <td>
              <code className={layout.found}>{t('table.quoted', { found })}</code>
            </td>
            {answers.map((one) => (
              <td key={one}>{readingText(words, kind, readings.find((reading) => reading.answer === one)?.reading || '–')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface OneOfProps {
  readonly label: string
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly words: Words
  readonly answer: (value: string) => void
}

/** One of many, and the button that reads on with it. */
function OneOf({ label, data, words: { t }, answer }: OneOfProps) {
  const [value, setValue] = useState<string | null>(null)
  return (
    <div className={layout.actions}>
      <Select
        size="xs"
        w={300}
        searchable
        limit={60}
        aria-label={label}
        placeholder={t('question.choose')}
        data={data}
        value={value}
        onChange={setValue}
      />
      <Button size="xs" variant="default" disabled={value === null} onClick={() => value !== null && answer(value)}>
        {t('question.readOn')}
      </Button>
    </div>
  )
}

/** A question whose answer is one of many: an area, an indicator, a unit. */
function OneOfMany({ question, words, answer }: Asked) {
  const { t, names } = words
  const { areas, indicators, units } = useCatalogue()
  const { kind, candidates } = question
  const data =
    kind === 'indicator'
      ? indicators.map(({ code }) => ({ value: code, label: `${names.indicator(code)} (${code})` }))
      : kind === 'unit'
        ? units.map(({ code }) => ({ value: code, label: names.unit(code) }))
        : areaChoices(areas, candidates, names.area)
  if (kind === 'area' && candidates.length > 0 && candidates.length <= 4)
    return (
      <div className={layout.actions}>
        {candidates.map((code) => (
          <Button key={code} size="xs" variant="default" onClick={() => answer(code)}>
            {names.area(code)}
          </Button>
        ))}
      </div>
    )
  const label = t(`question.${kind === 'area' || kind === 'indicator' || kind === 'unit' ? kind : 'area'}Label`)
  return <OneOf label={label} data={data} words={words} answer={answer} />
}

/** Countries of which nobody says whether they report or are partners: either answer names the other side. */
function WhichSide({ words, read }: { readonly words: Words; readonly read: (side: ImportOptionsRequest) => void }) {
  const { t, names } = words
  const { areas } = useCatalogue()
  const data = areaChoices(areas, [], names.area)
  return (['reporter', 'partner'] as const).map((side) => (
    <div key={side} className={classes.side}>
      <p>{t(`question.sides.${side}`)}</p>
      <OneOf label={t(`question.sides.${side}`)} data={data} words={words} answer={(value) => read({ [side]: value })} />
    </div>
  ))
}

function title({ t, formats }: Words, { kind, column, figures, examples }: ImportQuestion): string {
  const found = examples[0]?.found ?? ''
  const values = { column: column ?? '', count: figures, figures: formats.number(figures, 0), found }
  switch (kind) {
    case 'decimal':
      return column === null ? t('question.decimalFile') : t('question.decimal', values)
    case 'day-order':
      return t('question.dayOrder', values)
    case 'area':
      return t('question.area', values)
    case 'indicator':
      return found === '' ? t('question.indicatorFile') : t('question.indicator', values)
    case 'unit':
      return t('question.unit')
    case 'reporter':
      return t('question.reporter')
    case 'partner':
      return t('question.partner')
    default:
      return t('question.columns')
  }
}

/** Kinds that the wizard answers, not a single choice. */
const forWizard: readonly ImportQuestion['kind'][] = ['columns', 'period', 'value', 'format']

/** Names that nobody knows here: figures stay out until somebody explains them, and the file can be written without. */
const isOptional = ({ kind, needed }: ImportQuestion): boolean => !needed && kind !== 'unit'

/** What the file leaves open and a single choice answers: what has to be answered, or what may be explained. */
export const openQuestions = ({ preview, choices }: Entry, optional = false): readonly ImportQuestion[] =>
  (preview?.review?.questions ?? []).filter(
    (question) =>
      !forWizard.includes(question.kind) &&
      !(question.kind === 'unit' && choices.unitConfirmed) &&
      isOptional(question) === optional,
  )

/**
 * Open questions in one card; nothing when the file leaves none.
 *
 * @param optional names that may be explained, instead of what has to be answered
 */
export function Questions({ entry, desk, words, optional = false }: Props & { readonly optional?: boolean }) {
  const { t, formats, names } = words
  const { indicators } = useCatalogue()
  // of a file of one indicator that the reader named, the unit has a name, too
  const ownUnit = indicators.find(({ code }) => code === entry.options.indicator)?.unit
  const questions = openQuestions(entry, optional)
  if (questions.length === 0) return null
  const read = (options: ImportOptionsRequest): void => desk.take({ kind: 'read', id: entry.id, options })
  return (
    <Card
      title={optional ? t('question.unknown', { count: questions.length }) : t('question.title', { count: questions.length })}
      subtitle={optional ? t('question.unknownHint') : t('question.subtitle')}
      className={optional ? '' : (classes.asks ?? '')}
    >
      <div className={classes.askGrid}>
        {questions.map((question) => {
          const answer = (value: string): void => read(addAnswer(entry.options, question, value))
          const sides = mayNamePartners(question, entry.options, entry.preview?.format)
          const name = sides ? t('question.sides.title') : title(words, question)
          const two = question.kind === 'decimal' || question.kind === 'day-order'
          return (
            <section key={questionKey(question)} className={classes.ask} aria-label={name}>
              <h3>{name}</h3>
              <p className={layout.small}>
                {question.kind === 'unit' && !question.needed
                  ? t('question.unitHint')
                  : question.figures > 0
                    ? t('question.waiting', { count: question.figures, figures: formats.number(question.figures, 0) })
                    : t('question.whole')}
                {(question.kind === 'area' || question.kind === 'indicator') && (question.examples[0]?.line ?? 0) > 0
                  ? ` ${t('question.line', { line: question.examples[0]?.line ?? 0 })}`
                  : ''}
              </p>
              {two ? (
                <TwoReadings question={question} words={words} answer={answer} />
              ) : sides ? (
                <WhichSide words={words} read={(side) => read({ ...entry.options, ...side })} />
              ) : (
                <>
                  {question.kind === 'unit' && !question.needed ? (
                    <div className={layout.actions}>
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => desk.take({ kind: 'choose', id: entry.id, choices: { unitConfirmed: true } })}
                      >
                        {ownUnit === undefined
                          ? t('question.unitOwn')
                          : t('question.unitOwnOne', { unit: names.unitShort(ownUnit) })}
                      </Button>
                    </div>
                  ) : null}
                  <OneOfMany question={question} words={words} answer={answer} />
                </>
              )}
            </section>
          )
        })}
      </div>
    </Card>
  )
}
