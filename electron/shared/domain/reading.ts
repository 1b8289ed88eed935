/** How exactly a source printed a figure: "more than 1" is a lower bound, "about 1" was rounded by the source. */
export const bounds = ['exact', 'atLeast', 'about'] as const
export type Bound = (typeof bounds)[number]

/** The reservation that a note as published makes about its figure. A note that makes none leaves the figure exact. */
export function boundOf(note: string): Bound {
  if (/\bmore than\b|\bexceed|\bover (?!\d+ years)["“]?\d|: over;/i.test(note)) return 'atLeast'
  return /\b(?:about|around|approximately|rounded)\b|\b(?:nearly|almost|up to) ["“]?\d/i.test(note) ? 'about' : 'exact'
}
