// Starts a program that prints the address of its page and visits that page in a browser, as its user would; then tries the way out itself.
// A process of its own, so that all three can live in a network namespace where nothing but loopback exists.
//
//   node tests/scripts/package/visit.ts PROGRAM [ARGUMENT …]      environment: PROGRAM_NODE_OPTIONS
import { connect } from 'node:net'
import { chromium } from '@playwright/test'
import { startProgram } from '../../cli/support/run.ts'
import { browserPath } from '../../e2e/runtimes.ts'

export interface Visit {
  /** first sentence of the overview */
  readonly headline: string
  /** requests of the page that were not for its own origin */
  readonly outside: readonly string[]
  /** what the trap told of the program */
  readonly trapped: readonly string[]
  /** code of the error, or `open`, when this process tries an address of another computer */
  readonly wayOut: string
}

/** 192.0.2.1 is nobody's (RFC 5737): without a route the system refuses at once, with one nothing answers. */
const tryWayOut = (): Promise<string> =>
  new Promise((done) => {
    const socket = connect({ host: '192.0.2.1', port: 9 })
    socket.setTimeout(500, () => {
      socket.destroy()
      done('open')
    })
    socket.on('error', (error) => done((error as NodeJS.ErrnoException).code ?? error.message))
  })

if (import.meta.main) {
  const [program = '', ...args] = process.argv.slice(2)
  const running = startProgram(program, args, { NODE_OPTIONS: process.env.PROGRAM_NODE_OPTIONS ?? '' })
  const trapped: string[] = []
  const outside: string[] = []
  running.hear((line) => {
    if (line.startsWith('TRAP ')) trapped.push(line)
  })
  const [address] = await running.says(/http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{43}/)
  const { origin } = new URL(address)
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const page = await browser.newPage({ locale: 'en-GB' })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(data|blob):/.test(request.url())) outside.push(request.url())
  })
  await page.goto(address)
  const headline = page.getByTestId('headline')
  await headline.filter({ hasText: /\d/ }).waitFor()
  const visit: Visit = { headline: (await headline.textContent()) ?? '', outside, trapped, wayOut: await tryWayOut() }
  await browser.close()
  running.stop()
  await running.exited
  process.stdout.write(`${JSON.stringify(visit)}\n`)
}
