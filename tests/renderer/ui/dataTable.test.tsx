// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Column, DataTable } from '../../../renderer/ui/table/DataTable.tsx'

interface Item {
  readonly id: string
  readonly name: string
  readonly value: number | null
}

const columns: readonly Column<Item>[] = [
  { id: 'name', label: 'Name', kind: 'text', value: (row) => row.name },
  { id: 'value', label: 'Value', kind: 'number', value: (row) => row.value, decimals: 1, missing: () => 'not published' },
]
const items: readonly Item[] = [
  { id: 'a', name: 'Khorgos', value: 2 },
  { id: 'b', name: 'Aktau', value: null },
  { id: 'c', name: 'Baku', value: -10.25 },
]
const draw = (rows: readonly Item[], onRow?: (row: Item) => void) =>
  render(<DataTable caption="Ports" columns={columns} rows={rows} rowId={(row) => row.id} {...(onRow ? { onRow } : {})} />)
const names = (): readonly (string | null)[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.firstElementChild?.textContent ?? null)

beforeAll(async () => {
  // jsdom lays nothing out: the box that scrolls gets a size
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(480)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)

  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { figure: {} } } })
})
afterEach(cleanup)

describe('DataTable', () => {
  it('sorts by its headings, numbers from the largest first, missing figures always last', () => {
    draw(items)
    expect(names()).toEqual(['Khorgos', 'Aktau', 'Baku'])
    fireEvent.click(screen.getByRole('button', { name: 'Value' }))
    expect(names()).toEqual(['Khorgos', 'Baku', 'Aktau'])
    expect(screen.getByRole('columnheader', { name: 'Value' }).getAttribute('aria-sort')).toBe('descending')
    fireEvent.click(screen.getByRole('button', { name: 'Value' }))
    expect(names()).toEqual(['Baku', 'Khorgos', 'Aktau'])
    fireEvent.click(screen.getByRole('button', { name: 'Name' }))
    expect(names()).toEqual(['Aktau', 'Baku', 'Khorgos'])
  })

  it('prints the true minus and says why a figure is missing', () => {
    draw(items)
    const cells = screen.getAllByRole('gridcell')
    expect(cells.map((cell) => cell.textContent)).toEqual(['Khorgos', '2.0', 'Aktau', '–', 'Baku', '−10.3'])
    expect(cells[3]?.getAttribute('title')).toBe('not published')
  })

  it('opens a row by click and by Enter', () => {
    const opened = vi.fn()
    draw(items, opened)
    fireEvent.click(screen.getByText('Baku'))
    fireEvent.keyDown(screen.getAllByRole('row')[1] as HTMLElement, { key: 'Enter' })
    expect(opened.mock.calls.map(([row]) => (row as Item).id)).toEqual(['c', 'a'])
  })

  it('draws a screenful of a million rows and counts them all', () => {
    draw(Array.from({ length: 1_000_000 }, (_, index) => ({ id: String(index), name: `Row ${index}`, value: index })))
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1000001')
    const drawn = screen.getAllByRole('row').length
    expect(drawn).toBeGreaterThan(15)
    expect(drawn).toBeLessThan(80)
  })
})
