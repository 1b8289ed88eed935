// What a report says of a file in English, for the command line, said in the reader's language with the page's own way out.
import { refusalKinds } from '../../../electron/shared/contract/importReasons.ts'
import type { ImportPreview, ImportReportAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { midSentence } from '../../../electron/shared/language/sentences.ts'
import { isFileReason, type Words } from './words.ts'

type Refusal = NonNullable<NonNullable<ImportPreview['review']>['refusal']>

/** Gaps that one answer closes, each with a text of its own. */
const asked = ['unit', 'indicator', 'reporter', 'partner', 'period', 'value'] as const

/**
 * Why a file was refused and what can be done about it on this page: by what it is about, else by what it leaves open, else by its reason. A
 * reason that this version does not know is shown in the words of the report.
 */
export function refusalText(words: Words, report: ImportReportAnswer, refusal: Refusal | null): string {
  const { t } = words
  const kind = refusalKinds.find((one) => one === refusal?.about?.kind)
  const gap = asked.find((one) => one === refusal?.asks)
  const { reason } = report
  const said = kind
    ? t(`refusal.about.${kind}`, { text: refusal?.about?.text ?? '' })
    : gap
      ? t(`refusal.asks.${gap}`)
      : isFileReason(reason)
        ? t(`refusal.${reason}`)
        : null
  if (said === null) return report.message
  const line = refusal?.line ?? null
  return line === null ? said : `${t('refusal.line', { line })} ${said}`
}

/** What the parts of each warning are, in the order of the report. */
const warningParts = {
  'look-alike-letters': ['found', 'code'],
  'look-alike-code': ['found', 'code'],
  'inexact-number': ['found', 'kept'],
  'nothing-taken': ['figures'],
  'reporter-otherwise': ['title', 'reporter', 'other'],
  'unit-otherwise': ['unit', 'said'],
  'unit-not-taken': ['unit', 'said'],
  'unit-not-said': ['to', 'indicator'],
  'unit-unknown': ['unit', 'to', 'indicator'],
  'replace-action': ['figures'],
  'no-figures': [],
  'source-unreviewed': ['source'],
  'notes-left-out': [],
  'mixed-line-ends': [],
  'row-limit': ['records'],
  'vintage-before-period': ['date'],
  'shortened-number': ['found'],
  'ambiguous-number': ['found'],
  'unit-converted': ['indicator', 'unit', 'power', 'to'],
  'columns-not-read': ['columns'],
  'figures-taken': ['column'],
  'marks-on-periods': ['headings'],
  'percent-on-some': ['figures', 'percents'],
  'same-file': ['batch', 'later'],
  'older-release': ['figures', 'date'],
  'older-release-revises': ['figures', 'date'],
  'several-releases': ['first', 'second'],
} as const
type WarningCode = keyof typeof warningParts
const isWarning = (code: string): code is WarningCode => Object.hasOwn(warningParts, code)

/** What figures were multiplied by, as people write it: 10^−6 is ÷ 1,000,000. */
function factorText({ formats }: Words, power: string): string {
  const [, minus, digits] = /^10\^(−?)(\d+)$/.exec(power) ?? []
  return digits === undefined ? power : `${minus ? '÷' : '×'}\u202f${formats.number(10 ** Number(digits), 0)}`
}

/** A warning in the reader's language; in the words of the report where this version does not know it, or an older one kept no parts. */
export function warningText(words: Words, warning: ImportReportAnswer['warnings'][number]): string {
  const { t, names } = words
  const { code, about, message } = warning
  if (!isWarning(code)) return message
  const parts = warningParts[code]
  if ((about?.length ?? 0) < parts.length) return message
  const values = Object.fromEntries(parts.map((part, i) => [part, about?.[i] ?? '']))
  if (code === 'same-file' && values.later) return t('warning.same-file-revised', values)
  if (code === 'unit-converted')
    return t(values.unit ? 'warning.unit-converted' : 'warning.scale-converted', {
      ...values,
      indicator: names.indicator(values.indicator ?? ''),
      power: factorText(words, values.power ?? ''),
      to: midSentence(names.unit(values.to ?? ''), words.formats.language),
    })
  if (code === 'older-release' || code === 'older-release-revises') {
    const figures = words.formats.number(Number(values.figures), 0)
    return t(`warning.${code}`, { figures, date: words.formats.day(values.date ?? '') })
  }
  if (code === 'nothing-taken' || code === 'replace-action')
    return t(`warning.${code}`, { figures: words.formats.number(Number(values.figures), 0) })
  if (code === 'unit-unknown' || code === 'unit-not-said')
    return t(`warning.${code}`, {
      ...values,
      indicator: names.indicator(values.indicator ?? ''),
      to: midSentence(names.unit(values.to ?? ''), words.formats.language),
    })
  if (code === 'reporter-otherwise')
    return t('warning.reporter-otherwise', {
      title: values.title ?? '',
      reporter: names.area(values.reporter ?? ''),
      other: names.area(values.other ?? ''),
    })
  if (code === 'vintage-before-period') return t('warning.vintage-before-period', { date: words.formats.day(values.date ?? '') })
  if (code === 'several-releases') {
    const [first = '', second = ''] = (about ?? []).map((day) => (day === '—' ? day : words.formats.day(day)))
    return t('warning.several-releases', { first, second })
  }
  return t(`warning.${code}`, values)
}
