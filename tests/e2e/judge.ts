import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import { expect } from './host.ts'

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const options: axe.RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] },
  // only these are written out
  resultTypes: ['violations'],
}

/** Holds the page as it stands against WCAG 2.2 AA in one scheme. @param name said when something is found */
export async function judge(page: Page, colorScheme: 'light' | 'dark', name: string): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
  // half of its time would go into loading it anew for every look; a page keeps it until it is left
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(program)
  const violations = await page.evaluate(
    async (asked) => (await (window as unknown as { readonly axe: typeof axe }).axe.run(document, asked)).violations,
    options,
  )
  const told = violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact}): ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
  )
  expect(told, name).toEqual([])
}
