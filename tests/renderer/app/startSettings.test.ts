import { describe, expect, it } from 'vitest'
import { startSearch } from '../../../renderer/app/startView.ts'

const none = { language: null, theme: null, reporter: null, partners: null, baseYear: null, eventMarkers: null, tourSeen: null }

describe('the view that the program opens with', () => {
  it('is that of the address when it names one', () => {
    expect(startSearch('?r=ARM', { ...none, reporter: 'UZB' })).toBe('?r=ARM')
  })
  it('is that of the settings otherwise, and parameters of the screen stay', () => {
    expect(startSearch('', { ...none, reporter: 'UZB', baseYear: 2010 })).toBe('?r=UZB&b=2010')
    expect(startSearch('?tab=rule', { ...none, partners: ['CHN'] })).toBe('?p=CHN&tab=rule')
  })
  it('is the default when nothing is set', () => {
    expect(startSearch('', none)).toBe('')
  })
})
