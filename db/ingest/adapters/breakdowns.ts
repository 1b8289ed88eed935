// Columns of a general table that part its figures: exports and imports, products, prices. The user names one indicator for the whole
// file, and a part is not the whole.

import type { ColumnRole } from '../../../electron/shared/domain/csvFile.ts'
import { fault } from '../dimensions.ts'
import { type AdapterContext, type Fault, type Header, isFault, type Layout, type ValueColumn } from '../layout.ts'
import { directionOf, ofAllGoods, oneSeries } from '../oneSeries.ts'
import { fold, tidy } from '../text/fold.ts'
import { flowOf, flowsOf } from '../text/saying.ts'

/** A folded heading above the direction of trade. */
export const flowHeading =
  /^(?:trade )?flow(?: (?:code|desc|description|name|type))?$|^(?:trade )?direction(?: of trade)?$|^trade type$|^(?:товарный )?поток|^направление(?: торговли)?$|^вид (?:потока|операции)$|^ағын/
/** A folded heading above products or branches. */
export const productHeading =
  /^(?:products?|commodit(?:y|ies)|cmd|hs|sitc|bec|nace|isic|goods|item|sector|product sector|industry|category|classification|section|chapter)\d*(?: (?:code|group|name|desc|description|label))?$|^(?:код )?товар(?:а|ы|ная группа)?$|^продукт|^(?:код )?тн вэд$|^отрасль$|^тауар(?:лар)?$/
const goodsHeading = /^(?:products?|commodit(?:y|ies)|cmd|hs|sitc)|товар|тн вэд|тауар/
const seriesHeading =
  /^(?:freq|frequency|periodicity|price ?base|prices|price type|(?:seasonal )?adjustment|measure|element|subject|instrument|transaction|account|sex|gender|age(?: group)?|indic(?:ator)? ?\w{2}|периодичность|цены|пол|возраст)(?: (?:code|name|label))?$/

const wholeWords = new Set(
  [
    'total',
    'all products',
    'all commodities',
    'all activities',
    'grand total',
    'total trade',
    'total trade in goods',
    'total goods',
    'total merchandise',
    'all goods',
    'tot',
    't',
    'all',
    'total all products',
    'всего',
    'итого',
    'все товары',
    'барлығы',
    'барлық тауарлар',
  ].map(fold),
)
/** True for a text that means all of what a column divides. */
export const isWhole = (text: string): boolean => wholeWords.has(fold(text))

/** True for a heading over what parts the figures of a table: flows, products, prices. */
export const partsFigures = (name: string): boolean =>
  [flowHeading, productHeading, seriesHeading].some((pattern) => pattern.test(fold(name)))

/** Which records are of the indicator that the user names for the whole file. */
export function breakdownsOf(
  { header, options }: AdapterContext,
  roles: readonly (ColumnRole | null)[],
  values: readonly ValueColumn[],
): Pick<Layout, 'filter'> {
  const { indicator } = options
  if (roles.includes('indicator')) return {}
  if (values.some((value) => value.indicator !== undefined)) return ofWholeOnly(header, roles, values)
  if (indicator === undefined) return {}
  const used = new Set(values.map(({ column }) => column))
  const meant = directionOf(indicator)
  const judges = header.names.flatMap((name, column): readonly (readonly [number, Judge])[] => {
    if (used.has(column) || roles[column] !== null) return []
    const folded = fold(name)
    const flows = flowsOf(name)
    const saysFlow = flowHeading.test(folded)
    if (saysFlow || (flows.has('exports') && flows.has('imports'))) {
      // "Экспорт и импорт" may as well stand above amounts
      const judge: Judge = (text) => {
        const flow = flowOf(text)
        const amount = !saysFlow && !/\p{L}/u.test(text)
        return meant === null || flow === meant || amount ? 'keep' : fault('unmapped-flow', name, text)
      }
      return [[column, judge]]
    }
    const product = productHeading.test(folded)
    if (!product && !seriesHeading.test(folded)) return []
    // no single product is the trade in all of them
    const wholeOnly = ofAllGoods(indicator) && goodsHeading.test(folded)
    const belongs = wholeOnly ? isWhole : oneSeries(indicator, name, product ? isWhole : () => false)
    return [[column, (text) => (belongs(tidy(text)) ? 'keep' : fault('unmapped-commodity', name, text))]]
  })
  return filterOf(judges)
}

/** Columns "Exports" and "Imports" are of all goods: beside a column of products only its total is taken. */
function ofWholeOnly(
  { names }: Header,
  roles: readonly (ColumnRole | null)[],
  values: readonly ValueColumn[],
): Pick<Layout, 'filter'> {
  if (!values.every(({ indicator }) => indicator !== undefined && !isFault(indicator) && ofAllGoods(indicator.code))) return {}
  return filterOf(
    names.flatMap((name, column): readonly (readonly [number, Judge])[] =>
      roles[column] === null && goodsHeading.test(fold(name)) && productHeading.test(fold(name))
        ? [[column, (text) => (isWhole(text) ? 'keep' : fault('unmapped-commodity', name, text))]]
        : [],
    ),
  )
}

type Judge = (text: string) => 'keep' | Fault

function filterOf(judges: readonly (readonly [number, Judge])[]): Pick<Layout, 'filter'> {
  if (judges.length === 0) return {}
  return {
    filter: {
      columns: judges.map(([column]) => column),
      read: (texts) => {
        for (const [i, [, judge]] of judges.entries()) {
          const verdict = judge(texts[i] ?? '')
          if (verdict !== 'keep') return verdict
        }
        return 'keep'
      },
    },
  }
}
