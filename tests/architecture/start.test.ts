// What a start loads: a command waits for every module that stands in its way.
import { describe, expect, it } from 'vitest'
import { importsOf, sourcesOf } from './sources.ts'

const sources = new Map(sourcesOf(['electron', 'db', 'cli']).map((source) => [source.path, source]))

/** Everything that is loaded with a module, itself included: what it imports for more than types, and not when it is asked for. */
function loadedWith(path: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (to: string): void => {
    if (found.has(to)) return
    found.add(to)
    const source = sources.get(to)
    if (source === undefined) return
    for (const one of importsOf(source)) if (!one.typeOnly && !one.dynamic) visit(one.to)
  }
  visit(path)
  return found
}

describe('a start', () => {
  it.each(['cli/main.ts', 'cli/frame.ts', 'cli/commands/import.ts', 'db/worker/worker.ts', 'db/ingest/thread.ts'])(
    'of %s loads no schemas',
    (path) => {
      const loaded = loadedWith(path)
      expect(sources.has(path)).toBe(true)
      expect([...loaded].filter((to) => to === 'zod' || to.startsWith('electron/shared/contract/schema/'))).toEqual([])
    },
  )

  it('of a command loads no other command', () => {
    expect([...loadedWith('cli/frame.ts')].filter((to) => /^cli\/commands\/(?!index\.ts)/.test(to))).toEqual([])
  })
})
