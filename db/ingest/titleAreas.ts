// Whose figures a title says they are, beside whose the user says they are.
import type { AreaReader } from './areas.ts'
import { isNote } from './headings.ts'
import type { AdapterContext, Layout } from './layout.ts'
import { fold, tidy } from './text/fold.ts'

/** Words of the longest name that is looked for: "Bosnia and Herzegovina", "Democratic Republic of the Congo". */
const MOST_WORDS = 5
/** Shorter words of a title are codes and abbreviations, or no names at all. */
const LEAST_LETTERS = 4

/** Genitive endings of names in Russian and Kazakh, and what a name has in their place: Узбекистана, России, Китая, Молдовы, Өзбекстанның. */
const genitives: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ии$/, ['ия']],
  [/а$/, ['']],
  [/я$/, ['й', 'ь']],
  [/ы$/, ['а']],
  [/и$/, ['а', 'ь', 'я']],
  [/[ндт][ыі]ң$/, ['']],
]

function spellings(name: string): readonly string[] {
  // "Российской Федерации", "Южной Кореи"
  const plain = name.replace(/(ск|н)ой(?= )/g, '$1ая')
  return [
    name,
    ...genitives.flatMap(([ending, nominative]) =>
      ending.test(name) ? nominative.map((end) => plain.replace(ending, end)) : [],
    ),
  ]
}

/** The country that a name stands for, also in the genitive; null = none, or not one alone. */
function countryOf(name: string, areas: AreaReader): string | null {
  if (name.length < LEAST_LETTERS) return null
  for (const spelling of spellings(name)) {
    const reading = areas.read(spelling)
    if (reading.kind === 'area' && reading.area.kind === 'country') return reading.area.code
  }
  return null
}

/**
 * Countries that a title names, in its order, the longest name first at each place: of "Экспорт Республики Узбекистан" Uzbekistan.
 *
 * @returns codes of areas, each once
 */
export function countriesIn(title: string, areas: AreaReader): readonly string[] {
  const words = fold(title).split(' ')
  const found = new Set<string>()
  for (let at = 0; at < words.length; ) {
    let next = at + 1
    for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count--) {
      const code = countryOf(words.slice(at, at + count).join(' '), areas)
      if (code === null) continue
      found.add(code)
      next = at + count
      break
    }
    at = next
  }
  return [...found]
}

/**
 * The layout with a warning where the user names the reporter, the file has no column of reporters, and the lines above its headings name
 * other countries only: the file of a neighbour is easily taken for one's own.
 */
export function withTitleHeard(context: AdapterContext, layout: Layout): Layout {
  const { options, catalogue, header } = context
  if (options.reporter === undefined || (layout.reporter?.columns.length ?? 0) > 0) return layout
  const said = catalogue.areas.read(options.reporter)
  if (said.kind !== 'area') return layout
  const partner = options.partner === undefined ? undefined : catalogue.areas.read(options.partner)
  const expected = [said, partner].map((reading) => (reading?.kind === 'area' ? reading.area.code : ''))
  const titles = header.preamble
    .flat()
    .map(tidy)
    .filter((cell) => cell !== '' && !isNote(cell))
  const named = titles.flatMap((title) => countriesIn(title, catalogue.areas))
  const [other] = named
  if (other === undefined || named.some((code) => expected.includes(code))) return layout
  const title = titles.find((one) => countriesIn(one, catalogue.areas).includes(other)) ?? ''
  const reporter = said.area.code
  return {
    ...layout,
    warnings: [
      ...(layout.warnings ?? []),
      {
        code: 'reporter-otherwise',
        message: `Above the figures stands "${title.slice(0, 120)}", and they were taken as figures of ${reporter}, as you said (--reporter). Are they not of ${other}?`,
        about: [title.slice(0, 120), reporter, other],
      },
    ],
  }
}
