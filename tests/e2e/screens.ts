import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Every screen of the product, read from the one place that lists them. */
export const screens: readonly string[] = [
  ...readFileSync(resolve(import.meta.dirname, '../../renderer/app/routes.tsx'), 'utf8').matchAll(/^ {2}screen\('([a-z]+)'/gm),
].map((found) => found[1] ?? '')
