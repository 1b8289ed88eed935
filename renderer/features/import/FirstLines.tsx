import type { SampleAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import classes from './firstLines.module.css'

/** Records that are shown of a file's head. */
export const LINES_SHOWN = 12

/** A title has the room of the cells that a spreadsheet left empty beside it. */
const withoutBlanksBehind = (fields: readonly string[]): readonly string[] =>
  fields.slice(0, Math.max(1, fields.findLastIndex((field) => field.trim() !== '') + 1))

/**
 * The first records of a file as they stand, each with its line.
 *
 * @param marked line number of one that stands out; null = none does
 */
export function FirstLines({
  label,
  records,
  marked,
}: {
  readonly label: string
  readonly records: SampleAnswer['records']
  readonly marked: number | null
}) {
  const shown = records.slice(0, LINES_SHOWN)
  const width = Math.max(...shown.map(({ fields }) => fields.length), 1)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={classes.sampleBox} tabIndex={0} aria-label={label}>
      <table className={classes.sample}>
        <tbody>
          {shown.map(({ line, fields }) => (
            <tr key={line} data-header={line === marked || undefined}>
              <th scope="row">{line}</th>
              {withoutBlanksBehind(fields).map((field, column, all) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                  key={column}
                  title={field}
                  colSpan={column === all.length - 1 ? width - column : 1}
                  data-alone={all.length === 1 || undefined}
                >
                  {field}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
