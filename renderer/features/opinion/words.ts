// What rows, tips and tables of the opinion screen say.
import type { PollPoint, PollQuestion } from '../../../electron/shared/contract/schema/opinion.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import type { Formats } from '../../language/formats.ts'
import type { Say } from '../../language/useSay.ts'

export interface Words {
  readonly t: Say<'opinion'>
  readonly formats: Formats
  readonly names: Names
}

/** What was asked, in the language on screen. */
export const questionName = ({ t, names }: Words, question: PollQuestion): string =>
  question.wording === 'customs-union'
    ? t('row.customsUnion', { name: names.indicator(question.indicator) })
    : names.indicator(question.indicator)

/** Who asked; where a source does not say, the source's own name stands for the code that the store knows. */
export const askerName = ({ names }: Words, { name }: PollQuestion['pollster']): string => names.source(name)

/** Who asked, and that it is a pollster of the state where it is one. */
export const pollsterName = (words: Words, { pollster }: PollQuestion): string => {
  const name = askerName(words, pollster)
  return pollster.state ? words.t('row.state', { pollster: name }) : name
}

/** Pollster and sample of the newest wave. */
export function sampleLine(words: Words, question: PollQuestion): string {
  const { t, formats } = words
  const sample = question.points.at(-1)?.sample
  const pollster = pollsterName(words, question)
  if (!sample) return t('row.unknown', { pollster })
  return t(sample.bound === 'exact' ? 'row.sample' : 'row.atLeast', { pollster, n: formats.number(sample.n, 0) })
}

const places = (value: number): number => (Number.isInteger(value) ? 0 : 1)

/** A percentage with the source's own reservation: more than 70%, about 39%. */
export function percentText({ t, formats }: Words, point: Pick<PollPoint, 'value' | 'bound'>): string {
  const value = formats.percent(point.value, places(point.value))
  if (point.bound === 'atLeast') return t('protests.atLeast', { value })
  return point.bound === 'about' ? t('protests.about', { value }) : value
}

/** What a tooltip says below the figure: error, reservations, other prints, source. */
export function pointLines(words: Words, point: PollPoint): readonly string[] {
  const { t, formats, names } = words
  const lines = [
    point.sample && point.low !== null && point.high !== null
      ? t('tip.interval', { range: formats.range(point.low, point.high, 1), n: formats.number(point.sample.n, 0) })
      : t('tip.noSample'),
  ]
  if (point.bound === 'atLeast') lines.push(t('tip.atLeast'))
  if (point.bound === 'about') lines.push(t('tip.about'))
  if (point.others.length > 0)
    lines.push(
      t('tip.others', {
        values: point.others
          .map((other) => `${formats.percent(other.value, places(other.value))} (${names.source(other.source)})`)
          .join(', '),
      }),
    )
  lines.push(names.source(point.cell.source))
  return lines
}
