import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allPartnerStyles, namedPartners, partnerStyles, stackOrder, stackRank } from '../../../renderer/charts/palette.ts'
import { ciede2000, contrast, deficiencies, lab } from './colourDistance.ts'

const surface = { light: '#FFFFFF', dark: '#161B22' } as const
const coloured = [...namedPartners, ...allPartnerStyles.filter((one) => one.code === 'OTH')]

describe('CIEDE2000', () => {
  it.each([
    // pairs 1, 7, 17 and 25 of Sharma, Wu and Dalal (2005), table 1
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ] as const)('gives the published difference of %j and %j', (a, b, expected) => {
    expect(ciede2000(a, b)).toBeCloseTo(expected, 4)
  })
})

describe.each(['light', 'dark'] as const)('the partner colours in the %s theme', (theme) => {
  it.each(Object.keys(deficiencies) as (keyof typeof deficiencies)[])(
    'differ by 13 or more for every pair with %s vision',
    (vision) => {
      const distances = coloured.flatMap((a, i) =>
        coloured.slice(i + 1).map((b) => ({
          pair: `${a.code} ${b.code}`,
          distance: ciede2000(lab(a[theme].fill, deficiencies[vision]), lab(b[theme].fill, deficiencies[vision])),
        })),
      )
      expect(distances.length).toBe(21)
      expect(distances.filter(({ distance }) => distance < 13)).toEqual([])
    },
  )

  it('keep Russia and China at 19.4 or more for everyone', () => {
    const [russia, china] = [namedPartners[0], namedPartners[1]]
    for (const matrix of Object.values(deficiencies))
      expect(ciede2000(lab(russia?.[theme].fill ?? '', matrix), lab(china?.[theme].fill ?? '', matrix))).toBeGreaterThan(19.35)
  })

  it('stand out from the card at 3 to 1, their words at 4.5 to 1, and words inside a fill at 4.5 to 1', () => {
    for (const one of coloured) {
      expect(contrast(one[theme].fill, surface[theme]), `${one.code} fill`).toBeGreaterThanOrEqual(2.97)
      expect(contrast(one[theme].text, surface[theme]), `${one.code} text`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(one[theme].inside, one[theme].fill), `${one.code} inside`).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('are the same in the style sheet', () => {
    const css = readFileSync(new URL('../../../renderer/ui/theme/tokens.css', import.meta.url), 'utf8').toLowerCase()
    const start = css.indexOf(
      theme === 'light' ? ':root[data-mantine-color-scheme="light"]' : ':root[data-mantine-color-scheme="dark"]',
    )
    const block = css.slice(start, css.indexOf('}', start))
    for (const one of allPartnerStyles) {
      expect(block).toContain(`--partner-${one.key}: ${one[theme].fill.toLowerCase()};`)
      expect(block).toContain(`--partner-${one.key}-text: ${one[theme].text.toLowerCase()};`)
      expect(block).toContain(`--partner-${one.key}-inside: ${one[theme].inside.toLowerCase()};`)
    }
  })
})

describe('partnerStyles', () => {
  it('tells every named partner apart by dash and by marker as well as by colour', () => {
    expect(new Set(namedPartners.map((one) => one.dash)).size).toBe(namedPartners.length)
    expect(new Set(namedPartners.map((one) => one.marker)).size).toBe(namedPartners.length)
  })

  it('gives any other partner ink and the next free dash, and leaves colours to their owners', () => {
    const styles = partnerStyles(['DEU', 'RUS', 'KOR'])
    expect(styles.get('RUS')?.key).toBe('rus')
    expect([styles.get('DEU')?.key, styles.get('KOR')?.key]).toEqual(['ink', 'ink'])
    expect(styles.get('DEU')?.dash).not.toBe(styles.get('KOR')?.dash)
  })
})

describe('stackRank', () => {
  it('puts Russia at the bottom, the others above every partner and the unallocated part on top', () => {
    const codes = ['_U', 'DEU', 'OTH', 'EU27', 'CHN', 'RUS']
    expect(codes.sort((a, b) => stackRank(a) - stackRank(b))).toEqual(['RUS', 'CHN', 'EU27', 'DEU', 'OTH', '_U'])
    expect(stackOrder[0]).toBe('RUS')
  })
})
