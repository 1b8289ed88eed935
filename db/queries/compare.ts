import { statement } from '../worker/db.ts'

/** Reporters of one source's figures, in order of code. */
export const reportersOfSource = statement<{ source: string }, { readonly code: string }>(
  'compare.reporters',
  `SELECT code FROM area WHERE id IN (SELECT reporter FROM series WHERE source = (SELECT id FROM source WHERE code = :source))
   ORDER BY code`,
)
