import type { CsvAdapter } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'

/** CEPII's BACI: a record per pair and product, and no totals. It is told from other tables so that nobody takes a product for the whole. */
export const baci: CsvAdapter = {
  id: 'baci',
  recognise: ({ names }) => names.slice(0, 5).join() === 't,i,j,k,v',
  layout: () => {
    throw new FileRefusal(
      'unknown-layout',
      'BACI has a record for each product (k) and none for all goods. Add the products (v, in thousands of US dollars) up by year (t), exporter (i) and importer (j), and import the sums under the headings of the long form: indicator, reporter, partner, period, value, unit.',
      null,
      null,
      { kind: 'products-only' },
    )
  },
}
