import type { Difference } from '../../../../electron/shared/contract/schema/imports.ts'
import { NO_PARTNER } from '../../../../electron/shared/domain/observation.ts'
import { useCatalogue } from '../../../ui/data/catalogue.tsx'
import { useCall } from '../../../ui/data/client.tsx'
import classes from '../firstLines.module.css'
import { decimalsOf } from '../prepare.ts'
import type { Words } from '../words.ts'

const FIRST_RECORDS = 8

/** The first figures of a dry run as the mapping reads them, in the order of the file. */
export function FirstRecords({ job, words }: { readonly job: string; readonly words: Words }) {
  const { t, formats, names } = words
  const { indicators, units } = useCatalogue()
  const page = { job, order: 'line', limit: FIRST_RECORDS } as const
  const groups = [
    useCall('csv.differences', { ...page, group: 'new' }),
    useCall('csv.differences', { ...page, group: 'revised' }),
    useCall('csv.differences', { ...page, group: 'unchanged' }),
    useCall('csv.differences', { ...page, group: 'held' }),
  ]
  const rows = groups
    .flatMap((group): readonly Difference[] => (group.state === 'ready' ? group.value.rows : []))
    .sort((a, b) => a.line - b.line)
    .slice(0, FIRST_RECORDS)
  const unitOf = (code: string): string => {
    const unit = indicators.find((one) => one.code === code)?.unit
    return units.find((one) => one.code === unit)?.short[formats.language] ?? ''
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={classes.sampleBox} tabIndex={0} aria-label={t('map.preview')}>
      <table className={classes.sample}>
        <thead>
          <tr>
            <th scope="col">{t('column.line')}</th>
            <th scope="col">{t('column.indicator')}</th>
            <th scope="col">{t('column.reporter')}</th>
            <th scope="col">{t('column.partner')}</th>
            <th scope="col">{t('column.period')}</th>
            <th scope="col" data-right>
              {t('role.value')}
            </th>
            <th scope="col">{t('read.unit')}</th>
            <th scope="col">{t('read.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.line} ${row.indicator} ${row.partner} ${row.period}`}>
              <td>{row.line}</td>
              <td title={row.indicator}>{names.indicator(row.indicator)}</td>
              <td>{names.area(row.reporter)}</td>
              <td>{row.partner === NO_PARTNER ? '–' : names.area(row.partner)}</td>
              <td>{formats.period(row.period)}</td>
              <td data-right>{row.to === null ? '–' : formats.number(row.to, decimalsOf(row.to))}</td>
              <td>{unitOf(row.indicator)}</td>
              <td title={row.source}>{row.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
