// Whose figures a table holds and with whom: columns of areas, the title, the user, or the areas across it.

import type { ColumnRole } from '../../../electron/shared/domain/csvFile.ts'
import { missing } from '../columns.ts'
import { areaDimension, constant, namedArea, namedSides, reporterDimension } from '../dimensions.ts'
import type { AdapterContext, Layout } from '../layout.ts'
import { twoOfAreas } from './areasAcross.ts'
import type { Title } from './tableValues.ts'

/**
 * The sides of a table's figures.
 *
 * @param column place of the first column with one of these roles; -1 = none
 * @param across true where areas stand in the headings
 * @throws {FileRefusal} missing-column where nothing says whose the figures are; what twoOfAreas says of areas in rows and headings
 */
export function sidesOf(
  context: AdapterContext,
  column: (...wanted: readonly ColumnRole[]) => number,
  title: Title,
  cyrillic: boolean,
  across: boolean,
): Pick<Layout, 'reporter' | 'partner' | 'across'> {
  const { options, header } = context
  const area = [column('area'), column('areaName')].filter((place) => place >= 0)
  const [reporter, partner] = [column('reporter'), column('partner')]
  const named = namedSides(context)
  const areas = area.length > 0 ? areaDimension(context, area, cyrillic ? 'bns' : '') : undefined
  if (across && (areas !== undefined || (reporter >= 0 && partner >= 0))) throw twoOfAreas(header.names[area[0] ?? partner] ?? '')
  // a table of one country's partners names only them: the country is in the title or said by the user
  const onePartner =
    partner < 0 &&
    (areas !== undefined || across) &&
    (options.reporter !== undefined || (reporter < 0 && options.partner === undefined && title.kazakhstan))
  const home = onePartner && options.reporter === undefined ? { reporter: constant(namedArea(context, 'KAZ', 'reporter')) } : {}
  const result = {
    ...named,
    ...home,
    ...(reporter >= 0
      ? { reporter: reporterDimension(context, [reporter]) }
      : areas && !onePartner
        ? { reporter: reporterDimension(context, area, cyrillic ? 'bns' : '') }
        : {}),
    ...(partner >= 0
      ? { partner: areaDimension(context, [partner]) }
      : areas && (onePartner || reporter >= 0)
        ? { partner: areas }
        : {}),
  }
  if (across) {
    const { partner: named, ...sides } = result
    if (reporter >= 0 || onePartner) return { ...sides, across: 'partner' }
    return { ...sides, ...(named === undefined ? {} : { partner: named }), across: 'reporter' }
  }
  if (!('reporter' in result)) throw missing('reporter')
  return result
}
