// The frame that every command shares, and the first commands over the same handlers as the page.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plain, table } from '../../cli/text.ts'
import { builtStore, temporaryFolder } from '../db/support/store.ts'
import { run } from './support/run.ts'

const store = builtStore()

describe('figures', () => {
  it("shares give Russia's and China's part of Kazakhstan's imports with their source", () => {
    const ran = run([
      'shares',
      '--indicator',
      'trade.imports_usd_m',
      '--reporter',
      'KAZ',
      '--period',
      '2023',
      '--store',
      store,
      '--json',
    ])
    expect(ran).toMatchObject({ code: 0, err: '' })
    const answer = ran.json() as { source: string; partners: { partner: string; share: number }[]; hhi: number; n: number }
    const shareOf = (code: string) => answer.partners.find(({ partner }) => partner === code)?.share
    expect(shareOf('RUS')?.toFixed(3)).toBe('0.279')
    expect(shareOf('CHN')?.toFixed(3)).toBe('0.255')
    expect(answer.source).not.toBe('')
    expect(Object.keys(answer).sort()).toEqual(
      'allocated effectivePartners hhi hhiHigh hhiLow hhiNormalised n partners shannonEffectivePartners source total unallocated'.split(
        ' ',
      ),
    )
  })

  it('observations come with their provenance', () => {
    const words = '--indicator trade.imports_usd_m --reporter KAZ --partner RUS --period 2023'.split(' ')
    const [row] = run(['observations', ...words, '--store', store, '--json']).json() as Record<string, unknown>[]
    expect(Object.keys(row ?? {}).sort()).toEqual(
      'batch indicator line note partner period reporter source status unit value vintage'.split(' '),
    )
    expect(row).toMatchObject({
      indicator: 'trade.imports_usd_m',
      reporter: 'KAZ',
      partner: 'RUS',
      period: '2023',
      unit: 'USD_M',
    })
  })

  it('concentration needs no store and does not round', () => {
    const values = run(['concentration', '--values', '30,30,20,20', '--json'])
    expect(values.json()).toMatchObject({ total: 100, hhi: 0.26, n: 4, unallocated: 0 })
    const open = run(['concentration', '--values', '30,30,20', '--unallocated', '20', '--json'])
    expect(open.json()).toMatchObject({ total: 100, hhiLow: 0.22, hhiHigh: 0.26, unallocated: 20, n: 3 })
  })

  it('check finds the bundled store whole', () => {
    const ran = run(['check', '--store', store, '--json'])
    expect(ran.code).toBe(0)
    expect(ran.json()).toMatchObject({ ok: true, problems: [], store: { figures: 87_623 }, host: { errors: [] } })
  })

  it('check prints for a helper what holds no path and no name of a file', () => {
    const { out } = run(['check', '--store', store])
    expect(out).toMatch(/^The store is whole\.\n\nmultivector \d/)
    expect(out).toMatch(/^seals \d+ over \d+ rows$/m)
    for (const word of [store, '/tmp', '.sqlite', '.csv', 'Kazakhstan']) expect(out).not.toContain(word)
  })
})

describe('import', () => {
  it('prints a report in the order of its description, warnings before the time it took', () => {
    const file = join(import.meta.dirname, '../fixtures/csv/wits-unit-of-the-user.csv')
    const [report] = run(['import', file, '--dry-run', '--unit', 'USD_M', '--store', store, '--json']).json() as object[]
    expect(Object.keys(report ?? {}).join(' ')).toBe(
      'file outcome reason sha256 encoding delimiter decimal format batch dryRun rows revisions rejected skipped warnings ms',
    )
  })
})

describe('init', () => {
  it('builds the store and says what is in it', () => {
    const file = join(temporaryFolder(), 'new', 'store.sqlite')
    const ran = run(['init', '--store', file, '--json'])
    expect(ran.code).toBe(0)
    expect(ran.json()).toMatchObject({ store: file, observations: 87_623, indicators: 245, ms: expect.any(Number) })
    const again = run(['init', '--store', file, '--json'])
    expect(again.code).toBe(1)
    expect(again.json()).toMatchObject({ error: { code: 'store-exists' } })
    expect(again.err).toBe(
      `multivector init: The store store.sqlite is there already and was left as it is. Name another file with --store.\n`,
    )
  })

  it('leaves out sources with narrow terms when it is told to', () => {
    const file = join(temporaryFolder(), 'open.sqlite')
    const { observations } = run(['init', '--open-only', '--store', file, '--json']).json() as { observations: number }
    expect(observations).toBeGreaterThan(1_000)
    expect(observations).toBeLessThan(87_623)
  })

  it("uses the user's own folder by default", () => {
    const data = temporaryFolder()
    const ran = run(['init', '--json'], { env: { XDG_DATA_HOME: data, HOME: data, APPDATA: data } })
    expect(existsSync((ran.json() as { store: string }).store)).toBe(true)
    expect((ran.json() as { store: string }).store.startsWith(data)).toBe(true)
  })
})

describe('a store', () => {
  it('that is a folder is said to be one, and nothing is made in it', () => {
    const folder = temporaryFolder()
    const ran = run(['batches', '--store', folder, '--json'])
    expect(ran.code).toBe(1)
    expect(ran.json()).toMatchObject({ error: { code: 'refused', detail: 'is-folder' } })
    expect(ran.err).toContain('is a folder. Name the file of a store with --store.')
  })

  it('behind a path that is not there is refused and no folder made; a new one is told', () => {
    const folder = temporaryFolder()
    const gone = join(folder, 'gone')
    const refused = run(['batches', '--store', join(gone, 'new', 's.sqlite'), '--json'])
    expect(refused.code).toBe(1)
    expect(refused.json()).toMatchObject({ error: { code: 'store-missing', detail: 'folder-missing' } })
    expect(refused.err).toContain(`There is no folder ${gone} for the store s.sqlite.`)
    expect(existsSync(gone)).toBe(false)
    const file = join(folder, 'мои данные', 'новые.sqlite')
    expect(run(['undo', '--batch', '7', '--store', file])).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no store новые.sqlite there.'),
    })
    expect(existsSync(file)).toBe(false)
    const made = run(['batches', '--store', file, '--json'])
    expect(made).toMatchObject({ code: 0, err: expect.stringContaining(`There is no store ${file} yet. Building it`) })
    expect(made.json()).toHaveLength(6)
  })
})

describe('wrong usage', () => {
  it('ends its sentence once', () => {
    const { code, err } = run(['observations', '--indicator', 'trade.imports_usd_m', '--period', '20x3', '--store', store])
    expect(code).toBe(2)
    expect(err).toContain('(2018/2023). Usage:')
  })

  it.each([
    [['bogus'], 'there is no command bogus. Usage:'],
    [['impotr', 'q3.csv'], 'there is no command impotr. Did you mean import? Usage:'],
    [['shares', '--bogus'], "Unknown option '--bogus'. Usage:"],
    [['shares', '--indicater', 'x'], "Unknown option '--indicater'. Did you mean --indicator? Usage:"],
    [['batches', '--store', ''], '--store is empty'],
    [['import'], 'nothing is named behind import'],
    [['shares'], '--indicator is missing'],
    [['check', 'extra'], 'extra is not expected here'],
    [['concentration', '--values', '1,x'], '--values has "x"'],
    [['concentration', '--values', '1,,2'], '--values has ""'],
    [['serve', '--port', '0'], '--port must be'],
    [['serve', '--port', '65536'], '--port must be'],
  ])('%j exits with 2 and says how it is used', (args, why) => {
    const ran = run(args)
    expect(ran.code).toBe(2)
    expect(ran.out).toBe('')
    expect(ran.err).toContain(why)
    expect(ran.err).toContain('Usage: multivector')
    expect(ran.err.trim().split('\n')).toHaveLength(1)
  })

  it('with --json is one JSON document on standard output too', () => {
    expect(run(['shares', '--json']).json()).toMatchObject({
      error: { code: 'invalid-request', message: '--indicator is missing' },
    })
  })

  it('without a command prints the list of commands', () => {
    expect(run([])).toMatchObject({ code: 2, out: expect.stringContaining('shares') })
    expect(run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('serve') })
    const help = run(['shares', '--help'])
    expect(help).toMatchObject({ code: 0, out: expect.stringMatching(/--indicator ID[\s\S]*--store FILE and --json/) })
    expect(run(['help', 'shares'])).toEqual({ ...help, json: expect.any(Function) })
    expect(run(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^multivector \d+\.\d+\.\d+\n$/) })
  })
})

describe('text for a terminal', () => {
  it('loses control characters and marks that turn the direction of writing', () => {
    expect(plain('a\u001b[31mred\u0007\u202egpj.exe')).toBe('a\ufffd[31mred\ufffd\ufffdgpj.exe')
    expect(plain('Қазақстан\tа\nб')).toBe('Қазақстан\tа\nб')
  })

  it('stands in columns, numbers to the right', () => {
    expect(
      table(
        ['partner', 'value'],
        [
          ['RUS', 5],
          ['CHN', 1000],
          ['X\nY', null],
        ],
      ),
    ).toBe('partner  value\nRUS          5\nCHN       1000\nX Y          –')
  })

  it('names an unknown cell in one line without a stack', () => {
    const ran = run(['shares', '--indicator', 'trade.imports_usd_m', '--reporter', 'KAZ', '--period', '1801', '--store', store])
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toMatch(/^multivector shares: .*1801.*\n$/)
  })
})
