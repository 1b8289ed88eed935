// The table behind a chart. Plain HTML, so that it can be read aloud, searched and copied.
import { useTranslation } from 'react-i18next'
import type { TableTwin, TwinColumn } from '../../charts/core/twin.ts'
import { useFormats } from '../../language/useFormats.ts'
import { type CellRef, useEvidence } from '../evidence/evidence.tsx'
import classes from './figure.module.css'

/** A table whose cells open their evidence. */
export type Twin = TableTwin<CellRef>

/** The table behind a chart; a missing figure is a dash with its reason in the title. */
export function TwinTable({ twin, caption }: { readonly twin: Twin; readonly caption: string }) {
  const { t } = useTranslation('figure')
  const formats = useFormats()
  const { open } = useEvidence()
  const text = (value: string | number | null, column: TwinColumn): string => {
    if (value === null) return '–'
    if (typeof value === 'string') return column.kind === 'period' ? formats.period(value) : (column.shown?.(value) ?? value)
    return column.kind === 'period' ? String(value) : formats.number(value, column.decimals ?? 1)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={t('tableOf', { title: caption })}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {twin.columns.map((column) => (
              <th key={column.id} scope="col" data-kind={column.kind}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twin.rows.map((row) => (
            <tr key={row.id}>
              {twin.columns.map((column, index) => {
                const value = row.cells[index] ?? null
                const ref = row.refs?.[index]
                const shown = text(value, column)
                return (
                  <td key={column.id} data-kind={column.kind} title={value === null ? t('missing') : undefined}>
                    {ref && value !== null ? (
                      <button
                        type="button"
                        className={classes.cell}
                        onClick={() => open({ cells: [ref], figure: shown, sentence: caption })}
                      >
                        {shown}
                      </button>
                    ) : (
                      shown
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
