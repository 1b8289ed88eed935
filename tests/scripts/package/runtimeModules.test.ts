import { readFileSync } from 'node:fs'
import { parseAst } from 'vite'
import { expect, it } from 'vitest'
import { runtimeModules } from '../../../scripts/package/runtimeModules.ts'

type Render = (this: { readonly parse: typeof parseAst }, code: string) => { readonly code: string } | null
const rendered = (code: string): string | null =>
  (runtimeModules.renderChunk as unknown as Render).call({ parse: parseAst }, code)?.code ?? null

it('takes what is imported of Node from the running program, under the same names', () => {
  const code = rendered(
    `import { join as joined, sep } from "node:path";\nimport module, { createRequire } from "node:module";\nexport const x = joined("a", sep) + typeof module + typeof createRequire;`,
  )
  expect(code).toBe(
    `const { join: joined, sep: sep } = process.getBuiltinModule("node:path");\nconst module = process.getBuiltinModule("node:module"); const { createRequire: createRequire } = process.getBuiltinModule("node:module");\nexport const x = joined("a", sep) + typeof module + typeof createRequire;`,
  )
})

it('leaves everything else as it is', () => {
  expect(rendered(`import { app } from "electron";\nimport "./other.js";\nexport * from "./third.js";`)).toBeNull()
  expect(rendered(`export const text = 'import { join } from "node:path";'`)).toBeNull()
  expect(rendered(`import * as path from "node:path";\nexport default path;`)).toBe(
    `const path = process.getBuiltinModule("node:path");\nexport default path;`,
  )
})

it('is not stood in the way by the command line itself, which an old Node must be able to read', () => {
  const source = readFileSync(new URL('../../../cli/main.ts', import.meta.url), 'utf8')
  const { body } = parseAst(source, { lang: 'ts' })
  expect(body.filter(({ type }) => type === 'ImportDeclaration')).toEqual([])
})
