// The copy that needs no installation: the zip that `npm run dist:portable` makes for this machine, with its own Node where npm can give it,
// unzipped elsewhere, started by what a user double-clicks, visited in a browser, where the kernel allows it in a network namespace that has
// nothing but loopback, and everywhere with every way out of Node trapped. The titles say which it was.
import { spawnSync } from 'node:child_process'
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
import { assertIntegrity, fetchRuntime, type Runtime, runtimeNames } from '../../../scripts/package/runtime.ts'
import { ownTarget, targetName, targetNamed, targets } from '../../../scripts/package/targets.ts'
import { type Running, startProgram } from '../../cli/support/run.ts'
import { temporaryFolder } from '../../db/support/store.ts'
import { exchangeKey, pageFetch } from '../../loopback/support/host.ts'
import { trap } from '../../security/trap.ts'
import type { Visit } from './visit.ts'

const root = resolve(import.meta.dirname, '../../..')
const ours: Runtime = { version: process.versions.node, program: process.execPath, licence: join(root, 'LICENSE') }
const target = ownTarget()
/** The Node that npm carries for this machine, kept in release/runtimes; null where npm cannot be reached. */
const carried = await fetchRuntime(target, join(root, 'release', 'runtimes')).catch(() => null)
const ALONE = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
const hasNamespace = spawnSync('unshare', [...ALONE, 'true']).status === 0
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
  const { path } = await buildPortable(root, target, carried ?? ours, temporaryFolder())
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
  readonly said: Running
}

const launcher = (): string => join(copy, launchers(target, '', '')[0]?.path ?? '')

async function startCopy(env: Readonly<Record<string, string>>): Promise<Started> {
  const said = startProgram(launcher(), ['--no-open'], env)
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
  return { call, said }
}

/** Starts the copy and its page, with the network taken away. */
function visitCopy(): Visit {
  const trapFile = join(temporaryFolder(), 'trap.cjs')
  writeFileSync(trapFile, trap)
  const node = [process.execPath, join(import.meta.dirname, 'visit.ts'), launcher(), '--no-open']
  const [command = '', ...args] = hasNamespace ? ['unshare', ...ALONE, ...node] : node
  const ran = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 90_000,
    env: { ...process.env, PROGRAM_NODE_OPTIONS: `--require ${trapFile}` },
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return JSON.parse(ran.stdout) as Visit
}

const KAZAKH_IMPORTS = { indicator: 'trade.imports_usd_m', reporter: 'KAZ', period: '2023' }

const node = carried ? `its own Node ${carried.version}` : 'the Node of this run, for want of its own'
describe(`the copy that needs no installation, with ${node}`, () => {
  it(`opens by its launcher ${hasNamespace ? 'in a network namespace without interfaces' : 'under a trap, for want of a namespace'}, shows its page in a browser and keeps the store beside itself`, () => {
    const { headline, outside, trapped, wayOut } = visitCopy()
    expect(headline).toMatch(/Russia.*Kazakhstan.*\d/s)
    expect({ outside, trapped }).toEqual({ outside: [], trapped: [] })
    if (hasNamespace) expect(wayOut).toBe('ENETUNREACH')
    expect(existsSync(join(copy, 'data', 'multivector.sqlite'))).toBe(true)
  })

  it('answers with the figures that it carries', async () => {
    const { call, said } = await startCopy({})
    const { partners } = (await call('shares.query', KAZAKH_IMPORTS)) as { partners: { partner: string; share: number }[] }
    expect(partners.find(({ partner }) => partner === 'RUS')?.share.toFixed(3)).toBe('0.279')
    said.stop()
    await said.exited
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
      layOut(root, targetNamed(name), { ...ours, program: join(root, 'LICENSE') }, folder)
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

  it('is recorded for every platform', () => {
    expect(runtimeNames).toEqual(targets.map(targetName))
  })
})
