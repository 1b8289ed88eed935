// End-to-end specs. The host is a parameter: the browser host always, Electron wherever its runtime is installed and a window can open.
import { defineConfig } from '@playwright/test'
import type { HostOptions } from './tests/e2e/host.ts'
import { browserPath, electronPath } from './tests/e2e/runtimes.ts'

const executablePath = await browserPath()
const electron = electronPath()

export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/buildStore.ts',
  outputDir: 'test-results',
  // each worker has a host of its own; more than the cores of a small machine only get in each other's way
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // one more try where a machine is shared; the report names every test that needed it
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: [['line'], ['./tests/e2e/hostsReporter.ts']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    colorScheme: 'light',
    // a trace of every test takes as long as the test itself: the second try of one that failed is traced; by hand `--trace on`
    trace: 'on-first-retry',
    launchOptions: {
      executablePath,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--hide-scrollbars',
        '--font-render-hinting=none',
        // what the page asked of a name would fail loudly instead of leaving this computer
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
      ],
    },
  },
  projects: [
    { name: 'loopback', use: { hostKind: 'loopback' } },
    ...(electron === null ? [] : [{ name: 'electron', use: { hostKind: 'electron' as const } }]),
  ],
})
