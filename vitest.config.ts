import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const project = (name: string, include: readonly string[], timeoutMs: number, exclude: readonly string[] = []) => ({
  plugins: [react()],
  test: {
    name,
    include: [...include],
    exclude: [...exclude],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    env: { TZ: 'UTC', LC_ALL: 'C' },
  },
})

export default defineConfig({
  test: {
    // every core: the suite waits for threads and processes more than it computes
    maxWorkers: '100%',
    projects: [
      project('unit', ['tests/**/*.test.ts', 'tests/**/*.test.tsx'], 30_000, [
        'tests/contract/**',
        'tests/security/**',
        'tests/e2e/**',
        'tests/scripts/package/**',
      ]),
      project('contract', ['tests/contract/**/*.test.ts'], 60_000),
      // looks into packages, so it needs a build
      project('package', ['tests/scripts/package/**/*.test.ts'], 120_000),
      project('security', ['tests/security/**/*.test.ts'], 120_000),
    ],
  },
})
