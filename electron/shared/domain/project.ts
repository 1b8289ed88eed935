export const projectStatuses = ['planned', 'active', 'stalled', 'completed', 'cancelled'] as const
export type ProjectStatus = (typeof projectStatuses)[number]

/**
 * The year in which a source spoke: the year in brackets at the end of its title, else the one that ends its code.
 *
 * @returns null when neither tells one; a year is never taken from the text of the title
 */
export function yearTold(source: string, title: string): number | null {
  const found =
    /\((?:[^()]*\D)?((?:19|20)\d{2})(?:-\d{2}){0,2}\b[^()]*\)\s*$/.exec(title)?.[1] ??
    /_((?:19|20)\d{2})[a-z]?$/.exec(source)?.[1]
  return found === undefined ? null : Number(found)
}

/** Key of a bundled project's name in the texts (`projects:named.<key>`): its English name in small letters and hyphens. */
export const projectNameKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
