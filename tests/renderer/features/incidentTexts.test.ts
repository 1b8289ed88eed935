import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { incidentText } from '../../../renderer/features/corridors/incidentTexts.ts'
import type { Words } from '../../../renderer/features/corridors/words.ts'
import { csvRows } from '../../../scripts/data/csv.ts'

const data = readFileSync(join(import.meta.dirname, '../../../resources/data/corridors.csv'), 'utf8')
const words = { t: (key: string) => `text of ${key}` } as unknown as Words

test('every bundled stop of the CPC line has a translation', () => {
  const notes = csvRows(data)
    .filter((row) => row.indicator === 'route.cpc_disruption')
    .map((row) => row.note ?? '')
  expect(notes).toHaveLength(12)
  expect(notes.filter((note) => incidentText(words, note) === note)).toEqual([])
})

test('a stop that an import brought stands as its source writes it', () => {
  expect(incidentText(words, 'Loading paused')).toBe('Loading paused')
})
