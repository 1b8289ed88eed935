// Hole: a program for closed rooms that speaks to the network. Promise: the command line, the threads and the browser host open nothing but
// loopback, whatever they do; proven by replacing every way out of Node before the program starts.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../cli/support/run.ts'
import { storeCopy, temporaryFolder } from '../db/support/store.ts'
import { trap } from './trap.ts'

function runTrapped(...args: readonly string[]) {
  const file = join(temporaryFolder(), 'trap.cjs')
  writeFileSync(file, trap)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', file, join(root, 'out', 'main', 'cli.js'), ...args],
    {
      encoding: 'utf8',
      timeout: 60_000,
    },
  )
  return { status, stdout, trapped: stderr.split('\n').filter((line) => line.startsWith('TRAP ')) }
}

describe('the command line', () => {
  it('builds a store without the network', () => {
    const ran = runTrapped('init', '--store', join(temporaryFolder(), 's.sqlite'), '--json')
    expect(ran).toMatchObject({ status: 0, trapped: [] })
  })

  it.each([
    [['check']],
    [['shares', '--indicator', 'trade.imports_usd_m', '--reporter', 'KAZ', '--period', '2023']],
    [['observations', '--indicator', 'trade.imports_usd_m', '--reporter', 'KAZ', '--partner', 'RUS']],
  ])('answers %j without the network', (args) => {
    expect(runTrapped(...args, '--store', storeCopy())).toMatchObject({ status: 0, trapped: [] })
  })

  it('and the trap does see what it should', () => {
    const file = join(temporaryFolder(), 'calls.cjs')
    writeFileSync(file, "require('node:net').connect({ host: '192.0.2.1', port: 9 }).on('error', () => {}).destroy()")
    const trapFile = join(temporaryFolder(), 'trap.cjs')
    writeFileSync(trapFile, trap)
    const { stderr } = spawnSync(process.execPath, ['--require', trapFile, file], { encoding: 'utf8' })
    expect(stderr).toContain('TRAP connect')
  })
})

describe('the built page', () => {
  it('asks for nothing by a full address, not even a font', async () => {
    const { readdirSync, readFileSync } = process.getBuiltinModule('node:fs')
    const folder = join(root, 'out', 'renderer')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|css)$/.test(name))
    const outside = files.filter((name) =>
      /(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//.test(readFileSync(join(folder, name), 'utf8')),
    )
    expect(outside).toEqual([])
  })
})
