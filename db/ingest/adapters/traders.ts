// Tables whose sides are called exporter and importer: which of them reports, the direction of the indicator says.

import type { ColumnRole } from '../../../electron/shared/domain/csvFile.ts'
import { missing } from '../columns.ts'
import type { AdapterContext } from '../layout.ts'
import { directionOf } from '../oneSeries.ts'
import { fold } from '../text/fold.ts'

type Roles = readonly (ColumnRole | null)[]

const exporters = /^(?:exporter(?: (?:name|code|iso3?|country))?|(?:страна )?экспортер|экспорттаушы(?: ел)?)$/
const importers = /^(?:importer(?: (?:name|code|iso3?|country))?|(?:страна )?импортер|импорттаушы(?: ел)?)$/

/** The columns of exporters and of importers; null where the table has not both. */
function tradersOf(names: readonly string[]): { readonly exporter: number; readonly importer: number } | null {
  const [exporter, importer] = [exporters, importers].map((pattern) => names.findIndex((name) => pattern.test(fold(name))))
  return exporter === undefined || importer === undefined || exporter < 0 || importer < 0 ? null : { exporter, importer }
}

/** The roles with both columns as those of areas. */
export function asAreas(names: readonly string[], roles: Roles): Roles {
  const traders = tradersOf(names)
  if (traders === null) return roles
  return roles.map((role, column) => (column === traders.exporter || column === traders.importer ? 'area' : role))
}

/** The roles with the one column as reporter and the other as partner. @throws {FileRefusal} missing-column */
export function withTraders({ header, options }: AdapterContext, roles: Roles): Roles {
  const traders = tradersOf(header.names)
  if (traders === null || roles.includes('reporter') || roles.includes('partner')) return roles
  const direction = directionOf(options.indicator ?? '')
  if (direction === null) throw missing('indicator')
  const [reporter, partner] =
    direction === 'exports' ? [traders.exporter, traders.importer] : [traders.importer, traders.exporter]
  return roles.map((role, column) => (column === reporter ? 'reporter' : column === partner ? 'partner' : role))
}
