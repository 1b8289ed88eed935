// Behind `npm run pictures`: keeps of the pictures that were taken those that README.md shows, and says which it shows and were not taken.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** Names of the pictures in docs/pictures that the README shows. */
export const shownPictures = (): readonly string[] =>
  [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/\]\(docs\/pictures\/([\w-]+\.png)\)/g)].map(([, name = '']) => name)

if (import.meta.main) {
  const folder = join(root, 'docs', 'pictures')
  const shown = new Set(shownPictures())
  const taken = readdirSync(folder)
  for (const name of taken) if (!shown.has(name)) rmSync(join(folder, name))
  for (const name of shown)
    if (!taken.includes(name)) {
      console.error(`README.md shows ${name}, which was not taken`)
      process.exitCode = 1
    }
}
