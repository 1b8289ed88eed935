// What a CSV cannot say inside itself without ceasing to be a plain table: a file beside it, where programs that know "CSV on the Web" look.
import { storeChecksum } from '../queries/storeChecksum.ts'
import { aboutExport, METHOD_ID } from './about.ts'
import type { ExportOrder, SourceRow } from './formats.ts'

/** The name that the W3C recommendation "Model for Tabular Data and Metadata on the Web" gives the file beside a table. */
export const metadataName = (csv: string): string => `${csv}-metadata.json`

/**
 * CSVW metadata of an exported table: its columns, sources with licences, and the version, store and method that made it.
 *
 * @param name file name of the table beside it
 */
export function csvMetadata(
  order: ExportOrder,
  name: string,
  columns: readonly string[],
  sources: readonly SourceRow[],
  rows: number,
): string {
  const document = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: name,
    'dc:title': 'Figures exported from Multivector',
    'dc:created': order.today,
    'dc:description': aboutExport(order),
    'multivector:version': order.version,
    'multivector:storeChecksum': storeChecksum(order.db),
    'multivector:method': METHOD_ID,
    'multivector:rows': rows,
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
    tableSchema: {
      columns: columns.map((column) => ({
        name: column,
        titles: column,
        datatype: /^(value|OBS_VALUE)$/.test(column) ? 'number' : 'string',
      })),
    },
    'dc:source': sources.map(({ code, title, publisher, url, licence }) => ({
      'dc:identifier': code,
      'dc:title': title,
      'dc:publisher': publisher,
      'dc:license': licence,
      ...(url === '' ? {} : { url }),
    })),
  }
  return `${JSON.stringify(document, null, 1)}\n`
}
