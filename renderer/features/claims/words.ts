import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ClauseValue } from '../../../electron/shared/contract/schema/claims.ts'
import type { FactClause } from '../../../electron/shared/domain/claimRule.ts'
import { type ClaimTongue, figureWords, numberWords } from '../../../electron/shared/domain/claimWords.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import { capital, midSentence } from '../../../electron/shared/language/sentences.ts'
import type { Formats } from '../../language/formats.ts'
import { eventTitle, projectTitle } from '../../language/recordTitles.ts'
import { useFormats } from '../../language/useFormats.ts'
import { type Say, sayOr, type TextKey, useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'

export interface Words {
  readonly t: Say<'claims'>
  readonly formats: Formats
  readonly names: Names
  readonly tongue: ClaimTongue
}

/** A record's title in the language on screen; a club by its code, and what the reader added as written. */
function recordTitle(i18n: i18n, kind: FactClause['fact'], title: string): string {
  if (kind === 'project') return projectTitle(i18n, title)
  if (kind === 'membership') return sayOr(i18n.t, `politics:club.${title}`, title)
  return kind === 'event' ? eventTitle(i18n, title) : title
}

/** Texts, names and formats of this screen, and the tongue in which a test is put in words. */
export function useWords(): Words {
  const t = useSay('claims')
  const formats = useFormats()
  const names = useNames()
  const { i18n } = useTranslation()
  // the keys come from clauses, so the compiler cannot know them; a test walks every kind of clause
  const say: ClaimTongue['say'] = (key, values) => t(key as TextKey<'claims'>, values)
  const tongue: ClaimTongue = {
    say,
    area: (code, grammaticalCase) => names.areaIn(code, grammaticalCase),
    indicator: (code) => midSentence(names.indicator(code), formats.language),
    list: (items) => formats.list(items),
    number: (value, decimals) => formats.number(value, decimals),
    percent: (value) => formats.percent(value, 1),
    percentRange: (low, high) => formats.percentRange(low, high),
    period: (period) => formats.period(period),
    record: (kind, title) => recordTitle(i18n, kind, title),
    status: (status) =>
      /^\d+(\.\d+)?$/.test(status)
        ? formats.number(Number(status), status.includes('.') && !status.endsWith('.0') ? 1 : 0)
        : sayOr(i18n.t, `projects:status.${status}`, status),
  }
  return { t, formats, names, tongue }
}

/** A number that a test read, as text with its unit. */
export const valueText = (value: ClauseValue, { tongue }: Words): string =>
  numberWords(value.figure, value.low, value.high, tongue)

/** What a number measures, as the beginning of a sentence. */
export const figureTitle = (figure: Parameters<typeof figureWords>[0], { tongue }: Words): string =>
  capital(figureWords(figure, tongue))

/** Topic in words; a topic of the user's own making stands as written. */
export function topicText(topic: string, { t }: Words): string {
  const key = `topic.${topic}` as TextKey<'claims'>
  const text = t(key)
  return text === key ? topic : text
}
