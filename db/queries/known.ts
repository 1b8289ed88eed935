import { statement } from '../worker/db.ts'

export const areaKind = statement<{ code: string }, { readonly kind: string }>(
  'known.area',
  'SELECT kind FROM area WHERE code = :code',
)
export const sourceKnown = statement<{ code: string }, { readonly id: number }>(
  'known.source',
  'SELECT id FROM source WHERE code = :code',
)
