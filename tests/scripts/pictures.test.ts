import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { shownPictures } from '../../scripts/pictures.ts'

it('the README shows the pictures that are there, each of them, and no other', () => {
  const folder = resolve(import.meta.dirname, '../../docs/pictures')
  expect(shownPictures().length).toBeGreaterThan(3)
  expect([...shownPictures()].sort()).toEqual(readdirSync(folder).sort())
})
