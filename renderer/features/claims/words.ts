import type { ClauseValue } from '../../../electron/shared/contract/schema/claims.ts'
import { type ClaimTongue, figureWords, numberWords } from '../../../electron/shared/domain/claimWords.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import { capital, midSentence } from '../../../electron/shared/language/sentences.ts'
import type { Formats } from '../../language/formats.ts'
import { useFormats } from '../../language/useFormats.ts'
import { type Say, type TextKey, useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'

export interface Words {
  readonly t: Say<'claims'>
  readonly formats: Formats
  readonly names: Names
  readonly tongue: ClaimTongue
}

/** Texts, names and formats of this screen, and the tongue in which a test is put in words. */
export function useWords(): Words {
  const t = useSay('claims')
  const formats = useFormats()
  const names = useNames()
  // the keys come from clauses, so the compiler cannot know them; a test walks every kind of clause
  const say: ClaimTongue['say'] = (key, values) => t(key as TextKey<'claims'>, values)
  const tongue: ClaimTongue = {
    say,
    area: (code, grammaticalCase) => names.areaIn(code, grammaticalCase),
    indicator: (code) => (formats.language === 'en' ? midSentence(names.indicator(code)) : names.indicator(code)),
    list: (items) => formats.list(items),
    number: (value, decimals) => formats.number(value, decimals),
    percent: (value) => formats.percent(value, 1),
    period: (period) => formats.period(period),
  }
  return { t, formats, names, tongue }
}

export const valueText = (value: ClauseValue, { tongue }: Words): string =>
  numberWords(value.figure, value.low, value.high, tongue)
export const figureTitle = (figure: Parameters<typeof figureWords>[0], { tongue }: Words): string =>
  capital(figureWords(figure, tongue))

/** Topic in words; a topic of the user's own making stands as written. */
export function topicText(topic: string, { t }: Words): string {
  const key = `topic.${topic}` as TextKey<'claims'>
  const text = t(key)
  return text === key ? topic : text
}
