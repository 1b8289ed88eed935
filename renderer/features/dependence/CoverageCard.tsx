import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { DependenceReport } from '../../../electron/shared/analytics/dependence/index.ts'
import { useFormats } from '../../language/useFormats.ts'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import classes from './dependence.module.css'
import { coverageRows, findingOf } from './prepare.ts'
import { QualitySection } from './QualitySection.tsx'
import { usePartNames } from './words.tsx'

/** Which channel was measured in which year, and what to keep in mind while reading the index. */
export function CoverageCard({ report }: { readonly report: DependenceReport }) {
  const { t } = useTranslation('dependence')
  const formats = useFormats()
  const parts = usePartNames()
  const rows = coverageRows(report)
  const years = report.years.map((year) => year.year)
  const { coverage } = report.method
  const finding = findingOf(report)
  const drivers = [...(report.comparison?.drivers ?? [])].sort((a, b) => b.share - a.share)
  const stateText = (state: 'measured' | 'carried' | 'none', carriedFrom: number | null): string =>
    carriedFrom === null ? t(`coverage.${state}`) : t('coverage.carriedFrom', { year: carriedFrom })
  return (
    <FigureCard
      id="dependence.coverage"
      kind="table"
      title={t('coverage.title')}
      subtitle={t('coverage.subtitle', {
        channels: formats.percent(coverage.channels * 100, 0),
        carry: report.method.carryForwardYears,
      })}
      twin={{
        columns: [
          { id: 'year', label: t('table.year'), kind: 'period' },
          ...rows.map((row) => ({ id: row.channel, label: parts.channel(row.channel), kind: 'text' as const })),
        ],
        rows: [...years].reverse().map((year) => ({
          id: String(year),
          cells: [
            String(year),
            ...rows.map((row) => {
              const cell = row.cells.find((one) => one.year === year)
              return stateText(cell?.state ?? 'none', cell?.carriedFrom ?? null)
            }),
          ],
        })),
      }}
    >
      <div className={classes.coverage}>
        <div>
          <div
            className={classes.strip}
            style={{ gridTemplateColumns: `max-content repeat(${years.length}, minmax(6px, 14px))` }}
          >
            {rows.map((row) => (
              <Fragment key={row.channel}>
                <span className={classes.stripName}>{parts.channel(row.channel)}</span>
                {row.cells.map((cell) => (
                  <i
                    key={cell.year}
                    data-state={cell.state}
                    title={`${parts.channel(row.channel)}, ${cell.year}: ${stateText(cell.state, cell.carriedFrom)}`}
                  />
                ))}
              </Fragment>
            ))}
            <span />
            {years.map((year) => (
              <small key={year}>{year % 5 === 0 ? year : ''}</small>
            ))}
          </div>
          <ul className={classes.legend}>
            {(['measured', 'carried', 'none'] as const).map((state) => (
              <li key={state}>
                <i data-state={state} /> {t(`coverage.${state}`)}
              </li>
            ))}
          </ul>
        </div>
        <div className={classes.care}>
          <p>
            <strong>{t('care.title')}</strong> {t('care.pillars')}
          </p>
          {finding.disagree ? <p>{t('care.disagree')}</p> : null}
          {drivers[0] && drivers[0].share > 0 ? (
            <p>
              {t('care.driver', {
                choice: t(`choice.${drivers[0].choice}`),
                share: formats.percent(drivers[0].share * 100, 0),
              })}
            </p>
          ) : null}
          <p>{t('care.opinion')}</p>
        </div>
      </div>
      <QualitySection report={report} />
    </FigureCard>
  )
}
