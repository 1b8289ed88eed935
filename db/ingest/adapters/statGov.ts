// Sheets of the statistical office of Kazakhstan (stat.gov.kz).

import type { ColumnRole } from '../../../electron/shared/domain/csvFile.ts'
import { constant, foreignIndicator, namedArea, namedSides, namedUnit, periodDimension, sinceJanuary } from '../dimensions.ts'
import { roleOf } from '../headings.ts'
import type { AdapterContext, CsvAdapter } from '../layout.ts'
import { tidy } from '../text/fold.ts'
import { saysSinceJanuary } from '../text/saying.ts'
import { besideSaid } from '../unitSaid.ts'
import { hasCyrillic, officeWords, rolesOf, tableLayout } from './tableLayout.ts'

/** stat.gov.kz: NAM, PERIOD, VAL; figures of Kazakhstan with groups by space. */
export const statGovTab: CsvAdapter = {
  id: 'statgov-tab',
  recognise: ({ names }) => ['NAM', 'PERIOD', 'VAL'].every((name) => names.some((found) => tidy(found).toUpperCase() === name)),
  layout: (context) => {
    const { header } = context
    const place = (name: string): number => header.names.findIndex((found) => tidy(found).toUpperCase() === name)
    const [value, period, name] = [place('VAL'), place('PERIOD'), place('NAM')]
    const unit = namedUnit(context)
    const plain = periodDimension(context, period)
    const counted = sinceJanuary(plain)
    const named = namedSides(context)
    return {
      format: 'statgov-tab',
      values: [{ column: value, name: header.names[value] ?? 'VAL' }],
      // "Импорт (с начала года)"
      period: {
        columns: [period, name],
        read: ([at = '', of = '']) => (saysSinceJanuary(of) ? counted : plain).read([at]),
      },
      ...named,
      ...(named.reporter ? {} : { reporter: constant(namedArea(context, 'KAZ', 'reporter')) }),
      indicator: foreignIndicator(context, [name]),
      // "Экспорт нефти, тыс. тонн"
      unit: {
        columns: [name],
        read: ([text = '']) => {
          const said = context.catalogue.units.mention(text)
          return unit ? besideSaid(unit, said) : said
        },
      },
      missingWords: officeWords,
      decimal: '.',
    }
  },
}

const has = (roles: readonly (ColumnRole | null)[], ...wanted: readonly ColumnRole[]): boolean =>
  wanted.every((role) => roles.includes(role))

/** stat.gov.kz, trade by country: turnover, exports, imports and their shares, thousand US$, a sheet saved as CSV. */
export const statGovTrade: CsvAdapter = {
  id: 'statgov-trade',
  recognise: (header) => {
    const roles = header.names.map(roleOf)
    return (
      has(roles, 'exports', 'imports', 'turnover') && !has(roles, 'value') && header.names.some((name) => hasCyrillic.test(name))
    )
  },
  layout: (context) => {
    const roles = rolesOf(context.header, context.catalogue)
    // the first column of the sheet has often no heading
    const sided = roles.some((role) => role === 'area' || role === 'areaName' || role === 'partner')
      ? roles
      : roles.map((role, place) => (place === 0 ? 'area' : role))
    const withHome: AdapterContext =
      context.options.reporter === undefined ? { ...context, options: { ...context.options, reporter: 'KAZ' } } : context
    return { ...tableLayout(withHome, sided, 'statgov-trade'), emptyIsZero: true }
  },
}
