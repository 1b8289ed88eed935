import type { ColumnRole } from '../../electron/shared/domain/csvFile.ts'
import { fold } from './text/fold.ts'

/** Headings by role, in English, Russian and Kazakh. */
const words: Readonly<Record<Exclude<ColumnRole, 'exports' | 'imports' | 'turnover' | 'share'>, readonly string[]>> = {
  indicator: [
    'indicator',
    'indicator code',
    'indicator_code',
    'indicatorcode',
    'indicator id',
    'series',
    'series code',
    'показатель',
    'код показателя',
    'индикатор',
    'көрсеткіш',
    'көрсеткіш коды',
    'variable',
  ],
  indicatorName: ['indicator name', 'series name', 'наименование показателя', 'название показателя', 'көрсеткіш атауы'],
  reporter: [
    'reporter',
    'reporter code',
    'reporter iso',
    'reporting country',
    'reporting economy',
    'ref area',
    'ref_area',
    'отчитывающаяся страна',
    'страна-репортер',
    'репортер',
    'есеп беруші',
    'есеп беруші ел',
    'declarant',
    'reporter countries',
    'reporter name',
  ],
  partner: [
    'partner',
    'partner code',
    'partner country',
    'partner iso',
    'counterpart',
    'counterpart area',
    'counterpart country',
    'counterpart_area',
    'trading partner',
    'partner countries',
    'partner name',
    'партнер',
    'партнёр',
    'страна-партнер',
    'страна партнер',
    'страна-контрагент',
    'серіктес',
    'серіктес ел',
    'әріптес',
    'әріптес ел',
    'страна назначения',
    'страна происхождения',
  ],
  area: [
    'country',
    'country code',
    'area',
    'geo',
    'geography',
    'entity',
    'economy',
    'iso3',
    'iso',
    'iso code',
    'iso2',
    'location',
    'страна',
    'страны',
    'код страны',
    'территория',
    'ел',
    'елдер',
    'ел коды',
    'мемлекет',
    'государство',
    'nation',
    'iso3c',
    'country iso',
    'region',
  ],
  areaName: [
    'country name',
    'area name',
    'наименование страны',
    'наименование стран',
    'название страны',
    'ел атауы',
    'елдердің атауы',
    'наименование',
  ],
  period: [
    'period',
    'time period',
    'time_period',
    'time',
    'date',
    'период',
    'дата',
    'кезең',
    'мерзім',
    'күні',
    'отчетный период',
  ],
  year: ['year', 'год', 'жыл', 'годы', 'years'],
  month: ['month', 'месяц', 'ай'],
  quarter: ['quarter', 'квартал', 'тоқсан'],
  value: [
    'value',
    'obs value',
    'obs_value',
    'amount',
    'значение',
    'величина',
    'показание',
    'мәні',
    'мән',
    'сумма',
    'val',
    'observation',
    'data value',
    'объем',
    'көлемі',
  ],
  unit: [
    'unit',
    'units',
    'unit measure',
    'unit_measure',
    'unit of measure',
    'единица',
    'единица измерения',
    'ед изм',
    'ед',
    'единицы измерения',
    'өлшем бірлігі',
    'бірлік',
    'өлшем',
  ],
  scale: [
    'scale',
    'unit mult',
    'unit_mult',
    'multiplier',
    'unit multiplier',
    'scale factor',
    'magnitude',
    'powercode',
    'power code',
    'множитель',
  ],
  source: ['source', 'source id', 'source_id', 'источник', 'дереккөз', 'дереккөзі'],
  status: ['status', 'obs status', 'obs_status', 'flag', 'flags', 'статус', 'мәртебе', 'признак'],
  note: [
    'note',
    'notes',
    'comment',
    'comments',
    'remark',
    'footnote',
    'примечание',
    'примечания',
    'комментарий',
    'ескерту',
    'ескертпе',
  ],
  vintage: [
    'vintage',
    'release',
    'release date',
    'дата публикации',
    'published',
    'last update',
    'last updated',
    'жарияланған күні',
  ],
  ignored: [
    'rejected line',
    'rejected column',
    'rejected reason',
    'rejected text',
    'batch',
    'line',
    'id',
    '№',
    'no',
    'n',
    'п/п',
    '№ п/п',
    'rank',
    'p/p',
    'row',
  ],
}

const exact = new Map<string, ColumnRole>()
for (const [role, headings] of Object.entries(words)) for (const heading of headings) exact.set(fold(heading), role as ColumnRole)

const exportWords = /(?:^| )(?:экспорт(?!ер)\p{L}*|exports?)(?: |$)/u
const importWords = /(?:^| )(?:импорт(?!ер)\p{L}*|imports?)(?: |$)/u

/** What a heading means; null when it says nothing known. Money columns are found inside longer headings. */
export function roleOf(heading: string): ColumnRole | null {
  const folded = fold(heading)
  const known = exact.get(folded) ?? exact.get(fold(heading.replace(/\(.*\)/, '')))
  if (known) return known
  if (/(?:^| )(?:уд(?:ельный)? вес|доля|share|в % к|в процентах|үлес[а-я]*|үлесі)(?: |$)/.test(folded) || folded === '%')
    return 'share'
  if (/(?:^| )(?:темп|прирост|рост(?: |а |$)|growth|change|изменение|индекс|index(?: |$)|өсім)/.test(folded)) return null
  if (folded.includes('%')) return 'share'
  const [exports, imports] = [exportWords.test(folded), importWords.test(folded)]
  // "Экспорт/импорт" is the heading of a column that says which
  if (exports !== imports) return exports ? 'exports' : 'imports'
  if (
    /(?:^| )(?:товарооборот\p{L}*|оборот\p{L}*|turnover|тауар аиналым\p{L}*|тауараиналым\p{L}*|total trade)(?: |$)/u.test(folded)
  )
    return 'turnover'
  if (/^(?:значение|value|сумма|обьем|объем|мәні) /.test(folded)) return 'value'
  return null
}

/**
 * True when a record below the heading is a heading itself: some of its cells are this heading's own names, and the others are names
 * of columns too, or periods where figures stand. Rows with a figure or the name of a country never are, nor is a second line of the
 * heading, which repeats none of its names.
 *
 * @param fields tidied cells of the record
 * @param header tidied headings
 * @param values columns that hold figures
 */
export function isHeadingOf(fields: readonly string[], header: readonly string[], values: ReadonlySet<number>): boolean {
  if (standsOver(fields, header, values)) return true
  const names = new Set(header.map(fold))
  let own = 0
  for (const [column, found] of fields.entries()) {
    if (found === '') continue
    const folded = fold(found)
    const isPeriod = values.size > 1 && values.has(column) && /(?:^|\D)(?:19|20)\d\d(?:\D|$)/.test(found)
    if (isPeriod) continue
    if (!names.has(folded) && !exact.has(folded)) return false
    if (!values.has(column) && names.has(folded)) own++
  }
  return own > 0
}

/** True for a record with its own headings again in front of other words where figures stand. */
function standsOver(fields: readonly string[], header: readonly string[], values: ReadonlySet<number>): boolean {
  const filled = fields.flatMap((found, column) => (found === '' ? [] : [column]))
  const stubs = filled.filter((column) => !values.has(column))
  const words = filled.filter((column) => values.has(column))
  return (
    stubs.length > 0 &&
    words.length > 0 &&
    stubs.every((column) => fold(fields[column] ?? '') === fold(header[column] ?? '')) &&
    words.every((column) => /^[^\d]*\p{L}[^\d]*$/u.test(fields[column] ?? ''))
  )
}

/** Words that begin a note under or above a table. */
const notePattern =
  /^(?:source|sources|note|notes|data from|last updated?|updated|downloaded|copyright|©|\*|\(c\)|footnote|legend|disclaimer|контакт|источник|источники|примечани|сноск|по данным|данные|исполнитель|дата|дереккөз|ескерту|ескертпе|\d\)|¹|²|³|generated|exported|retrieved|accessed|contact|https?:)/i

/** True when a line is a remark of the publisher, not a record. */
export const isNote = (text: string): boolean => notePattern.test(text.trim())
