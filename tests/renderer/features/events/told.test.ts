import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { descriptionOf } from '../../../../renderer/features/events/words.ts'
import en from '../../../../resources/texts/en/events.json' with { type: 'json' }
import kk from '../../../../resources/texts/kk/events.json' with { type: 'json' }
import ru from '../../../../resources/texts/ru/events.json' with { type: 'json' }
import { csvRows } from '../../../../scripts/data/csv.ts'

const data = readFileSync(join(import.meta.dirname, '../../../../resources/data/events.csv'), 'utf8')
const bundled = csvRows(data).map((row) => ({ date: row.date ?? '', description: row.description ?? '' }))

test('every bundled event is told in every language, from the English text of the data', () => {
  expect(bundled).toHaveLength(91)
  expect(en.told).toEqual(Object.fromEntries(bundled.map(({ date, description }) => [date, description])))
  for (const told of [ru.told, kk.told]) {
    expect(Object.keys(told).toSorted()).toEqual(Object.keys(en.told).toSorted())
    expect(Object.entries(told).filter(([date, text]) => text === (en.told as Record<string, string>)[date])).toEqual([])
  }
})

test("the user's own event stands as written even on the day of a bundled one", () => {
  const t = (() => 'translated') as never
  const event = { date: '2022-02-24', description: 'My note', origin: 'user' } as const
  expect(descriptionOf({ t }, event)).toBe('My note')
  expect(descriptionOf({ t }, { ...event, origin: 'bundled' })).toBe('translated')
})
