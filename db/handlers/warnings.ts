import { typeset } from '../../electron/shared/language/spans.ts'
import { allWarnings } from '../queries/observations.ts'
import { matches } from '../queries/sourceRule.ts'
import type { TopicHandlers } from './context.ts'

export const warningHandlers: TopicHandlers<'warnings.list'> = {
  'warnings.list': ({ db }, { topic, reporter, partners }) =>
    db
      .all(allWarnings, {})
      .filter(
        (row) =>
          row.topic === topic &&
          matches(row.reporter, reporter) &&
          (row.partner === '' || partners.length === 0 || partners.some((partner) => matches(row.partner, partner))),
      )
      .map((row) => ({
        id: row.id,
        text: { en: typeset(row.text_en), ru: row.text_ru, kk: row.text_kk },
        until: row.period_to,
      })),
}
