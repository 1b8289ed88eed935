import { baci } from './adapters/baci.ts'
import { comext } from './adapters/comext.ts'
import { comtrade, comtradeLegacy } from './adapters/comtrade.ts'
import { eurostatTsv } from './adapters/eurostatTsv.ts'
import { faostat } from './adapters/faostat.ts'
import { ilostat } from './adapters/ilostat.ts'
import { imfPanel, imfPortal, imfTimeSeries } from './adapters/imf.ts'
import { long } from './adapters/long.ts'
import { oec } from './adapters/oec.ts'
import { oecdStat } from './adapters/oecdStat.ts'
import { owid } from './adapters/owid.ts'
import { sdmx } from './adapters/sdmx.ts'
import { statGovTab, statGovTrade } from './adapters/statGov.ts'
import { office, table, wide } from './adapters/table.ts'
import { tradeMap } from './adapters/tradeMap.ts'
import { unctad } from './adapters/unctad.ts'
import { weo } from './adapters/weo.ts'
import { wits } from './adapters/wits.ts'
import { witsQuery } from './adapters/witsQuery.ts'
import { databank, wdi } from './adapters/worldBank.ts'
import { databankCountries } from './adapters/worldBankAcross.ts'
import { databankLong, databankSeries } from './adapters/worldBankLong.ts'
import { wto } from './adapters/wto.ts'
import type { AreaReader } from './areas.ts'
import type { CsvAdapter, Header } from './layout.ts'

/** Every format, one line each. A new one is a file beside these and a line here. */
export const adapters: readonly CsvAdapter[] = [
  long,
  sdmx,
  eurostatTsv,
  comext,
  comtrade,
  comtradeLegacy,
  imfPortal,
  imfPanel,
  imfTimeSeries,
  weo,
  wdi,
  databank,
  databankLong,
  databankSeries,
  databankCountries,
  wits,
  witsQuery,
  wto,
  tradeMap,
  oecdStat,
  unctad,
  oec,
  baci,
  faostat,
  ilostat,
  owid,
  statGovTab,
  statGovTrade,
  office,
  wide,
  table,
]

/** Formats that claim a heading: the particular ones, or, when there is none, the general ones. */
export function claims(
  header: Header,
  areas: AreaReader | null = null,
  among: readonly CsvAdapter[] = adapters,
): readonly CsvAdapter[] {
  const particular = among.filter((adapter) => !adapter.general && adapter.recognise(header, areas))
  return particular.length > 0 ? particular : among.filter((adapter) => adapter.general && adapter.recognise(header, areas))
}
