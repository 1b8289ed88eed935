// Says at the end which hosts the run covered, so that nobody takes one for the other.
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter'
import { electronMissing } from './runtimes.ts'

const NAMES: Readonly<Record<string, string>> = { loopback: 'browser host in headless Chromium', electron: 'Electron' }

export default class HostsReporter implements Reporter {
  private suite: Suite | null = null

  onBegin(_config: FullConfig, suite: Suite): void {
    this.suite = suite
  }

  onEnd(result: FullResult): void {
    const tests = this.suite?.allTests() ?? []
    const unsteady = tests.filter((test) => test.outcome() === 'flaky')
    const passed = tests.filter((test) => test.outcome() === 'expected').length + unsteady.length
    const covered = [...new Set(tests.map((test) => test.parent.project()?.name ?? ''))].map((name) => NAMES[name] ?? name)
    const missing = electronMissing()
    console.log(
      `\nHosts covered end to end: ${covered.join(', ')}${missing === null ? '' : `. Not covered: Electron (${missing})`}.`,
    )
    for (const test of unsteady) console.log(`Passed at the second try only: ${test.titlePath().slice(2).join(' › ')}`)
    console.log(`End to end: ${passed} passed, ${tests.length - passed} failed or not run (${result.status}).`)
  }

  printsToStdio(): boolean {
    return false
  }
}
