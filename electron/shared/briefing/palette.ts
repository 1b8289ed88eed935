// One partner, one colour, one dash, one marker: on every screen, slide and map. The same values stand in ui/theme/tokens.css as variables
// (a test compares both); code that writes files of its own (PPTX, SVG) reads them here; renderer/charts/palette.ts names them for CSS.

export type Marker = 'circle' | 'diamond' | 'square' | 'triangle' | 'plus' | 'cross' | 'none'
export type Theme = 'light' | 'dark'

interface ThemeColours {
  readonly fill: string
  /** for words in the partner's colour on the card: at least 4.5 to 1 */
  readonly text: string
  /** for words inside the fill */
  readonly inside: string
}

export interface PartnerStyle {
  readonly code: string
  /** name in CSS: `var(--partner-<key>)` */
  readonly key: string
  readonly light: ThemeColours
  readonly dark: ThemeColours
  /** SVG stroke-dasharray, empty = solid */
  readonly dash: string
  readonly marker: Marker
  /** stroke width of a line, px */
  readonly width: number
}

// Chosen so that any two of the seven differ by at least 13 in CIEDE2000 for normal, deuteranope, protanope and tritanope eyes, simulated in
// linear light (the test says how). Simulated on gamma-encoded values, an olive for Central Asia would pass and yet be Russia to a deuteranope.
const WHITE = '#FFFFFF'
const INK = '#14181F'

const style = (
  code: string,
  key: string,
  light: ThemeColours,
  dark: ThemeColours,
  dash: string,
  marker: Marker,
  width = 2,
): PartnerStyle => ({
  code,
  key,
  light,
  dash,
  marker,
  width,
  dark,
})

const RUSSIA = 'RUS'
const CHINA = 'CHN'
const EU27 = 'EU27'
const TURKIYE = 'TUR'
const UNITED_STATES = 'USA'
const CENTRAL_ASIA = 'CA5'
export const OTHERS = 'OTH'
/** Not an area of the store: the part of a total that no partner is named for. */
export const UNALLOCATED = '_U'

const styles: readonly PartnerStyle[] = [
  style(
    RUSSIA,
    'rus',
    { fill: '#A8152E', text: '#A8152E', inside: WHITE },
    { fill: '#EA5069', text: '#EA5069', inside: INK },
    '',
    'circle',
  ),
  style(
    CHINA,
    'chn',
    { fill: '#C58900', text: '#8A6000', inside: INK },
    { fill: '#F3C45E', text: '#F3C45E', inside: INK },
    '7 3',
    'diamond',
  ),
  style(
    EU27,
    'eu',
    { fill: '#2673CE', text: '#2673CE', inside: WHITE },
    { fill: '#2C90EC', text: '#2C90EC', inside: INK },
    '2 3',
    'square',
  ),
  style(
    TURKIYE,
    'tur',
    { fill: '#006660', text: '#006660', inside: WHITE },
    { fill: '#94D8C0', text: '#94D8C0', inside: INK },
    '9 3 2 3',
    'triangle',
  ),
  style(
    UNITED_STATES,
    'usa',
    { fill: '#4B1A86', text: '#4B1A86', inside: WHITE },
    { fill: '#D3B8FF', text: '#D3B8FF', inside: INK },
    '1 4',
    'plus',
  ),
  style(
    CENTRAL_ASIA,
    'ca',
    { fill: '#908460', text: '#6B6142', inside: INK },
    { fill: '#7E7800', text: '#A9A52F', inside: WHITE },
    '12 4',
    'cross',
  ),
  style(
    OTHERS,
    'oth',
    { fill: '#8A9099', text: '#454E5B', inside: INK },
    { fill: '#808792', text: '#BAC3CE', inside: INK },
    '',
    'none',
    1.2,
  ),
  style(
    UNALLOCATED,
    'una',
    { fill: '#8B94A0', text: '#636C78', inside: INK },
    { fill: '#6B7684', text: '#93A0AE', inside: INK },
    '1 3',
    'none',
    1.2,
  ),
]

const byCode = new Map(styles.map((one) => [one.code, one]))

/** The partners with a colour of their own, in the order of the table of colours. */
export const namedPartners: readonly PartnerStyle[] = styles.slice(0, 6)

/** Fixed order of every stack, bottom first. Partners without a colour of their own stand before the others. */
export const stackOrder: readonly string[] = [RUSSIA, CHINA, TURKIYE, UNITED_STATES, CENTRAL_ASIA, EU27, OTHERS, UNALLOCATED]

/** Position in a stack; unknown partners come between EU27 and the others, in the order given. */
export function stackRank(code: string): number {
  const found = stackOrder.indexOf(code)
  return found < 0 ? stackOrder.indexOf(OTHERS) - 0.5 : found
}

/** Dashes and markers of partners without a colour: ink, told apart by dash and marker. */
const spare: readonly (readonly [string, Marker])[] = [
  ['4 2', 'circle'],
  ['8 2 2 2', 'square'],
  ['2 2', 'diamond'],
  ['14 3', 'triangle'],
  ['5 5', 'plus'],
  ['1 2', 'cross'],
]

/**
 * The styles of the partners on one chart. A partner with a colour keeps it whatever else is shown; any other takes the next free dash in ink.
 *
 * @param codes in the order chosen; the same order gives the same dashes
 * @returns one style per code; `key` of an uncoloured partner is `ink`
 */
export function partnerStyles(codes: readonly string[]): ReadonlyMap<string, PartnerStyle> {
  const result = new Map<string, PartnerStyle>()
  let next = 0
  for (const code of codes) {
    if (result.has(code)) continue
    const own = byCode.get(code)
    if (own) {
      result.set(code, own)
      continue
    }
    const [dash, marker] = spare[next % spare.length] ?? ['4 2', 'circle']
    next += 1
    result.set(code, {
      code,
      key: 'ink',
      light: { fill: INK, text: INK, inside: WHITE },
      dark: { fill: '#EEF1F5', text: '#EEF1F5', inside: INK },
      dash,
      marker,
      width: 1.6,
    })
  }
  return result
}

/** The style of one partner on its own. */
export function partnerStyle(code: string): PartnerStyle {
  const found = byCode.get(code) ?? partnerStyles([code]).get(code)
  if (!found) throw new Error(`no style for ${code}`)
  return found
}

/** Every style with a colour of its own: for tests and for code that writes colours into files. */
export const allPartnerStyles: readonly PartnerStyle[] = styles
