// R4 and R6 from the command line: a backup before every import, the list, the restore, and the way out of a damaged store.
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storeCopy, temporaryFolder } from '../db/support/store.ts'
import { openTestHost } from '../loopback/support/host.ts'
import { run } from './support/run.ts'

const csv = join(temporaryFolder(), 'update.csv')
writeFileSync(
  csv,
  'indicator,reporter,partner,period,value,unit,source\ntrade.imports_usd_m,KAZ,RUS,2001,10,USD_M,cli-test\ntrade.imports_usd_m,KAZ,RUS,2002,20,USD_M,cli-test\n',
)

describe('backups on the command line', () => {
  it('are made before an import, listed, and restored with the replaced store kept', () => {
    const store = storeCopy()
    expect(run(['backups', '--store', store]).out).toContain('There are no backups yet')
    expect(run(['import', csv, '--store', store]).code).toBe(0)
    expect(run(['backups', '--store', store, '--json']).json()).toMatchObject({
      backups: [{ number: 1, reason: 'import', figures: 87_623, same: false }],
      replaced: 0,
    })
    const restored = run(['restore', '--backup', '1', '--store', store, '--json'])
    expect(restored.json()).toEqual({ number: 1, figures: 87_623 })
    expect(run(['batches', '--store', store, '--json']).json()).toHaveLength(6)
    expect(run(['check', '--store', store]).out).toContain('The store is whole.')
    expect(run(['backups', '--store', store, '--json']).json()).toMatchObject({ backups: [{ same: true }], replaced: 1 })
  })

  it('are the way out of a damaged store, which stays as it was found', () => {
    const store = storeCopy()
    run(['backups', '--make', '--store', store])
    const descriptor = openSync(store, 'r+')
    writeSync(descriptor, Buffer.alloc(4096), 0, 4096, 0)
    closeSync(descriptor)
    const damaged = readFileSync(store)
    const check = run(['check', '--store', store])
    expect(check.code).toBe(1)
    expect(check.err).toContain('Restore a backup')
    expect(readFileSync(store).equals(damaged)).toBe(true)
    expect(run(['backups', '--store', store, '--json']).json()).toMatchObject({ backups: [{ number: 1, same: null }] })
    expect(run(['restore', '--backup', '1', '--store', store]).out).toContain('Backup 1 is the store now: 87623 figures.')
    expect(run(['check', '--store', store]).code).toBe(0)
  })

  it('say what is wrong with a number', () => {
    const store = storeCopy()
    expect(run(['restore', '--store', store])).toMatchObject({ code: 2 })
    expect(run(['restore', '--backup', 'x', '--store', store])).toMatchObject({ code: 2 })
    const missing = run(['restore', '--backup', '4', '--store', store])
    expect(missing.code).toBe(1)
    expect(missing.err).toContain('There is no backup 4.')
  })
})

describe('backups in a running host', () => {
  it('are restored under the page: calls wait, and then see the restored figures', async () => {
    const host = openTestHost('loopback')
    await host.ready()
    const phases: string[] = []
    host.listen((name, value) => void (name === 'store.state' && 'phase' in value && phases.push(value.phase)))
    await host.client['settings.set']({ language: 'kk' })
    expect(await host.client['backups.make']({})).toEqual({ number: 1 })
    await host.client['settings.set']({ language: 'ru' })
    const restoring = host.client['backups.restore']({ number: 1 })
    const asked = host.client['settings.get']({})
    expect(await restoring).toEqual({ number: 1, figures: 87_623 })
    expect(['kk', 'ru']).toContain((await asked).language)
    expect((await host.client['settings.get']({})).language).toBe('kk')
    expect(phases).toEqual(['opening', 'ready'])
    await expect(host.client['backups.restore']({ number: 9 })).rejects.toMatchObject({ code: 'not-found' })
    expect((await host.client['settings.get']({})).language).toBe('kk')
    await host.close()
  })
})
