// A browser that ends in the middle of a print, by a script in its place: what waits for it is told, and nothing is left unheard.
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chromiumPrinter } from '../../electron/loopback/chromiumPrinter.ts'
import { temporaryFolder } from '../db/support/store.ts'

const unheard: unknown[] = []
const hear = (reason: unknown): void => void unheard.push(reason)
beforeEach(() => void process.on('unhandledRejection', hear))
afterEach(() => void process.off('unhandledRejection', hear))

/** Answers every command with the ids a print asks for, and ends when the page is to be opened. */
const ENDS_AT_NAVIGATE = `#!${process.execPath}
const { createReadStream, writeSync } = require('node:fs')
let text = ''
createReadStream('', { fd: 3 }).on('data', (chunk) => {
  const messages = (text + chunk).split('\\0')
  text = messages.pop()
  for (const { id, method } of messages.map((message) => JSON.parse(message))) {
    if (method === 'Page.navigate') process.exit(9)
    writeSync(4, JSON.stringify({ id, result: { targetId: 't', sessionId: 's' } }) + '\\0')
  }
})
`

it('a browser that ends while it opens the page refuses the print, and no promise is left to end the host', async () => {
  const browser = join(temporaryFolder(), 'browser.cjs')
  writeFileSync(browser, ENDS_AT_NAVIGATE)
  chmodSync(browser, 0o700)
  await expect(chromiumPrinter(async () => browser).print(pathToFileURL(browser))).rejects.toMatchObject({
    code: 'refused',
    detail: 'the browser ended with 9',
  })
  await new Promise((done) => setImmediate(done))
  expect(unheard).toEqual([])
})
