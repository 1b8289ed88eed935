import type { Layout } from '../layout.ts'

const MOST_NAMED = 20

/** Columns that are not read are named: nothing is passed over in silence. @param names their headings */
export function columnsNotRead(names: readonly string[]): NonNullable<Layout['warnings']> {
  if (names.length === 0) return []
  // a table may repeat a heading beside each of its periods, and headings hold commas
  const different = [...new Set(names)]
  const named = different.slice(0, MOST_NAMED).join('; ')
  const more = different.length - MOST_NAMED
  return [
    {
      code: 'columns-not-read',
      message: `Not read: ${named}${more > 0 ? ` and ${more} more` : ''}.`,
      about: [`${named}${more > 0 ? '; …' : ''}`],
    },
  ]
}
