// Exchange rates by which the reader may have euro figures shown in dollars. Figures in the store are never converted; a chart that shows
// converted ones names the rate.

/** Which rate: the mean of a year for flows, the last day of trading for stocks. */
export type RateKind = 'average' | 'yearEnd'

/** Euro reference rates of the European Central Bank, US dollars for one euro. */
const averages: readonly (readonly [year: number, rate: number])[] = [
  [2003, 1.1312],
  [2004, 1.2439],
  [2005, 1.2441],
  [2006, 1.2556],
  [2007, 1.3705],
  [2008, 1.4708],
  [2009, 1.3948],
  [2010, 1.3257],
  [2011, 1.392],
  [2012, 1.2848],
  [2013, 1.3281],
  [2014, 1.3285],
  [2015, 1.1095],
  [2016, 1.1069],
  [2017, 1.1297],
  [2018, 1.181],
  [2019, 1.1195],
  [2020, 1.1422],
  [2021, 1.1827],
  [2022, 1.053],
  [2023, 1.0813],
  [2024, 1.0824],
]
const yearEnds: readonly (readonly [year: number, rate: number])[] = [
  [2003, 1.263],
  [2004, 1.3621],
  [2005, 1.1797],
  [2006, 1.317],
  [2007, 1.4721],
  [2008, 1.3917],
  [2009, 1.4406],
  [2010, 1.3362],
  [2011, 1.2939],
  [2012, 1.3194],
  [2013, 1.3791],
  [2014, 1.2141],
  [2015, 1.0887],
  [2016, 1.0541],
  [2017, 1.1993],
  [2018, 1.145],
  [2019, 1.1234],
  [2020, 1.2271],
  [2021, 1.1326],
  [2022, 1.0666],
  [2023, 1.105],
  [2024, 1.0389],
]

const tables: Readonly<Record<RateKind, ReadonlyMap<number, number>>> = { average: new Map(averages), yearEnd: new Map(yearEnds) }

/** Dollars for one euro in a year; null when no rate is on record, and then nothing is converted. */
export const dollarsPerEuro = (kind: RateKind, year: number): number | null => tables[kind].get(year) ?? null

/** A euro amount in dollars by the named rate of its year; null stays null. */
export function inDollars(amount: number | null, kind: RateKind, year: number): number | null {
  const rate = dollarsPerEuro(kind, year)
  return amount === null || rate === null ? null : amount * rate
}
