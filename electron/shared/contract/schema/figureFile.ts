// Files of one chart: its figures, and its picture, which the page draws.
import { z } from 'zod'
import { languages } from '../../domain/languages.ts'
import { areaCode, asOf, fileToken, indicatorCode, period, sourceCode } from './base.ts'

/** base64 letters of a picture: some 20 MB */
const MOST_PICTURE = 28_000_000

/** A picture the page has drawn, to wait in the spool until the user says where to save it. */
export const pictureRequest = z.strictObject({
  name: z.string().min(1).max(200),
  kind: z.enum(['svg', 'png']),
  data: z.base64().max(MOST_PICTURE),
})
export const pictureAnswer = z.object({ token: fileToken, name: z.string() })

const MOST_COLUMNS = 200
const MOST_ROWS = 20_000

/** A cell of the store behind a number; an empty source = whichever the rule takes. */
const figureCell = z.strictObject({
  indicator: indicatorCode,
  reporter: areaCode,
  partner: areaCode,
  period,
  source: z.union([sourceCode, z.literal('')]),
})

/** The table behind a chart as a file. Numbers unrounded; null = no figure. */
export const figureDataRequest = z
  .strictObject({
    format: z.enum(['csv', 'xlsx', 'sdmx-csv', 'datapackage']),
    /** of the texts of the table */
    language: z.enum(languages),
    title: z.string().max(500),
    subtitle: z.string().max(2000),
    /** source line as the page shows it */
    source: z.string().max(4000),
    reporter: areaCode,
    asOf,
    columns: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(300),
          label: z.string().max(300),
          kind: z.enum(['text', 'number', 'period']),
        }),
      )
      .min(1)
      .max(MOST_COLUMNS),
    rows: z
      .array(
        z.strictObject({
          cells: z.array(z.union([z.string().max(2000), z.number(), z.null()])).max(MOST_COLUMNS),
          /** by column, the place in `origins` of the cell behind it; null = none */
          origins: z.array(z.int().min(0).max(MOST_ROWS).nullable()).max(MOST_COLUMNS),
        }),
      )
      .max(MOST_ROWS),
    origins: z.array(figureCell).max(MOST_ROWS),
  })
  .refine(({ columns }) => new Set(columns.map(({ id }) => id)).size === columns.length, 'two columns have the same id')
