// The copy that needs no installation: built for this machine around the Node that runs the tests (a real one is fetched by
// `npm run dist:portable`), unzipped elsewhere, started by what a user double-clicks, with every way to the network trapped.
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { KEEP_HERE } from '../../../electron/host/paths.ts'
import { http } from '../../../electron/shared/contract/http.ts'
import { launchers } from '../../../scripts/package/launchers.ts'
import { buildPortable, layOut, portableProblems } from '../../../scripts/package/portable.ts'
import { assertIntegrity, runtimeNames } from '../../../scripts/package/runtime.ts'
import { ownTarget, targetNamed } from '../../../scripts/package/targets.ts'
import { type Running, startProgram } from '../../cli/support/run.ts'
import { temporaryFolder } from '../../db/support/store.ts'
import { exchangeKey, pageFetch } from '../../loopback/support/host.ts'
import { trap } from '../../security/trap.ts'

const root = resolve(import.meta.dirname, '../../..')
const runtime = { version: process.versions.node, program: process.execPath, licence: join(root, 'LICENSE') }
const target = ownTarget()
const running: Running[] = []

/** Unpacks as an archive program does, with the right to run where the archive says so. */
async function unzip(path: string, folder: string): Promise<void> {
  const zip = await openPromise(path)
  for await (const entry of zip.eachEntry()) {
    const file = join(folder, entry.fileName)
    mkdirSync(dirname(file), { recursive: true })
    await pipeline(
      await zip.openReadStreamPromise(entry),
      createWriteStream(file, { mode: (entry.externalFileAttributes >>> 16) & 0o777 }),
    )
  }
}

let copy = ''
beforeAll(async () => {
  const { path } = await buildPortable(root, target, runtime, temporaryFolder(), 0)
  const folder = join(temporaryFolder(), 'a stick with spaces')
  await unzip(path, folder)
  rmSync(path)
  copy = join(folder, readdirSync(folder)[0] ?? '')
})
afterAll(async () => {
  for (const one of running) {
    one.stop()
    await one.exited
  }
  rmSync(copy, { recursive: true, force: true })
})

interface Started {
  readonly call: (name: string, request: object) => Promise<unknown>
  readonly page: () => Promise<string>
  readonly said: Running
}

async function startCopy(env: Readonly<Record<string, string>>): Promise<Started> {
  const trapFile = join(temporaryFolder(), 'trap.cjs')
  writeFileSync(trapFile, trap)
  const [launcher] = launchers(target, '', '')
  const said = startProgram(join(copy, launcher?.path ?? ''), ['--no-open'], { NODE_OPTIONS: `--require ${trapFile}`, ...env })
  running.push(said)
  const [address] = await said.says(/http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{43}/)
  const { origin } = new URL(address)
  const token = await exchangeKey({ origin, printed: address, once: () => address, close: async () => {} })
  const call = async (name: string, request: object): Promise<unknown> => {
    const reply = await pageFetch(origin)(`${origin}${http.call}${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [http.tokenHeader]: token },
      body: JSON.stringify(request),
    })
    return ((await reply.json()) as { value: unknown }).value
  }
  return { call, page: async () => (await fetch(origin)).text(), said }
}

const KAZAKH_IMPORTS = { indicator: 'trade.imports_usd_m', reporter: 'KAZ', period: '2023' }

describe('the copy that needs no installation', () => {
  it('opens by its launcher without the network, shows the page, reads a figure and keeps the store beside itself', async () => {
    const { call, page, said } = await startCopy({})
    expect(await page()).toContain('<div id="root">')
    const { partners } = (await call('shares.query', KAZAKH_IMPORTS)) as { partners: { partner: string; share: number }[] }
    expect(partners.find(({ partner }) => partner === 'RUS')?.share.toFixed(3)).toBe('0.279')
    expect(existsSync(join(copy, 'data', 'multivector.sqlite'))).toBe(true)
    said.stop()
    await said.exited
    await expect(said.says(/TRAP/)).rejects.toThrow('ended without')
  })

  it("keeps the store in the user's folder when the marker file is taken away", async () => {
    const own = temporaryFolder()
    rmSync(join(copy, KEEP_HERE))
    const { call, said } = await startCopy({ HOME: own, APPDATA: own, XDG_DATA_HOME: own })
    expect(await call('host.info', {})).toMatchObject({ host: 'loopback', store: 'multivector.sqlite' })
    said.stop()
    await said.exited
    const found = readdirSync(own, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('multivector'))
    expect(found).not.toEqual([])
  })

  it('holds for Windows and macOS what it must and nothing else, with a launcher that such a system starts', () => {
    for (const [name, launcher, line] of [
      ['win-x64', 'Multivector.cmd', '"%~dp0runtime\\node.exe" "%~dp0app\\out\\main\\cli.js" serve --open %*\r\n'],
      ['mac-arm64', 'Multivector.command', 'exec "$here/runtime/bin/node" "$here/app/out/main/cli.js" serve --open "$@"\n'],
    ] as const) {
      const folder = join(temporaryFolder(), name)
      layOut(root, targetNamed(name), { ...runtime, program: join(root, 'LICENSE') }, folder)
      expect(portableProblems(root, targetNamed(name), folder)).toEqual([])
      expect(readFileSync(join(folder, launcher), 'utf8')).toContain(line)
      writeFileSync(join(folder, 'app', 'out', 'main', 'index.js'), '')
      expect(portableProblems(root, targetNamed(name), folder)).toEqual(['not expected: app/out/main/index.js'])
    }
  })
})

describe('the runtime of a copy', () => {
  it('is used only when its bytes have the recorded hash', () => {
    const bytes = Buffer.from('node')
    const right = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
    expect(() => assertIntegrity(bytes, right, 'node-x')).not.toThrow()
    expect(() => assertIntegrity(Buffer.from('mode'), right, 'node-x')).toThrow(/Nothing of it was used/)
  })

  it('is recorded for five platforms', () => {
    expect(runtimeNames).toEqual(['linux-x64', 'linux-arm64', 'win-x64', 'mac-arm64', 'mac-x64'])
  })
})
