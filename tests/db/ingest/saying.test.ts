import { describe, expect, it } from 'vitest'
import { readPeriod } from '../../../db/ingest/text/periods.ts'
import { countedFromJanuary, flowOf, flowsOf, otherInvestment, saysSinceJanuary } from '../../../db/ingest/text/saying.ts'
import { decodePeriod } from '../../../electron/shared/domain/period.ts'

describe('what a text says of the figures below it', () => {
  it.each([
    ['Импорт нарастающим итогом, млн. долл. США', true],
    ['Экспорт (с начала 2024 года)', true],
    ['Imports, year-to-date', true],
    ['Импорт жыл басынан бері', true],
    ['Накопленные прямые инвестиции', false],
    ['Imports, million US$', false],
  ])('%s: counted from January: %s', (text, expected) => {
    expect(saysSinceJanuary(text)).toBe(expected)
  })

  it.each([
    ['2024-02', '2024-02', true, false],
    ['2024-Q2', '2024-06', true, false],
    ['2024-S1', '2024-06', true, false],
    ['2024-Q4', '2024', false, true],
    ['2024-12', '2024', false, true],
    ['2024', '2024', false, false],
    ['2024-05-17', '2024-05-17', false, false],
  ])('%s counted from January ends with %s', (text, code, cumulative, preliminary) => {
    const reading = readPeriod(text)
    if (reading.kind === 'bad') throw new Error(text)
    const counted = countedFromJanuary(reading)
    expect([decodePeriod(counted.code), counted.cumulative, counted.preliminary]).toEqual([code, cumulative, preliminary])
  })

  it.each([
    ['Экспорт товаров', ['exports']],
    ['Imports from exporters of oil', ['imports']],
    ['Импорт из стран-экспортёров', ['imports']],
    ['Экспорт и импорт', ['exports', 'imports']],
    ['Реэкспорт', ['other']],
    ['Товарооборот', ['other']],
    ['Импорт услуг', ['other']],
    ['Страны СНГ', []],
  ])('%s names %s', (text, flows) => {
    expect([...flowsOf(text)]).toEqual(flows)
  })

  it.each([
    ['M', 'imports'],
    ['ввоз', 'imports'],
    ['ЭК', 'exports'],
    ['транзит', null],
    ['1', null],
    ['2', null],
    ['Импорт', 'imports'],
    ['RX', null],
    ['Экспорт и импорт', null],
    ['Re-export', 'other'],
  ])('a cell %s is of %s', (text, flow) => {
    expect(flowOf(text)).toBe(flow)
  })

  it.each([
    ['Outward', 'fdi.stock_inward_usd_m', true],
    ['Inward', 'fdi.stock_inward_usd_m', false],
    ['Flow', 'fdi.stock_inward_usd_m', true],
    ['FDI positions', 'fdi.inflow_net_usd_m', true],
    ['FDI outflows', 'fdi.inflow_net_usd_m', true],
    ['Flow', 'fdi.inflow_net_usd_m', false],
    ['Flow', 'trade.imports_usd_m', false],
  ])('%s is another side of investment than %s: %s', (text, indicator, expected) => {
    expect(otherInvestment(text, indicator)).toBe(expected)
  })
})
