import { comtrade, comtradeLegacy } from './adapters/comtrade.ts'
import { eurostatTsv } from './adapters/eurostatTsv.ts'
import { imfPanel, imfPortal, imfTimeSeries } from './adapters/imf.ts'
import { long } from './adapters/long.ts'
import { owid } from './adapters/owid.ts'
import { sdmx } from './adapters/sdmx.ts'
import { statGovTab, statGovTrade } from './adapters/statGov.ts'
import { office, table, wide } from './adapters/table.ts'
import { wits } from './adapters/wits.ts'
import { databank, wdi } from './adapters/worldBank.ts'
import type { CsvAdapter, Header } from './layout.ts'

/** Every format, one line each. A new one is a file beside these and a line here. */
export const adapters: readonly CsvAdapter[] = [
  long,
  sdmx,
  eurostatTsv,
  comtrade,
  comtradeLegacy,
  imfPortal,
  imfPanel,
  imfTimeSeries,
  wdi,
  databank,
  wits,
  owid,
  statGovTab,
  statGovTrade,
  office,
  wide,
  table,
]

/** Formats that claim a heading: the particular ones, or, when there is none, the general ones. */
export function claims(header: Header, among: readonly CsvAdapter[] = adapters): readonly CsvAdapter[] {
  const particular = among.filter((adapter) => !adapter.general && adapter.recognise(header))
  return particular.length > 0 ? particular : among.filter((adapter) => adapter.general && adapter.recognise(header))
}
