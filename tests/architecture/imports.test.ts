// Who may know whom: the import table of ARCHITECTURE.md, compared with every import of the program.
import { describe, expect, it } from 'vitest'
import { type Import, importsOf, type Source, sourcesOf } from './sources.ts'

const sources = sourcesOf(['electron', 'db', 'renderer', 'cli'])
const imports = sources.flatMap(importsOf)

const SHARED = ['electron/shared/']
const PAGE_PACKAGES = [
  'react',
  'react-dom',
  '@mantine/core',
  '@mantine/hooks',
  '@mantine/spotlight',
  '@tanstack/react-query',
  '@tanstack/react-table',
  '@tanstack/react-virtual',
  'react-i18next',
  'i18next',
  'react-router',
]

/** A room, and what it may import beside its own files: folders or files from the root, `node:` for Node, or packages by name. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  'electron/shared/domain/': [],
  'electron/shared/analytics/': ['electron/shared/domain/'],
  'electron/shared/briefing/': ['electron/shared/contract/', 'electron/shared/domain/'],
  'electron/shared/contract/': ['electron/shared/domain/', 'zod'],
  'electron/shared/language/': ['electron/shared/contract/', 'electron/shared/domain/'],
  // what answers say, for the page and for briefings alike
  'electron/shared/findings/': ['electron/shared/analytics/', 'electron/shared/contract/', 'electron/shared/domain/'],
  'electron/host/': [...SHARED, 'node:'],
  'electron/main/': ['electron/host/', ...SHARED, 'electron', 'node:', 'zod'],
  'electron/preload/': [...SHARED, 'electron'],
  'electron/loopback/': ['electron/host/', ...SHARED, 'node:'],
  'db/': [
    // zips of Office files
    'fflate',
    ...SHARED,
    'node:',
    'electron/host/protocol.ts',
    'electron/host/keptFiles.ts',
    'electron/host/warmThread.ts',
    'electron/host/failure.ts',
    'electron/host/log.ts',
    'electron/host/runtime.ts',
    'electron/host/spool.ts',
    // names of events for the search, and the sentences of briefings, which are composed without a page
    'resources/texts/',
    'i18next',
    // opens data packages
    'yauzl',
    'yazl',
  ],
  'renderer/bridge/': SHARED,
  'renderer/language/': [...SHARED, 'resources/texts/', ...PAGE_PACKAGES],
  'renderer/ui/': [
    ...SHARED,
    // the shapes that charts are given and their tables; no chart
    'renderer/charts/core/',
    // a drawn chart as a picture
    'renderer/charts/toSvg.ts',
    'renderer/language/',
    ...PAGE_PACKAGES,
    '@fontsource-variable/inter',
    '@fontsource-variable/source-serif-4',
  ],
  'renderer/charts/': [
    ...SHARED,
    'renderer/language/',
    'recharts',
    'd3-geo',
    'topojson-client',
    'resources/map/',
    ...PAGE_PACKAGES,
  ],
  'renderer/features/': [
    ...SHARED,
    'renderer/charts/',
    'renderer/ui/',
    'renderer/bridge/',
    'renderer/language/',
    ...PAGE_PACKAGES,
    'd3-geo',
    'topojson-client',
    'geojson',
    'resources/map/',
    // reads the chapters of the user guide
    'marked',
    '@dnd-kit/core',
    '@dnd-kit/sortable',
    '@dnd-kit/utilities',
  ],
  'renderer/app/': [
    ...SHARED,
    'renderer/features/',
    'renderer/charts/',
    'renderer/ui/',
    'renderer/bridge/',
    'renderer/language/',
    ...PAGE_PACKAGES,
  ],
  // a command serves the store itself
  'cli/': ['electron/host/', 'electron/loopback/', ...SHARED, 'db/worker/serve.ts', 'node:', 'resources/texts/'],
}

const roomOf = (path: string): string => Object.keys(TABLE).find((room) => path.startsWith(room)) ?? ''
const show = ({ from, to }: Import): string => `${from} imports ${to}`
const within = (path: string, place: string): boolean =>
  place.endsWith('/') || place.endsWith(':') ? path.startsWith(place) : path === place

describe('the import table', () => {
  it('has a room for every source file', () => {
    expect(sources.filter(({ path }) => roomOf(path) === '').map(({ path }) => path)).toEqual([])
    expect(imports.length).toBeGreaterThan(300)
  })

  it.each(Object.keys(TABLE))('%s imports itself and its neighbours of the table only', (room) => {
    const allowed = [room, ...(TABLE[room] ?? [])]
    // better-sqlite3 has a rule of its own below
    const strangers = imports.filter(
      ({ from, to }) => roomOf(from) === room && to !== 'better-sqlite3' && !allowed.some((place) => within(to, place)),
    )
    expect(strangers.map(show)).toEqual([])
  })

  it('lets a feature see nothing of another feature', () => {
    const featureOf = (path: string): string | undefined => /^renderer\/features\/([^/]+)\//.exec(path)?.[1]
    const meddling = imports.filter(({ from, to }) => featureOf(from) && featureOf(to) && featureOf(from) !== featureOf(to))
    expect(meddling.map(show)).toEqual([])
  })

  it('lets the app see of a feature its index only', () => {
    const deep = imports.filter(
      ({ from, to }) => from.startsWith('renderer/app/') && /^renderer\/features\/(?!\w+\/index\.ts$)/.test(to),
    )
    expect(deep.map(show)).toEqual([])
  })

  it('keeps recharts in renderer/charts and better-sqlite3 in one file', () => {
    const outside = imports.filter(({ from, to }) => to === 'recharts' && !from.startsWith('renderer/charts/'))
    expect(outside.map(show)).toEqual([])
    const sqlite = sources.filter(({ text }) => /['"]better-sqlite3['"]/.test(text)).map(({ path }) => path)
    expect(sqlite).toEqual(['db/worker/connection.ts'])
  })

  it('names every file with its ending, as Node runs them', () => {
    const bare = imports.filter(
      ({ to }) => /^(electron\/(shared|host|main)|db|cli|renderer)\//.test(to) && !/\.(tsx?|css|json)$/.test(to),
    )
    expect(bare.map(show)).toEqual([])
  })
})

describe('SQL and channels', () => {
  const sql = /\b(SELECT\s+[\w*(,. ]+\s+FROM|INSERT\s+INTO|CREATE\s+TABLE|DELETE\s+FROM|UPDATE\s+\w+\s+SET|PRAGMA\s)\b/
  const names = ({ path }: Source): string => path

  it('SQL is written in db only', () => {
    expect(sources.filter(({ path, text }) => !path.startsWith('db/') && sql.test(text)).map(names)).toEqual([])
  })

  it('no transport is called with a name spelled as a string: the typed client is', () => {
    const call = /\b(dispatch|ipcRenderer\.\w+|ipcMain\.\w+|(?:transport|port|api|bridge)\.call)\(\s*['"`][a-zA-Z]+\.[a-zA-Z]+/
    expect(sources.filter(({ text }) => call.test(text)).map(names)).toEqual([])
  })
})
