import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/**
 * Node reads TypeScript by a WebAssembly module, a new one in every thread. V8 13.6 replaces the wrapper of a call out of WebAssembly after 1,000
 * calls and frees the old one from a cache that all threads of a process share; two of them at once have ended test processes (SIGTRAP in
 * `WasmImportWrapperCache::Free`, "Check failed: jit_page.has_value()", as in github.com/nodejs/node/issues/64500). So many calls no test makes.
 * A build holds no TypeScript and needs none of this.
 */
const KEEP_WASM_WRAPPERS = '--wasm-wrapper-tiering-budget=1000000000'

// What a process or a thread has stripped and compiled the next one takes from here: most of their start, and most of that WebAssembly
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node')

/** Tests that put others in the place of modules, clocks or consoles, or draw a page: each file has a process of its own. */
const APART = [
  'tests/electron/host/**/*.test.ts',
  'tests/electron/main/**/*.test.ts',
  'tests/db/worker/**/*.test.ts',
  'tests/renderer/bridge/**/*.test.ts',
  'tests/renderer/**/*.test.tsx',
]

interface Setting {
  readonly exclude?: readonly string[]
  /** looks at the built program */
  readonly built?: boolean
  /** false = files share a process: a fresh one for each took a quarter of the run */
  readonly isolate?: boolean
}

const project = (
  name: string,
  include: readonly string[],
  timeoutMs: number,
  { exclude = [], built = false, isolate = true }: Setting = {},
) => ({
  plugins: [react()],
  test: {
    name,
    include: [...include],
    exclude: [...exclude],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    execArgv: [KEEP_WASM_WRAPPERS],
    isolate,
    globalSetup: built ? ['tests/support/mustBeBuilt.ts'] : [],
    env: { TZ: 'UTC', LC_ALL: 'C' },
  },
})

export default defineConfig({
  test: {
    // every core: the suite waits for threads and processes more than it computes
    maxWorkers: '100%',
    globalSetup: 'tests/oneFolder.ts',
    projects: [
      project('unit', ['tests/**/*.test.ts'], 30_000, {
        exclude: [...APART, 'tests/cli/**', 'tests/contract/**', 'tests/security/**', 'tests/e2e/**', 'tests/scripts/package/**'],
        isolate: false,
      }),
      project('apart', APART, 30_000),
      // each of these starts the built program, or looks into it
      project('cli', ['tests/cli/**/*.test.ts'], 60_000, { built: true, isolate: false }),
      project('contract', ['tests/contract/**/*.test.ts'], 60_000, { built: true }),
      project('package', ['tests/scripts/package/**/*.test.ts'], 120_000, { built: true }),
      project('security', ['tests/security/**/*.test.ts'], 120_000, { built: true }),
    ],
  },
})
