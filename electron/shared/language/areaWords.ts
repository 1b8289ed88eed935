import type { Names } from './names.ts'

/**
 * The forms of an area's name that sentences ask for, as values of placeholders: for the prefix `partner` they are `partner` (as subject or
 * object), `partnerOf` (whose), `partnerIn` (where), `partnerWith` (with whom), `partnerFrom` (where from).
 */
export function areaWords(names: Names, prefix: string, code: string): Record<string, string> {
  return {
    [prefix]: names.areaIn(code, 'nominative'),
    [`${prefix}Of`]: names.areaIn(code, 'genitive'),
    [`${prefix}In`]: names.areaIn(code, names.areaIn(code, 'locative') === names.area(code) ? 'prepositional' : 'locative'),
    [`${prefix}With`]: names.areaIn(code, 'instrumental'),
    [`${prefix}From`]: names.areaIn(code, 'ablative'),
  }
}
