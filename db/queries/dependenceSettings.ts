import { statement } from '../worker/db.ts'

/** In front of the name of a set of weights in the table of settings. */
export const WEIGHTS = 'dependence.weights.'
export const METHOD = 'dependence.method'

export const storedWeights = statement<object, { readonly name: string; readonly value: string }>(
  'dependence.weights',
  "SELECT name, value FROM setting WHERE name LIKE 'dependence.weights.%' ORDER BY name",
)
export const storedMethod = statement<{ name: string }, { readonly value: string }>(
  'dependence.method',
  'SELECT value FROM setting WHERE name = :name',
)
