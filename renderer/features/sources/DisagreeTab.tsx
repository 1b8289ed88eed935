import type { Disagreement } from '../../../electron/shared/contract/schema/coverage.ts'
import { useCall } from '../../ui/data/client.tsx'
import { useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { emptyWhen } from '../../ui/loadable.ts'
import layout from '../../ui/parts/layout.module.css'
import { StateView } from '../../ui/parts/StateView.tsx'
import { useView } from '../../ui/view/useView.ts'
import { disagreementGroups } from './prepare.ts'
import classes from './sources.module.css'
import type { Words } from './words.ts'

const LEAST = 0.01
const MOST = 300
const SHOWN = 40

/** Figures of one cell on a strip of their own scale: the chosen one filled, the others hollow. */
function Strip({ cell }: { readonly cell: Disagreement }) {
  const largest = Math.max(...cell.values.map((one) => one.value))
  const at = (value: number): number => 6 + (value / largest) * 128
  return (
    <svg width="140" height="16" aria-hidden="true">
      <line x1="6" x2="134" y1="8" y2="8" stroke="var(--mv-border)" />
      {cell.values.map((one) => (
        <circle
          key={one.source}
          cx={at(one.value)}
          cy="8"
          r="4"
          fill={one.chosen ? 'var(--mv-text)' : 'var(--mv-surface)'}
          stroke="var(--mv-text)"
          strokeWidth="1.4"
        />
      ))}
    </svg>
  )
}

/** Figures on which two sources differ, side by side. */
export function DisagreeTab({ words }: { readonly words: Words }) {
  const { t, formats, names } = words
  const { open } = useEvidence()
  const { reporter } = useView()
  const answer = useCall('disagreements.get', { reporter, most: MOST, least: LEAST })
  const shown = emptyWhen(answer, (value) =>
    value.cells.length > 0 ? null : { title: t('disagree.title'), text: t('disagree.none', { reporter: names.area(reporter) }) },
  )
  const title = t('disagree.title')
  return (
    <StateView of={shown} height={420}>
      {(value) => {
        const groups = disagreementGroups(value.cells).slice(0, SHOWN)
        const figures = (cell: Disagreement): string =>
          cell.values.map((one) => `${formats.compact(one.value)} (${names.source(one.source)})`).join('; ')
        return (
          <FigureCard
            id="sources.disagree"
            kind="table"
            title={title}
            subtitle={t('disagree.subtitle', { least: formats.percent(LEAST * 100, 0) })}
            source={t('disagree.source', { compared: formats.number(value.compared, 0), reporter: names.area(reporter) })}
            twin={{
              columns: [
                { id: 'indicator', label: t('column.indicator'), kind: 'text' },
                { id: 'partner', label: t('column.partner'), kind: 'text' },
                { id: 'period', label: t('column.period'), kind: 'period' },
                { id: 'values', label: t('column.values'), kind: 'text' },
                { id: 'gap', label: t('column.gap'), kind: 'number', decimals: 2 },
              ],
              rows: value.cells.map((cell) => ({
                id: `${cell.indicator} ${cell.partner} ${cell.period}`,
                cells: [names.indicator(cell.indicator), names.area(cell.partner), cell.period, figures(cell), cell.gap],
              })),
            }}
          >
            <table className={`${layout.list} ${classes.list}`}>
              <thead>
                <tr>
                  <th scope="col">{t('column.indicator')}</th>
                  <th scope="col">{t('column.partner')}</th>
                  <th scope="col">{t('column.period')}</th>
                  <th scope="col">{t('column.values')}</th>
                  <th scope="col" className={classes.right}>
                    {t('column.gap')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {groups.map(({ indicator, partner, largest, cells }) => (
                  <tr key={`${indicator} ${partner}`}>
                    <td>{names.indicator(indicator)}</td>
                    <td>{names.area(partner)}</td>
                    <td className={classes.nowrap}>
                      {formats.period(largest.period)}
                      {cells.length > 1 ? (
                        <span className={classes.more}>{t('disagree.more', { count: cells.length - 1 })}</span>
                      ) : null}
                    </td>
                    <td>
                      <Strip cell={largest} />
                      <ul className={classes.values}>
                        {largest.values.map((one) => (
                          <li key={one.source}>
                            <button
                              type="button"
                              className={classes.figure}
                              onClick={() =>
                                open({
                                  cells: [{ indicator, reporter, partner, period: largest.period, source: one.source }],
                                  figure: formats.number(one.value, 1),
                                  sentence: names.indicator(indicator),
                                })
                              }
                            >
                              {formats.number(one.value, one.value < 1 ? 3 : one.value < 100 ? 1 : 0)}{' '}
                              {names.unitShort(largest.unit)}
                            </button>{' '}
                            <span title={one.source}>{names.source(one.source)}</span>
                            {one.chosen ? <span className={classes.more}>{t('disagree.chosen')}</span> : null}
                          </li>
                        ))}
                      </ul>
                    </td>
                    <td className={classes.right}>{formats.percent(largest.gap * 100, 1)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </FigureCard>
        )
      }}
    </StateView>
  )
}
