import { describe, expect, it } from 'vitest'
import { yearTold } from '../../../../electron/shared/domain/project.ts'
import { dollarsPerEuro, inDollars } from '../../../../electron/shared/domain/rates.ts'
import { boundOf } from '../../../../electron/shared/domain/reading.ts'

describe('the reservation of a note', () => {
  it('is read from the words of the source', () => {
    expect(boundOf('January-October 2024; more than; all destinations')).toBe('atLeast')
    expect(boundOf('CPC total; source says more than 40')).toBe('atLeast')
    expect(boundOf('Press quote: over; Kazakh oil, to November 2021')).toBe('atLeast')
    expect(boundOf('January-October 2024; about')).toBe('about')
    expect(boundOf('CPC; rounded in source')).toBe('about')
    expect(boundOf('Up to 64.3')).toBe('about')
    expect(boundOf('CPC, Kazakh oil only')).toBe('exact')
    expect(boundOf('"over 27 billion" since 2005')).toBe('atLeast')
    expect(boundOf('"exceeded 175 billion"; includes the Netherlands as conduit')).toBe('atLeast')
    expect(boundOf('"almost 17 billion"')).toBe('about')
    expect(boundOf('')).toBe('exact')
  })

  it('is none where "over" or "up" speak of time or of growth', () => {
    expect(boundOf('cumulative over 18 years')).toBe('exact')
    expect(boundOf('over thirty years')).toBe('exact')
    expect(boundOf('gross inflow, up 85 percent')).toBe('exact')
    expect(boundOf('reported as 5.1 billion, almost doubled')).toBe('exact')
  })
})

describe('the year a source spoke in', () => {
  it('stands in brackets at the end of its title, else at the end of its code', () => {
    expect(yearTold('x', 'Off Track (2019-06-03)')).toBe(2019)
    expect(yearTold('ecinfo_lrt', 'Astana LRT project page (July 2022)')).toBe(2022)
    expect(yearTold('timesca_lrt_2026', 'One Million (2026, undated list page)')).toBe(2026)
    expect(yearTold('inform_lrt_2023', 'No year here')).toBe(2023)
    expect(yearTold('imanova_lrt', 'The Monument of 2011 (essay)')).toBeNull()
    expect(yearTold('aiddata_web_53930', 'Loan (Project ID 53930)')).toBeNull()
  })
})

describe('dollars for a euro', () => {
  it('differ for the mean and the end of a year', () => {
    expect(dollarsPerEuro('average', 2021)).toBe(1.1827)
    expect(dollarsPerEuro('yearEnd', 2021)).toBe(1.1326)
    expect(inDollars(100, 'yearEnd', 2003)).toBeCloseTo(126.3)
  })

  it('are within half a per cent of the Federal Reserve means of the same years', () => {
    const reserve = [0.8833, 0.804, 0.8033, 0.796, 0.7293, 0.6791, 0.7176, 0.7541, 0.7178, 0.7777, 0.753, 0.752, 0.9012, 0.9032]
    reserve.forEach((euros, index) => {
      const ours = dollarsPerEuro('average', 2003 + index) ?? 0
      expect(Math.abs(ours * euros - 1), String(2003 + index)).toBeLessThan(0.005)
    })
  })

  it('convert nothing where no rate is on record', () => {
    expect(inDollars(100, 'average', 1999)).toBeNull()
    expect(inDollars(null, 'average', 2010)).toBeNull()
  })
})
