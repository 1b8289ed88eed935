// The page takes the styles of single Mantine components: whichever it imports, and whichever those are built from, must be on the list.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourcesOf } from '../../architecture/sources.ts'

const root = resolve(import.meta.dirname, '../../..')
const core = join(root, 'node_modules/@mantine/core')
const hasStyles = (component: string): boolean => existsSync(join(core, 'styles', `${component}.css`))

/** Components that a component's modules import; an icon that lies in the folder of another one has no styles. */
function builtFrom(component: string): readonly string[] {
  const folder = join(core, 'esm/components', component)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mjs'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/from "(?:\.\.\/)+([A-Z]\w+)\/\1\.mjs"/g)])
    .map((found) => found[1] ?? '')
}

function withParts(components: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [...components]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    waiting.push(...builtFrom(next))
  }
  return found
}

describe('the styles of components', () => {
  const listed = new Set(
    [...readFileSync(join(root, 'renderer/ui/theme/mantine.css'), 'utf8').matchAll(/styles\/([\w-]+)\.css/g)].map(
      (found) => found[1],
    ),
  )
  const imported = sourcesOf(['renderer'])
    .flatMap(({ text }) => [...text.matchAll(/import \{([^}]+)\} from '@mantine\/core'/g)])
    .flatMap((found) => (found[1] ?? '').match(/\b[A-Z]\w+/g) ?? [])

  it('are listed for every component that the page imports, and for what it is built from', () => {
    expect(imported.length).toBeGreaterThan(30)
    // the palette is built from these
    const needed = [...withParts([...imported, 'Modal', 'UnstyledButton', 'Highlight'])].filter(hasStyles).sort()
    expect(needed.filter((component) => !listed.has(component))).toEqual([])
  })
})
