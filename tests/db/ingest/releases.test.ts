// Releases of the same figures that come in out of order: the latest release is in force, an older one joins the history.
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { redoBatch } from '../../../db/ingest/write/redo.ts'
import { undoBatch } from '../../../db/ingest/write/undo.ts'
import { readKnown } from '../../../db/queries/versions.ts'
import { brokenSeals } from '../../../db/seal/seals.ts'
import { wrongSummaries } from '../../../db/summaries/keep.ts'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { dayFromNumber } from '../../../electron/shared/domain/period.ts'
import { openSmallTestWriter } from '../support/store.ts'
import { clock, header, requestOf, row, write } from './writing.ts'

const store = openSmallTestWriter()
afterAll(() => store.close())
const { raw, db } = store

const FOREVER = '9999-12-31'
/** Values in order of year as known on a day; '' = in force. */
function values(asOf = ''): readonly (number | null)[] {
  const series = raw
    .prepare("SELECT s.id FROM series AS s JOIN source AS c ON c.id = s.source WHERE c.code = 'unit-test'")
    .pluck()
    .all() as number[]
  const inForce = raw.prepare('SELECT value FROM observation WHERE id BETWEEN ? AND ? ORDER BY id').pluck()
  return series.flatMap((id) => {
    const [first, last] = [id * 2 ** 30, (id + 1) * 2 ** 30 - 1]
    return asOf === '' ? (inForce.all(first, last) as number[]) : readKnown(db, first, last, asOf).map(({ value }) => value)
  })
}
const undo = (batch: number | null, cascade = false) => undoBatch(store, batch ?? 0, cascade, clock())
const sound = (): void => {
  expect(brokenSeals(raw)).toEqual([])
  expect(wrongSummaries(raw)).toBe(0)
}
/** Whatever the imports left: short, so that a failure can be read. */
const dump = (): string =>
  ['observation', 'revision']
    .map((table) => `SELECT * FROM ${table} WHERE batch > ${bundled} ORDER BY 1, 2`)
    .concat(
      "SELECT * FROM series WHERE source IN (SELECT id FROM source WHERE code = 'unit-test')",
      "SELECT * FROM source WHERE code = 'unit-test'",
    )
    .map((sql) => JSON.stringify(raw.prepare(sql).all()))
    .join('\n')
const bundled = raw.prepare('SELECT max(id) FROM batch').pluck().get() as number
const before = dump()
afterEach(() => {
  const left = raw.prepare("SELECT id FROM batch WHERE kind = 'import' AND undone_at IS NULL ORDER BY id DESC").pluck()
  for (let [id] = left.all() as number[]; id !== undefined; [id] = left.all() as number[]) undo(id, true)
  expect(dump()).toBe(before)
})

describe('a release of the same day', () => {
  it('is no older one: the one imported last is in force, and known on that day', () => {
    write(store, header + row(2001, 11), { vintage: '2026-06-30' })
    const again = write(store, header + row(2001, 12), { vintage: '2026-06-30' })
    expect(again.rows).toMatchObject({ new: 0, revised: 1 })
    expect(again.warnings.map(({ code }) => code)).not.toContain('older-release')
    expect([values(), values('2026-06-29'), values('2026-06-30')]).toEqual([[12], [], [12]])
    sound()
  })
})

describe('an older release', () => {
  it('joins the history and leaves the figures in force alone', async () => {
    const newer = write(store, header + row(2001, 11) + row(2002, 22), { vintage: '2026-06-30' })
    const older = write(store, header + row(2001, 10) + row(2002, 22) + row(2003, 30), { vintage: '2025-06-30' })
    expect(older.rows).toMatchObject({ read: 3, new: 1, revised: 0, unchanged: 2 })
    expect(older.warnings).toContainEqual(expect.objectContaining({ code: 'older-release', about: ['2', '2025-06-30'] }))
    expect(older.revisions).toEqual([])
    expect([values(), values('2025-06-29'), values('2025-12-31'), values('2026-06-30')]).toEqual([
      [11, 22, 30],
      [],
      [10, 22, 30],
      [11, 22, 30],
    ])
    sound()
    const both = dump()
    undo(older.batch)
    expect([values(), values('2025-12-31')]).toEqual([[11, 22], []])
    sound()
    const again = await redoBatch(store, { ...rest(), batch: older.batch ?? 0 })
    expect([values(), values('2025-12-31')]).toEqual([
      [11, 22, 30],
      [10, 22, 30],
    ])
    expect(dump().length).toBe(both.length)
    undo(again.batch)
    undo(newer.batch)
    expect(dump()).toBe(before)
  })

  it('comes into force when the later one is taken back, and not before', () => {
    const newer = write(store, header + row(2001, 11) + row(2002, 22), { vintage: '2026-06-30' })
    const older = write(store, header + row(2001, 10), { vintage: '2025-06-30' })
    expect(undo(newer.batch)).toMatchObject({ removed: 1, restored: 1, cascaded: [] })
    expect([values(), values('2025-12-31')]).toEqual([[10], [10]])
    sound()
    undo(older.batch)
    expect(dump()).toBe(before)
  })

  it('stands between the releases before and behind it', () => {
    const oldest = write(store, header + row(2001, 1), { vintage: '2024-06-30' })
    const newest = write(store, header + row(2001, 3), { vintage: '2026-06-30' })
    const middle = write(store, header + row(2001, 2), { vintage: '2025-06-30' })
    const days = ['2024-07-01', '2025-07-01', '2026-07-01', ''] as const
    expect(days.map((day) => values(day))).toEqual([[1], [2], [3], [3]])
    undo(newest.batch)
    expect(days.map((day) => values(day))).toEqual([[1], [2], [2], [2]])
    sound()
    // by now the middle one rests on the oldest
    expect(() => undo(oldest.batch)).toThrow(CallError)
    expect(undo(oldest.batch, true)).toMatchObject({ cascaded: [middle.batch] })
    expect(dump()).toBe(before)
  })

  it('is not kept twice', () => {
    const newer = write(store, header + row(2001, 11), { vintage: '2026-06-30' })
    const older = write(store, header + row(2001, 10), { vintage: '2025-06-30' })
    const again = write(store, `${header}${row(2001, 10)}\n`, { vintage: '2025-12-31' })
    expect(again.rows).toMatchObject({ read: 1, unchanged: 1 })
    expect(again.warnings.map(({ code }) => code)).not.toContain('older-release')
    for (const { batch } of [again, older, newer]) undo(batch)
    expect(dump()).toBe(before)
  })

  it('joins the history where a later release confirmed what stands, and comes into force when that one is taken back', async () => {
    const first = write(store, header + row(2001, 1) + row(2002, 2), { vintage: '2024-06-30' })
    const confirming = write(store, `${header}${row(2001, 1)}${row(2002, 2)}\n`, { vintage: '2026-06-30' })
    expect(confirming.rows).toMatchObject({ unchanged: 2, revised: 0 })
    const between = write(store, header + row(2001, 5) + row(2003, 3), { vintage: '2025-06-30' })
    expect(between.rows).toMatchObject({ new: 1, revised: 0, unchanged: 1 })
    expect(between.warnings).toContainEqual(expect.objectContaining({ code: 'older-release', about: ['1', '2025-06-30'] }))
    expect(between.warnings.map(({ code }) => code)).not.toContain('older-release-revises')
    const days = ['2024-07-01', '2025-07-01', '2026-07-01', ''] as const
    const known = [
      [1, 2],
      [5, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]
    expect(days.map((day) => values(day))).toEqual(known)
    sound()
    undo(confirming.batch)
    expect(days.map((day) => values(day))).toEqual([
      [1, 2],
      [5, 2, 3],
      [5, 2, 3],
      [5, 2, 3],
    ])
    sound()
    const again = await redoBatch(store, { ...rest(), batch: confirming.batch ?? 0 })
    expect(days.map((day) => values(day))).toEqual(known)
    for (const { batch } of [again, between, first]) undo(batch)
    expect(dump()).toBe(before)
  })

  it('of the day of another comes behind it: of two words of one day the later one is known', () => {
    write(store, header + row(2001, 1), { vintage: '2024-06-30' })
    write(store, `${header}${row(2001, 1)}\n`, { vintage: '2026-06-30' })
    const same = write(store, header + row(2001, 5), { vintage: '2024-06-30' })
    expect(same.rows).toMatchObject({ new: 0, revised: 0 })
    expect(['2024-06-29', '2024-06-30', '2026-06-29', '2026-06-30', ''].map(values)).toEqual([[], [5], [5], [1], [1]])
    sound()
  })

  it('joins the history of a stretch that a later release had whole, and of no other figure', () => {
    const first = write(store, header + [2001, 2002, 2003, 2004].map((year) => row(year, 1)).join(''), { vintage: '2024-06-30' })
    const confirming = write(store, header + row(2003, 1) + row(2004, 1), { vintage: '2026-06-30' })
    const between = write(store, header + row(2002, 5) + row(2003, 5), { vintage: '2025-06-30' })
    expect(between.rows).toMatchObject({ revised: 1, unchanged: 1 })
    // of 2002 the later release said nothing, which is not remembered figure by figure
    expect(between.warnings).toContainEqual(
      expect.objectContaining({ code: 'older-release-revises', about: ['1', '2025-06-30'] }),
    )
    expect([values('2025-07-01'), values()]).toEqual([
      [1, 5, 5, 1],
      [1, 5, 1, 1],
    ])
    sound()
    for (const { batch } of [confirming, between, first]) undo(batch)
    expect(dump()).toBe(before)
  })

  it('revises figures of a series of which a later release left some out, and says so', () => {
    const first = write(store, header + [2001, 2002, 2003].map((year) => row(year, 1)).join(''), { vintage: '2024-06-30' })
    const gaps = write(store, header + row(2001, 1) + row(2003, 1), { vintage: '2026-06-30' })
    const between = write(store, header + row(2001, 5), { vintage: '2025-06-30' })
    expect(between.rows).toMatchObject({ revised: 1 })
    expect(between.warnings).toContainEqual(
      expect.objectContaining({ code: 'older-release-revises', about: ['1', '2025-06-30'] }),
    )
    undo(between.batch)
    undo(gaps.batch)
    // with the later one gone nothing is in doubt
    const alone = write(store, header + row(2001, 5), { vintage: '2025-06-30' })
    expect(alone.rows).toMatchObject({ revised: 1 })
    expect(alone.warnings.map(({ code }) => code)).not.toContain('older-release-revises')
    undo(alone.batch)
    undo(first.batch)
    expect(dump()).toBe(before)
  })

  it('is known by its own column of days, and redone as what it was', async () => {
    const newer = write(store, dated([2001, 11, '2026-06-30'], [2002, 22, '2026-06-30']))
    const older = write(store, dated([2001, 10, '2025-06-30'], [2002, 22, '2025-06-30']))
    expect(older.rows).toMatchObject({ read: 2, revised: 0, unchanged: 2 })
    expect(older.warnings).toContainEqual(expect.objectContaining({ code: 'older-release', about: ['2', '2025-06-30'] }))
    const days = ['2025-06-29', '2025-12-31', '2026-06-30', ''] as const
    const known = [[], [10, 22], [11, 22], [11, 22]]
    expect(days.map((day) => values(day))).toEqual(known)
    sound()
    undo(older.batch)
    const again = await redoBatch(store, { ...rest(), batch: older.batch ?? 0 })
    expect(days.map((day) => values(day))).toEqual(known)
    undo(newer.batch)
    expect(values()).toEqual([10, 22])
    undo(again.batch)
    expect(dump()).toBe(before)
  })

  it('goes by what the user says, whatever the column says', () => {
    const newer = write(store, dated([2001, 11, '2026-06-30']))
    const said = write(store, dated([2001, 10, '2025-06-30']), { vintage: '2026-07-31' })
    expect(said.rows).toMatchObject({ revised: 1 })
    undo(said.batch)
    undo(newer.batch)
    expect(dump()).toBe(before)
  })

  it('is none where a file names several days: its figures count as of the day of import, and it says so', () => {
    const newer = write(store, dated([2001, 11, '2026-06-30'], [2002, 22, '2026-06-30']))
    const mixed = write(store, dated([2001, 10, '2025-06-30'], [2002, 22, '2026-06-30']))
    expect(mixed.rows).toMatchObject({ revised: 1, unchanged: 1 })
    expect(mixed.warnings).toContainEqual(
      expect.objectContaining({ code: 'several-releases', about: ['2025-06-30', '2026-06-30'] }),
    )
    expect(vintageOf(mixed.batch)).toBe('2026-11-24')
    undo(mixed.batch)
    const unchanged = write(store, dated([2001, 11, '2025-06-30'], [2002, 22, '2026-06-30']))
    expect(unchanged.warnings.map(({ code }) => code)).not.toContain('several-releases')
    undo(unchanged.batch)
    undo(newer.batch)
    expect(dump()).toBe(before)
  })

  it('keeps nothing of a day when another one turns up late', () => {
    const newer = write(store, dated([2001, 11, '2026-06-30']))
    // enough that figures may be written by the first day before the last line is read
    const many = ['CHN', 'DEU', 'KGZ'].flatMap((partner) =>
      Array.from({ length: 15_000 }, (_, i) => datedRow(isoDay(i), i, '2025-06-30', partner)),
    )
    const late = write(store, datedHeader + many.join('') + datedRow(2001, 10, '2025-07-31'))
    expect(late.rows).toMatchObject({ new: 45_000, revised: 1 })
    expect(late.warnings.map(({ code }) => code)).toContain('several-releases')
    expect(vintageOf(late.batch)).toBe('2026-11-24')
    sound()
    undo(late.batch)
    undo(newer.batch)
    expect(dump()).toBe(before)
  })

  it('counts for nothing where no day is said: the file is the newest word', () => {
    const far = write(store, header + row(2001, 11), { vintage: '2026-11-30' })
    const plain = write(store, header + row(2001, 12))
    expect(plain.rows).toMatchObject({ revised: 1 })
    expect(values()).toEqual([12])
    undo(plain.batch)
    undo(far.batch)
    expect(dump()).toBe(before)
  })
})

const datedHeader = 'indicator,reporter,partner,period,value,unit,source,vintage\n'
const dated = (...rows: readonly (readonly [number | string, number, string])[]): string =>
  datedHeader + rows.map(([period, value, day]) => datedRow(period, value, day)).join('')
const datedRow = (period: number | string, value: number, day: string, partner = 'RUS'): string =>
  `trade.imports_usd_m,KAZ,${partner},${period},${value},USD_M,unit-test,${day}\n`
/** Day by day from 1970-01-01. */
const isoDay = (days: number): string => {
  const { year, month, day } = dayFromNumber(days)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}
const vintageOf = (batch: number | null) => raw.prepare('SELECT vintage FROM batch WHERE id = ?').pluck().get(batch)

interface Release {
  readonly day: string
  /** the cells it covers, 0 to 4 */
  readonly cells: readonly number[]
}
const releases: fc.Arbitrary<Release[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 2, maxLength: 5 })
  .chain((days) =>
    fc.tuple(
      ...days.map((day) =>
        fc
          .subarray([0, 1, 2, 3, 4], { minLength: 1 })
          .map((cells) => ({ day: `2025-02-${String(day).padStart(2, '0')}`, cells })),
      ),
    ),
  )
const day = ({ day: text }: Release): number => Number(text.slice(8))
/** Every release has figures of its own, so that an answer tells where it came from. */
const fileOf = (release: Release): string =>
  header + release.cells.map((cell) => row(2001 + cell, day(release) * 100 + cell)).join('')
/** What must be known on a day of some releases. */
const expected = (some: readonly Release[], asOf: string): readonly number[] =>
  [0, 1, 2, 3, 4].flatMap((cell) => {
    const known = some.filter((release) => release.day <= asOf && release.cells.includes(cell)).sort((a, b) => day(b) - day(a))
    return known[0] ? [day(known[0]) * 100 + cell] : []
  })

describe('releases in any order', () => {
  it('end with the same figures in force and on every day, also when some are taken back', () => {
    fc.assert(
      fc.property(releases, fc.infiniteStream(fc.nat()), (order, choice) => {
        const there = new Map<number, Release>()
        const check = (): void => {
          const some = [...there.values()]
          expect(values()).toEqual(expected(some, FOREVER))
          for (const { day: asOf } of order) expect(values(asOf)).toEqual(expected(some, asOf))
        }
        for (const release of order) {
          there.set(write(store, fileOf(release), { vintage: release.day }).batch ?? 0, release)
          check()
        }
        let tookBack = false
        while (there.size > 0) {
          const batches = [...there.keys()]
          const batch = batches[(choice.next().value as number) % batches.length] as number
          for (const gone of [batch, ...undo(batch, true).cascaded]) there.delete(gone)
          check()
          if (!tookBack) sound()
          tookBack = true
        }
      }),
      { seed: 27, numRuns: 12 },
    )
  }, 120_000)

  it('end so too where releases confirm each other, each with a stretch of the series', () => {
    const stretches = fc
      .uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 2, maxLength: 5 })
      .chain((days) =>
        fc.tuple(
          ...days.map((one) =>
            fc
              .tuple(fc.nat(4), fc.nat(4), fc.nat(1))
              .map(([a, b, value]) => ({ day: one, from: Math.min(a, b), to: Math.max(a, b), value })),
          ),
        ),
      )
    const textOf = (one: number): string => `2025-02-${String(one).padStart(2, '0')}`
    fc.assert(
      fc.property(stretches, (order) => {
        const known = (some: typeof order, asOf: number): readonly number[] =>
          [0, 1, 2, 3, 4].flatMap((cell) => {
            const last = some
              .filter(({ day: one, from, to }) => one <= asOf && from <= cell && cell <= to)
              .sort((a, b) => b.day - a.day)
            return last[0] ? [last[0].value] : []
          })
        const some: typeof order = []
        for (const release of order) {
          const years = Array.from({ length: release.to - release.from + 1 }, (_, i) => 2001 + release.from + i)
          // a line of its own, so that no two files are the same
          const text = `${header}${years.map((year) => row(year, release.value)).join('')}# ${release.day}\n`
          write(store, text, { vintage: textOf(release.day) })
          some.push(release)
          expect(values()).toEqual(known(some, 99))
          for (const { day: asOf } of order) expect(values(textOf(asOf))).toEqual(known(some, asOf))
        }
        sound()
        const batches = raw.prepare("SELECT id FROM batch WHERE kind = 'import' AND undone_at IS NULL ORDER BY id DESC").pluck()
        for (const id of batches.all() as number[]) undo(id, true)
        expect(dump()).toBe(before)
      }),
      { seed: 7, numRuns: 25 },
    )
  }, 120_000)
})

function rest() {
  const {
    descriptor: _descriptor,
    name: _name,
    options: _options,
    profile: _profile,
    ...kept
  } = requestOf(store, '/dev/null', {})
  return kept
}
