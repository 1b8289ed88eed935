import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { indexDiagnostics, type PartGroup } from '../../../electron/shared/analytics/dependence/diagnostics.ts'
import type { DependenceReport } from '../../../electron/shared/analytics/dependence/index.ts'
import { useFormats } from '../../language/useFormats.ts'
import { SaveMenu } from '../../ui/figure/SaveMenu.tsx'
import layout from '../../ui/parts/layout.module.css'
import classes from './dependence.module.css'
import { usePartNames } from './words.tsx'

/** Nunnally's convention, as the Handbook of OECD and JRC cites it: from here on parts move together. */
const TOGETHER = 0.7

interface Props {
  readonly report: DependenceReport
}

/** How good the index is, folded: what weights do as against what they say, what moves together, outliers, figures cut to their scales. */
export function QualitySection({ report }: Props) {
  const { t } = useTranslation('dependence')
  const [open, setOpen] = useState(false)
  return (
    <details className={classes.quality} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('quality.title')}</summary>
      {/* reckoned when somebody looks */}
      {open ? <Quality report={report} /> : null}
    </details>
  )
}

function Quality({ report }: Props) {
  const { t } = useTranslation('dependence')
  const formats = useFormats()
  const parts = usePartNames()
  const { years, groups, outlying, cut } = indexDiagnostics(report)
  const nameIn = (group: PartGroup) => (group.pillar === null ? parts.pillar : parts.channel)
  const percent = (value: number | null): string => (value === null ? '–' : formats.percent(value * 100, 0))
  const warned = (kind: PartGroup['warnings'][number]['kind']): string =>
    formats.list(
      groups.flatMap((group) =>
        group.warnings
          .filter((warning) => warning.kind === kind)
          .map(({ parts: named, value }) => {
            return `${named.map(nameIn(group)).join(' – ')} (${kind === 'dominates' ? percent(value) : formats.signed(value, 2)})`
          }),
      ),
    )
  const [dominating, twins, against] = [warned('dominates'), warned('collinear'), warned('trade-off')]
  const alpha = groups.find(({ pillar }) => pillar === null)?.alpha ?? null
  const said = [
    alpha === null ? '' : t(alpha >= TOGETHER ? 'quality.together' : 'quality.apart', { alpha: formats.number(alpha, 2) }),
    against === '' ? '' : t('quality.tradeOff', { list: against }),
    twins === '' ? '' : t('quality.collinear', { list: twins }),
    dominating === '' ? '' : t('quality.dominates', { list: dominating }),
    outlying.length === 0 ? t('quality.noOutliers') : t('quality.outliers', { list: formats.list(outlying.map(parts.channel)) }),
    cut.length === 0
      ? t('quality.noCut')
      : t('quality.cut', { list: formats.list(cut.map(({ channel, year }) => `${parts.channel(channel)} ${year}`)) }),
  ].filter((line) => line !== '')
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined || years.length < 3) return <p className={classes.small}>{t('quality.few')}</p>
  const basis = t('quality.basis', { count: years.length, years: formats.years(first, last) })
  const nameOf = (group: PartGroup): string => (group.pillar === null ? t('quality.index') : parts.pillar(group.pillar))
  const hundred = (value: number | null): number | null => (value === null ? null : value * 100)
  const twin = {
    columns: [
      { id: 'group', label: t('quality.of'), kind: 'text' as const },
      { id: 'part', label: t('quality.part'), kind: 'text' as const },
      { id: 'set', label: `${t('quality.set')}, %`, kind: 'number' as const, decimals: 0 },
      { id: 'effective', label: `${t('quality.effective')}, %`, kind: 'number' as const, decimals: 0 },
      { id: 'correlation', label: t('quality.correlation'), kind: 'number' as const, decimals: 2 },
      { id: 'alpha', label: t('quality.alpha'), kind: 'number' as const, decimals: 2 },
    ],
    rows: groups.flatMap((group) =>
      group.parts.map(({ part, nominal, effective, correlation }) => ({
        id: `${group.pillar} ${part}`,
        cells: [nameOf(group), nameIn(group)(part), hundred(nominal), hundred(effective), correlation, group.alpha],
      })),
    ),
  }
  return (
    <section aria-label={t('quality.title')}>
      <div className={classes.qualitySave}>
        <SaveMenu title={t('quality.title')} subtitle={basis} twin={twin} />
      </div>
      <div className={classes.qualityBody}>
        <div className={classes.scroll}>
          <table className={layout.figures}>
            <thead>
              <tr>
                <th scope="col">{t('quality.part')}</th>
                <th scope="col" data-number>
                  {t('quality.set')}
                </th>
                <th scope="col" data-number>
                  {t('quality.effective')}
                </th>
                <th scope="col" data-number>
                  {t('quality.correlation')}
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <Fragment key={group.pillar}>
                  <tr>
                    <th scope="rowgroup" colSpan={4}>
                      {t('quality.group', {
                        group: nameOf(group),
                        alpha: formats.number(group.alpha, 2),
                      })}
                    </th>
                  </tr>
                  {group.parts.map((part) => (
                    <tr key={part.part}>
                      <td>{nameIn(group)(part.part)}</td>
                      <td data-number>{percent(part.nominal)}</td>
                      <td data-number>{percent(part.effective)}</td>
                      <td data-number>{part.correlation === null ? '–' : formats.signed(part.correlation, 2)}</td>
                    </tr>
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
        <ul className={classes.care}>
          {said.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <p className={classes.small}>
        {basis} <span data-figure-source>{t('quality.source')}</span>
      </p>
    </section>
  )
}
