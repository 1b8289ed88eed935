import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dataFolder, defaultStore, findPlaces } from '../../../electron/host/paths.ts'
import { assertRuntime } from '../../../electron/host/runtime.ts'
import { lockStore } from '../../../electron/host/storeLock.ts'
import { temporaryFolder } from '../../db/support/store.ts'

describe("the user's own data", () => {
  it('lie where the platform expects them', () => {
    expect(dataFolder({ platform: 'linux', home: '/home/a', env: {} })).toBe('/home/a/.local/share/multivector')
    expect(dataFolder({ platform: 'linux', home: '/home/a', env: { XDG_DATA_HOME: '/data' } })).toBe('/data/multivector')
    expect(dataFolder({ platform: 'linux', home: '/home/a', env: { XDG_DATA_HOME: 'relative' } })).toBe(
      '/home/a/.local/share/multivector',
    )
    expect(dataFolder({ platform: 'darwin', home: '/Users/a', env: {} })).toBe('/Users/a/Library/Application Support/Multivector')
    expect(dataFolder({ platform: 'win32', home: 'C:/Users/a', env: { APPDATA: 'C:/Users/a/AppData/Roaming' } })).toBe(
      join('C:/Users/a/AppData/Roaming', 'Multivector'),
    )
    expect(defaultStore({ platform: 'linux', home: '/home/a', env: {} })).toBe(
      '/home/a/.local/share/multivector/multivector.sqlite',
    )
  })
})

describe('the parts of the program', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url))

  it('are found from source: the thread is TypeScript', () => {
    const places = findPlaces(pathToFileURL(join(root, 'cli', 'host.ts')).href)
    expect(fileURLToPath(places.worker)).toBe(join(root, 'db', 'worker', 'worker.ts'))
    for (const path of [places.schema, places.data, places.texts]) expect(existsSync(path), path).toBe(true)
    expect(places.version).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('are found from a build: the thread is the built file', () => {
    const places = findPlaces(pathToFileURL(join(root, 'out', 'main', 'chunks', 'x.js')).href)
    expect(fileURLToPath(places.worker)).toBe(join(root, 'out', 'main', 'worker.js'))
    expect(places.data).toBe(join(root, 'resources', 'data'))
  })

  it('of an installed copy lie beside its archive', () => {
    const places = findPlaces(pathToFileURL(join(root, 'out', 'main', 'index.js')).href, '/opt/multivector/resources')
    expect(places).toMatchObject({
      data: '/opt/multivector/resources/data',
      schema: '/opt/multivector/resources/schema',
      texts: '/opt/multivector/resources/texts',
      fonts: '/opt/multivector/resources/fonts',
    })
  })
})

describe('the lock of a store', () => {
  it('is held by one host, given back, and then held by the next', () => {
    const store = join(temporaryFolder(), 'new folder', 's.sqlite')
    const unlock = lockStore(store)
    expect(() => lockStore(store)).toThrow('The store s.sqlite is already open in another window of Multivector.')
    unlock()
    lockStore(store)()
    expect(existsSync(`${store}.open`)).toBe(false)
  })

  it('of a host that was killed is taken over', () => {
    const store = join(temporaryFolder(), 's.sqlite')
    writeFileSync(`${store}.open`, '999999999')
    const unlock = lockStore(store)
    expect(readFileSync(`${store}.open`, 'utf8')).toBe(String(process.pid))
    unlock()
  })

  it('of a host long gone is taken over even when its number belongs to another program now', () => {
    const store = join(temporaryFolder(), 's.sqlite')
    writeFileSync(`${store}.open`, String(process.pid))
    const before = new Date(Date.now() - 60_000)
    utimesSync(`${store}.open`, before, before)
    const unlock = lockStore(store)
    expect(readFileSync(`${store}.open`, 'utf8')).toBe(String(process.pid))
    unlock()
  })
})

it('a Node in which the SQLite module would crash is refused with what to do', () => {
  expect(() => assertRuntime('20.11.0')).toThrow('Multivector needs Node 22 or later and was started on 20.11.0.')
  expect(() => assertRuntime('24.0.0')).not.toThrow()
})
