// The two tables as text, and what fell short.
import type { Measurement } from './measure.ts'

const shown = (value: number, unit: Measurement['unit']): string => {
  const digits = unit === 'x' ? 2 : value < 10 && unit !== 'MB' ? 1 : 0
  return unit === 'x' ? value.toFixed(digits) : `${value.toFixed(digits)} ${unit}`
}

export type Verdict = 'aim' | 'must' | 'short' | 'not measured'

/** How a figure stands against what it must and should be; smaller is better. */
export function verdictOf({ value, must, aim }: Measurement): Verdict {
  if (value === null) return 'not measured'
  if (value <= aim) return 'aim'
  return value <= must ? 'must' : 'short'
}

const words: Readonly<Record<Verdict, string>> = {
  aim: 'aim reached',
  must: 'must met',
  short: 'FELL SHORT',
  'not measured': 'NOT MEASURED',
}

/** Markdown, as docs/speed.md holds it. */
export function tableOf(title: string, list: readonly Measurement[]): string {
  const lines = list.map((one) => {
    const value = one.value === null ? '–' : shown(one.value, one.unit)
    return `| ${one.what} | ${shown(one.must, one.unit)} | ${shown(one.aim, one.unit)} | ${value} | ${words[verdictOf(one)]} | ${one.note ?? one.against} |`
  })
  return [`## ${title}`, '', '| | must | aim | measured | | made of |', '| --- | --- | --- | --- | --- | --- |', ...lines].join(
    '\n',
  )
}

/** One line for each must that was missed or not measured. */
export function shortfalls(list: readonly Measurement[]): string {
  const missed = list.filter((one) => ['short', 'not measured'].includes(verdictOf(one)))
  if (missed.length === 0) return 'Every must is met.'
  return [
    `${missed.length} of ${list.length} fell short or were not measured:`,
    ...missed.map(
      (one) =>
        `- ${one.what}: ${one.value === null ? 'not measured' : shown(one.value, one.unit)}, must ${shown(one.must, one.unit)}`,
    ),
  ].join('\n')
}
