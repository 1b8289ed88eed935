// Hole: a way out of Node that no trap replaced. Promise: in a network namespace without interfaces the program builds its store, imports, checks
// and answers as everywhere. Where the system gives no such namespace, the same commands run under a trap of system calls or of sockets instead.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../cli/support/run.ts'
import { storeCopy, temporaryFolder } from '../db/support/store.ts'
import { trap } from './trap.ts'

const main = join(root, 'out', 'main', 'cli.js')
const hasNamespace = spawnSync('unshare', ['-rn', 'true']).status === 0

function runAlone(...args: readonly string[]): {
  readonly status: number | null
  readonly out: string
  readonly told: readonly string[]
} {
  const file = join(temporaryFolder(), 'trap.cjs')
  writeFileSync(file, trap)
  const node = [process.execPath, '--require', file, main, ...args]
  const [command = '', ...rest] = hasNamespace ? ['unshare', '-rn', ...node] : node
  const { status, stdout, stderr } = spawnSync(command, rest, { encoding: 'utf8', timeout: 60_000 })
  return { status, out: stdout, told: stderr.split('\n').filter((line) => line.startsWith('TRAP ')) }
}

describe(hasNamespace ? 'in a namespace without interfaces' : 'under the trap, for want of a namespace', () => {
  const store = storeCopy()
  const csv = join(temporaryFolder(), 'a.csv')
  writeFileSync(csv, 'indicator,reporter,partner,period,value,unit,source\ntrade.imports_usd_m,KAZ,RUS,2001,5,USD_M,s\n')

  it('there is no way out at all, or every way is watched', () => {
    const look = `const net = require('node:net'); net.connect({ host: '192.0.2.1', port: 9 }).on('error', (e) => { console.log(e.code); }).setTimeout(500, function () { this.destroy(); console.log('open') })`
    const file = join(temporaryFolder(), 'look.cjs')
    const trapFile = join(temporaryFolder(), 'trap.cjs')
    writeFileSync(file, look)
    writeFileSync(trapFile, trap)
    const node = [process.execPath, '--require', trapFile, file]
    const [command = '', ...rest] = hasNamespace ? ['unshare', '-rn', ...node] : node
    const { stdout, stderr } = spawnSync(command, rest, { encoding: 'utf8' })
    expect(stderr).toContain('TRAP connect')
    if (hasNamespace) expect(stdout.trim()).toBe('ENETUNREACH')
  })

  it.each([
    ['import', () => ['import', csv, '--store', store, '--json']],
    ['check', () => ['check', '--store', store]],
    ['backups', () => ['backups', '--store', store]],
    ['dependence', () => ['dependence', '--reporter', 'KAZ', '--on', 'RUS', '--from', '2015', '--store', store, '--json']],
  ])('%s works and asks for nothing', (_name, args) => {
    const ran = runAlone(...args())
    expect(ran).toMatchObject({ status: 0, told: [] })
    expect(ran.out.length).toBeGreaterThan(20)
  })
})
