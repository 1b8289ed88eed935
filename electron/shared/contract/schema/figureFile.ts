// Files of one chart: its figures, and its picture, which the page draws.
import { z } from 'zod'
import { fileToken } from './base.ts'

/** base64 letters of a picture: some 20 MB */
const MOST_PICTURE = 28_000_000

/** A picture the page has drawn, to wait in the spool until the user says where to save it. */
export const pictureRequest = z.strictObject({
  name: z.string().min(1).max(200),
  kind: z.enum(['svg', 'png']),
  data: z.base64().max(MOST_PICTURE),
})
export const pictureAnswer = z.object({ token: fileToken, name: z.string() })

/** The table behind a chart as a file. Numbers unrounded; null = no figure. */
export const figureDataRequest = z.strictObject({
  format: z.enum(['csv', 'xlsx', 'sdmx-csv', 'datapackage']),
  title: z.string().max(500),
  subtitle: z.string().max(2000),
  source: z.string().max(4000),
  /** the day the figures are as known on, as the page shows it */
  asOf: z.string().max(100),
  columns: z.array(z.string().max(300)).min(1).max(200),
  rows: z.array(z.array(z.union([z.string().max(2000), z.number(), z.null()])).max(200)).max(20_000),
})
