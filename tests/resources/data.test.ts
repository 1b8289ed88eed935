// One check per promise of the data package.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodePeriod } from '../../electron/shared/domain/period.ts'
import { csvRows } from '../../scripts/data/csv.ts'
import { dataFolder, observationNames, readText } from '../../scripts/data/descriptor.ts'
import { fits } from '../../scripts/data/preference.ts'
import { fingerprint, hashFlaws, schemaFlaws } from '../../scripts/data/validate.ts'
import { descriptor, observations, table } from './support.ts'

/** Counts, checksums and sums of the figures as they were compiled, taken before they were packed. */
const original = JSON.parse(readFileSync(join(import.meta.dirname, 'original.json'), 'utf8')) as {
  readonly rows: Readonly<Record<string, number>>
  readonly sha256: Readonly<Record<string, string>>
  /** file → indicator → source → [rows, sum of value] */
  readonly sums: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>>>
}
const column = (name: string, field: string): ReadonlySet<string> => new Set(table(name).map((row) => row[field] ?? ''))
const areas = column('areas', 'code')
const sources = column('sources', 'source_id')
const indicators = [...column('indicators', 'code')]
const listed = (text: string | undefined): readonly string[] => (text ? text.split(';') : [])

describe('the package', () => {
  it('fits its table schemas: headings, types, constraints, keys and references between tables', () => {
    expect(schemaFlaws(dataFolder, descriptor)).toEqual([])
  })

  it('names the size and checksum of every file as it is', () => {
    expect(hashFlaws(dataFolder, descriptor)).toEqual([])
    expect(descriptor.created).toMatch(/^2026-11/)
    expect(descriptor.sources).toHaveLength(557)
  })

  it('holds the compiled files byte for byte', () => {
    for (const [path, sha256] of Object.entries(original.sha256))
      expect(fingerprint(dataFolder, path).hash, path).toBe(`sha256:${sha256}`)
  })

  it('holds every row: 87,623 observations, 557 sources and the rest', () => {
    for (const [name, rows] of Object.entries(original.rows)) expect(table(name).length, name).toBe(rows)
    expect(observations).toHaveLength(87_623)
    expect(table('sources')).toHaveLength(557)
    expect(table('indicators')).toHaveLength(245)
  })

  it('gives every share of answers its bounds, so that a lost decimal mark is found', () => {
    const shares = table('indicators').filter(({ topic, unit }) => topic === 'opinion' && unit === 'PCT')
    expect(shares.length).toBeGreaterThan(20)
    expect(shares.filter(({ min, max }) => min !== '0' || max !== '100').map(({ code }) => code)).toEqual([])
  })

  it('keeps the number of figures and their sum for each file, indicator and source', () => {
    for (const name of observationNames) {
      const found: Record<string, Record<string, [number, number]>> = {}
      for (const { indicator = '', source_id = '', value } of table(name)) {
        found[indicator] ??= {}
        const [rows, sum] = found[indicator][source_id] ?? [0, 0]
        found[indicator][source_id] = [rows + 1, sum + Number(value)]
      }
      const expected = original.sums[name] ?? {}
      expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort())
      for (const [indicator, bySource] of Object.entries(expected)) {
        expect(Object.keys(found[indicator] ?? {}).sort()).toEqual(Object.keys(bySource).sort())
        for (const [source, [rows, sum]] of Object.entries(bySource)) {
          const [foundRows, foundSum] = found[indicator]?.[source] ?? [0, 0]
          expect(foundRows, `${indicator} ${source}`).toBe(rows)
          expect(Math.abs(foundSum - sum), `${indicator} ${source}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(sum)))
        }
      }
    }
  })

  it('says nothing of where it was compiled', () => {
    for (const { path } of descriptor.resources)
      expect(readText(dataFolder, path), path).not.toMatch(/\/work\/|shared\/(?:data|design)/)
    expect(readText(dataFolder, 'README.md')).not.toMatch(/\/work\/|shared\//)
  })
})

describe('the observations', () => {
  it('have periods that the store can encode', () => {
    const periods = new Set(observations.map(({ period = '' }) => period))
    expect([...periods].filter((period) => encodePeriod(period) === null)).toEqual([])
  })

  it('stand in the unit of their indicator and within its bounds', () => {
    const known = new Map(table('indicators').map((row) => [row.code, row]))
    const wrong = observations.filter(({ indicator, unit, value, partner }) => {
      const row = known.get(indicator ?? '')
      const number = Number(value)
      return (
        !row ||
        row.unit !== unit ||
        (row.min !== '' && number < Number(row.min)) ||
        (row.max !== '' && number > Number(row.max)) ||
        (row.integer === 'true' && !Number.isInteger(number)) ||
        (row.partner === 'WLD' && partner !== 'WLD')
      )
    })
    expect(wrong).toEqual([])
  })

  it('count from January exactly where the indicator says so', () => {
    for (const { code = '', cumulative_ytd } of table('indicators'))
      expect(cumulative_ytd, code).toBe(String(code.endsWith('.ytd')))
  })
})

describe('the reference tables', () => {
  it('name each indicator once, in three languages', () => {
    for (const name of ['name_en', 'name_ru', 'name_kk']) expect(column('indicators', name).size, name).toBe(245)
  })

  it('hold the 249 areas of ISO 3166-1, Kosovo, and the states that are no more', () => {
    const countries = table('areas').filter(({ kind }) => kind === 'country')
    expect(countries).toHaveLength(250)
    for (const field of ['iso2', 'm49']) expect(new Set(countries.map((row) => row[field])).size, field).toBe(250)
    const historic = table('areas').filter(({ kind }) => kind === 'historic')
    for (const code of ['SUN', 'YUG', 'SCG', 'CSK', 'DDR', 'ANT'])
      expect(historic.find((row) => row.code === code)?.valid_to, code).not.toBe('')
  })

  it('give one numeric code of Comtrade or the IMF to one area only', () => {
    for (const field of ['comtrade', 'imf']) {
      const codes = table('areas').flatMap((row) => (row[field] ? [Number(row[field])] : []))
      expect(new Set(codes).size, field).toBe(codes.length)
    }
    const m49 = new Map(table('areas').flatMap(({ code, m49: number }) => (number ? [[Number(number), code]] : [])))
    for (const { code, comtrade } of table('areas')) {
      const other = comtrade ? m49.get(Number(comtrade)) : undefined
      expect(other === undefined || other === code, `${code} ${comtrade}`).toBe(true)
    }
  })

  it('resolve an alias to one area or name the areas it may mean', () => {
    for (const { alias, area, candidates } of table('area-aliases')) {
      const codes = listed(candidates)
      expect(area === '' ? codes.length >= 2 : codes.length === 0, alias).toBe(true)
      for (const code of codes) expect(areas.has(code), code).toBe(true)
    }
    const named = (alias: string) => table('area-aliases').find((row) => row.alias === alias && row.publisher === '')
    expect(named('Congo')).toMatchObject({ area: '', candidates: 'COG;COD' })
    expect(named('Korea')).toMatchObject({ area: '', candidates: 'KOR;PRK' })
    expect(named('Turkey')?.area).toBe('TUR')
    expect(named('Киргизия')?.area).toBe('KGZ')
    expect(named('Қытай Халық Республикасы')?.area).toBe('CHN')
    expect(named('USSR')?.area).toBe('SUN')
    expect(named('Zaire')?.area).toBe('COD')
  })

  it('never use one alias for two areas within one publisher, whatever the case', () => {
    const seen = new Map<string, string>()
    for (const { alias = '', publisher, area, candidates } of table('area-aliases')) {
      const key = `${publisher} ${alias.normalize('NFKD').toLowerCase()}`
      const meaning = area || candidates || ''
      expect(seen.get(key) ?? meaning, alias).toBe(meaning)
      seen.set(key, meaning)
    }
  })

  it("count today's 27 members of the European Union", () => {
    const members = (group: string) => table('area-members').filter((row) => row.group === group)
    expect(members('EU27')).toHaveLength(27)
    expect(members('EAEU').map(({ member }) => member)).toEqual(['ARM', 'BLR', 'KAZ', 'KGZ', 'RUS'])
    expect(members('CA5')).toHaveLength(5)
    expect(members('OECD')).toHaveLength(38)
  })

  it('name only areas and indicators that exist in lists of codes', () => {
    const lists = [
      ...table('events').map(({ partners }) => partners),
      ...table('projects').map(({ investor_countries }) => investor_countries),
      ...table('warnings').flatMap(({ reporter, partner }) => [reporter, partner]),
    ]
    for (const code of lists.flatMap(listed)) expect(areas.has(code), code).toBe(true)
    for (const { id, indicators: codes } of table('claims'))
      for (const code of listed(codes))
        expect(
          indicators.some((known) => known === code || known.startsWith(`${code}.`)),
          `${id} ${code}`,
        ).toBe(true)
  })

  it('have patterns that fit at least one indicator', () => {
    for (const name of ['warnings', 'breaks', 'source-preferences'])
      for (const { indicator } of table(name))
        for (const pattern of listed(indicator))
          expect(
            indicators.some((code) => fits(pattern, code)),
            `${name}: ${pattern}`,
          ).toBe(true)
    for (const { reporter = '', source = '' } of table('source-preferences')) {
      expect(reporter === '*' || areas.has(reporter), reporter).toBe(true)
      expect(source === '*' || sources.has(source), source).toBe(true)
    }
    for (const { reporter = '' } of table('breaks')) expect(reporter === '*' || areas.has(reporter), reporter).toBe(true)
  })

  it('warn of at least thirty traps, each in three languages', () => {
    expect(table('warnings').length).toBeGreaterThanOrEqual(30)
  })

  it('leave 2010 empty in the trade of Kazakhstan', () => {
    const gaps = table('breaks').filter(({ gap }) => gap === 'true')
    expect(gaps.map(({ reporter, indicator, period }) => [reporter, indicator, period])).toEqual([
      ['KAZ', 'trade.exports_usd_m', '2010'],
      ['KAZ', 'trade.imports_usd_m', '2010'],
    ])
  })

  it('tag a project only with a record of the same project', () => {
    for (const { stem, project_id, source_id } of table('projects-tags')) {
      expect(project_id?.split('~')[0]).toBe(stem)
      expect(table('projects').find(({ id }) => id === project_id)?.source_id).toBe(source_id)
    }
  })
})

describe('the recipes of the oil transit share', () => {
  const figures = new Map(
    table('corridors').map((row) => [
      [row.indicator, row.reporter, row.partner, row.period, row.source_id].join(' '),
      Number(row.value),
    ]),
  )
  const sums = new Map<string, Record<string, number>>()
  for (const row of table('oil-transit')) {
    const figure = figures.get([row.indicator, row.reporter, row.partner, row.period, row.source].join(' ')) ?? Number.NaN
    const key = `${row.crosses} ${row.year} ${row.bound}`
    const sum = sums.get(key) ?? {}
    sum[row.role ?? ''] = (sum[row.role ?? ''] ?? 0) + figure * Number(row.factor)
    sums.set(key, sum)
  }
  const percent = (key: string): number => {
    const { stated, numerator = Number.NaN, denominator = Number.NaN } = sums.get(key) ?? {}
    return Math.round(stated ?? (100 * numerator) / denominator)
  }

  it('reproduce the percentages of the notes from stored observations', () => {
    const expected = {
      2006: [80, 80],
      2009: [66, 89],
      2010: [75, 75],
      2013: [62, 84],
      2022: [94, 97],
      2023: [95, 95],
      2024: [96, 96],
      2025: [95, 96],
    }
    for (const [year, bounds] of Object.entries(expected))
      expect([percent(`RUS ${year} low`), percent(`RUS ${year} high`)], year).toEqual(bounds)
    expect([...sums.keys()].filter((key) => key.startsWith('RUS')).length).toBe(16)
  })
})

describe('the CSV reader of the scripts', () => {
  it('reads quotes, doubled quotes, commas and line ends inside quotes, and an empty last field', () => {
    expect(csvRows('a,b\n"x, ""y""\nz",\n')).toEqual([{ a: 'x, "y"\nz', b: '' }])
    expect(csvRows('a,b\r\n1,')).toEqual([{ a: '1', b: '' }])
  })

  it('refuses a record with another number of fields and a quote that does not close', () => {
    expect(() => csvRows('a,b\n1\n')).toThrow('record 2: 1 fields instead of 2')
    expect(() => csvRows('a\n"1\n')).toThrow('a quote does not close')
  })
})
