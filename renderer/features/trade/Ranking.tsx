import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RankedPartner, TradeAnswer } from '../../../electron/shared/contract/schema/trade.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { Sparkline } from '../../charts/Sparkline.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import layout from '../../ui/parts/layout.module.css'
import { useView } from '../../ui/view/useView.ts'
import classes from './trade.module.css'
import type { Flow } from './useTrade.ts'

type Column = 'partner' | 'value' | 'share' | 'change'
/** As many rows as fill the height of the cards beside them: with both flows one more card stands there. */
const SHOWN: Readonly<Record<Flow, number>> = { imports: 25, exports: 25, both: 36 }

const change = (row: RankedPartner): number | null =>
  row.share === null || row.baseShare === null ? null : row.share - row.baseShare

/** Partners by share, with change since the base year and the line of all years. Headings sort. */
export function Ranking({ answer, flow }: { readonly answer: TradeAnswer; readonly flow: Flow }) {
  const { t } = useTranslation('trade')
  const names = useNames()
  const formats = useFormats()
  const { open } = useEvidence()
  const { reporter, baseYear } = useView()
  const [sort, setSort] = useState<{ readonly by: Column; readonly down: boolean }>({ by: 'share', down: true })
  const flowName = t(`flowName.${flow}`)
  const year = answer.latestYear ?? baseYear
  const key = (row: RankedPartner): number | string | null =>
    sort.by === 'partner' ? names.area(row.partner) : sort.by === 'change' ? change(row) : row[sort.by]
  const compare = (a: RankedPartner, b: RankedPartner): number => {
    const [x, y] = [key(a), key(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    const order = typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y)
    return sort.down ? -order : order
  }
  const rows = answer.ranking.filter((row) => row.value !== null).slice(0, 60)
  const sorted = [...rows].sort(compare).slice(0, SHOWN[flow])
  const largest = Math.max(...rows.map((row) => Math.abs(change(row) ?? 0)), 1)
  const heading = (by: Column, label: string) => (
    <th
      scope="col"
      aria-sort={sort.by === by ? (sort.down ? 'descending' : 'ascending') : 'none'}
      data-number={by !== 'partner' || undefined}
    >
      <button
        type="button"
        className={classes.sort}
        onClick={() => setSort({ by, down: sort.by === by ? !sort.down : by !== 'partner' })}
      >
        {label}
        <span aria-hidden="true">{sort.by === by ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  )
  const indicator = flow === 'exports' ? 'trade.exports_usd_m' : 'trade.imports_usd_m'
  const [first = 1995, last = 2025] = [answer.years[0], answer.years.at(-1)]
  return (
    <FigureCard
      id="trade.ranking"
      kind="table"
      title={t('ranking.title', { year })}
      subtitle={t('ranking.subtitle', { flow: flowName, base: baseYear })}
      twin={{
        columns: [
          { id: 'partner', label: t('ranking.partner'), kind: 'text' },
          { id: 'value', label: t('ranking.value'), kind: 'number', decimals: 0 },
          { id: 'share', label: t('ranking.share'), kind: 'number' },
          { id: 'change', label: t('ranking.change'), kind: 'number' },
        ],
        rows: answer.ranking.map((row) => ({
          id: row.partner,
          cells: [names.area(row.partner), row.value, row.share, change(row)],
        })),
      }}
    >
      <table className={`${layout.figures} ${classes.table}`}>
        <thead>
          <tr>
            {heading('partner', t('ranking.partner'))}
            {heading('value', t('ranking.value'))}
            {heading('share', t('ranking.share'))}
            {heading('change', t('ranking.change'))}
            <th scope="col">{t('ranking.history', { year: first })}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => {
            const moved = change(row)
            return (
              <tr key={row.partner}>
                <td>{names.area(row.partner)}</td>
                <td data-number>{formats.number(row.value, 0)}</td>
                <td data-number>
                  <button
                    type="button"
                    className={classes.figure}
                    onClick={() =>
                      open({
                        cells: [row.partner, WORLD].map((partner) => ({
                          indicator,
                          reporter,
                          partner,
                          period: String(year),
                          source: '',
                        })),
                        figure: formats.percent(row.share),
                        sentence: `${names.area(row.partner)}, ${flowName}, ${year}`,
                      })
                    }
                  >
                    {formats.number(row.share)}
                  </button>
                </td>
                <td data-number title={moved === null ? t('ranking.noBase', { year: baseYear }) : undefined}>
                  <span className={classes.bar} aria-hidden="true">
                    {moved === null ? null : (
                      <span
                        style={{
                          left: moved < 0 ? `${50 - (Math.abs(moved) / largest) * 50}%` : '50%',
                          width: `${(Math.abs(moved) / largest) * 50}%`,
                        }}
                      />
                    )}
                  </span>
                  {moved === null ? '–' : formats.signed(moved)}
                </td>
                <td>
                  <Sparkline
                    points={answer.years.map((one, i) => ({ period: String(one), value: row.shares[i] ?? null }))}
                    partner={row.partner}
                    from={first}
                    to={last}
                    baseYear={baseYear}
                    height={22}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </FigureCard>
  )
}
