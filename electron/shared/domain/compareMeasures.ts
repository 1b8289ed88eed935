/** What countries are compared by, in the order in which it is offered. */
export const compareMeasures = [
  'index',
  'imports',
  'exports',
  'trade',
  'hhi-imports',
  'hhi-exports',
  'arms',
  'votes',
  'distance',
] as const
