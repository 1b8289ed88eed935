import { useTranslation } from 'react-i18next'
import type { SubstitutionAnswer } from '../../../electron/shared/contract/schema/substitution.ts'
import { clausesOf, type Flow, hhiNotes, turnoverOf } from '../../../electron/shared/findings/substitution.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { useFormats, useLanguage } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useEventMarkers } from '../../ui/events/useEventMarkers.ts'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import classes from './substitution.module.css'

const HHI = { code: '', short: { en: '', ru: '', kk: '' }, decimals: 3 } as const

/** The verdict and the rule it follows, clause by clause, with the numbers of this case. */
export function VerdictCard({ answer }: { readonly answer: SubstitutionAnswer }) {
  const { t } = useTranslation('substitution')
  const names = useNames()
  const formats = useFormats()
  const partner = names.areaIn(answer.awayFrom, 'nominative')
  const text = ({ id, found, asked }: ReturnType<typeof clausesOf>[number]): string => {
    if (found === null) return t('clause.noLoss')
    if (id === 'gainer')
      return t('clause.gainer', { found: formats.percent(found * 100, 0), asked: formats.percent(asked * 100, 0) })
    const decimals = id === 'loss' ? 1 : 3
    const words = {
      partner,
      found: formats.number(Math.abs(found), decimals),
      asked: formats.number(asked, id === 'loss' ? 0 : 3),
    }
    return id === 'loss'
      ? t(found < 0 ? 'clause.gained' : 'clause.loss', words)
      : t(found < 0 ? 'clause.rose' : 'clause.spread', words)
  }
  const known = answer.leftOut.map(({ partner: code, year }) => `${names.area(code)} ${year}`)
  return (
    <Card title={t(`verdict.${answer.verdict}`)} subtitle={t('rule.subtitle')}>
      <ul className={classes.clauses}>
        {clausesOf(answer).map((clause) => (
          <li key={clause.id} data-holds={clause.holds}>
            <svg
              width="14"
              height="14"
              viewBox="0 0 14 14"
              fill="none"
              stroke="currentColor"
              strokeWidth={1.8}
              aria-hidden="true"
            >
              <path d={clause.holds ? 'M2 7.5 5.5 11 12 3' : 'M3 3l8 8M11 3l-8 8'} />
            </svg>
            <span>
              <span className="visually-hidden">{t(clause.holds ? 'rule.yes' : 'rule.no')} </span>
              {text(clause)}
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.small}>{t('rule.text')}</p>
      {known.length > 0 ? <p className={classes.small}>{t('rule.negative', { list: formats.list(known) })}</p> : null}
    </Card>
  )
}

/** Concentration over all years, with the bounds that the unallocated part leaves. */
export function HhiCard({ answer, flow }: { readonly answer: SubstitutionAnswer; readonly flow: Flow }) {
  const { t } = useTranslation('substitution')
  const formats = useFormats()
  const names = useNames()
  const language = useLanguage()
  const [first = 1995, last = 2025] = [answer.years[0], answer.years.at(-1)]
  const events = useEventMarkers({ from: first, to: last, most: 2 })
  const change = answer.hhiTo - answer.hhiFrom
  const word = Math.abs(change) < answer.rule.hhiFallAtLeast ? 'held' : change > 0 ? 'up' : 'down'
  const { joins, gaps, joinBetween, reasons } = hhiNotes(answer)
  const title = t(`hhi.${word}`, { from: answer.from, to: answer.to })
  return (
    <FigureCard
      id="substitution.hhi"
      title={title}
      subtitle={t('hhi.subtitle', { flow: t(`flowName.${flow}`) })}
      source={joinBetween ? [...new Set(reasons.map((reason) => reason[language]))].join(' ') : t('hhi.source')}
      twin={{
        columns: [
          { id: 'year', label: t('table.year'), kind: 'period' },
          { id: 'hhi', label: t('table.hhi'), kind: 'number', decimals: 4 },
          { id: 'low', label: t('table.low'), kind: 'number', decimals: 4 },
          { id: 'high', label: t('table.high'), kind: 'number', decimals: 4 },
          { id: 'effective', label: t('table.effective'), kind: 'number', decimals: 2 },
          { id: 'source', label: t('table.source'), kind: 'text' },
        ],
        rows: [...answer.hhi].reverse().map((one) => ({
          id: String(one.year),
          cells: [String(one.year), one.value, one.low, one.high, one.effectivePartners, names.source(one.source)],
        })),
      }}
    >
      <LineChart
        name={title}
        height="fill"
        unit={HHI}
        zero
        baseYear={answer.from}
        events={events}
        shaded={{ from: String(answer.from), to: String(answer.to) }}
        joins={joins.map((period) => ({ period }))}
        gaps={gaps.map((period) => ({ from: String(Number(period) - 1), to: String(Number(period) + 1), reason: period }))}
        series={[
          {
            id: 'hhi',
            label: t('table.hhi'),
            role: 'band',
            points: answer.hhi.map((one) => ({
              period: String(one.year),
              value: one.value,
              low: one.low,
              high: one.high,
              source: names.source(one.source),
              note: t('hhi.effective', { n: formats.number(one.effectivePartners) }),
            })),
          },
        ]}
      />
    </FigureCard>
  )
}

/** Who entered and who left the ten largest partners. */
export function TurnoverCard({ answer, flow }: { readonly answer: SubstitutionAnswer; readonly flow: Flow }) {
  const { t } = useTranslation('substitution')
  const names = useNames()
  const formats = useFormats()
  const rows = turnoverOf(answer)
  const entered = rows.filter((row) => row.state === 'entered').length
  const changes = new Map([answer.away, ...answer.gains].map((change) => [change.partner, change]))
  const title = entered === 0 ? t('turnover.titleNone') : t('turnover.title', { count: entered })
  return (
    <FigureCard
      id="substitution.turnover"
      kind="table"
      title={title}
      subtitle={t('turnover.subtitle', { flow: t(`flowName.${flow}`), from: answer.from, to: answer.to })}
      twin={{
        columns: [
          { id: 'partner', label: t('table.partner'), kind: 'text' },
          { id: 'rankFrom', label: t('table.rank', { year: answer.from }), kind: 'number', decimals: 0 },
          { id: 'shareFrom', label: t('table.share', { year: answer.from }), kind: 'number' },
          { id: 'rankTo', label: t('table.rank', { year: answer.to }), kind: 'number', decimals: 0 },
          { id: 'shareTo', label: t('table.share', { year: answer.to }), kind: 'number' },
        ],
        rows: rows.map((row) => ({
          id: row.partner,
          cells: [names.area(row.partner), row.rankFrom, row.shareFrom, row.rankTo, row.shareTo],
        })),
      }}
    >
      <table className={`${layout.figures} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('table.partner')}</th>
            <th scope="col" data-number>
              {answer.from}
            </th>
            <th scope="col" data-number>
              {answer.to}
            </th>
            <th scope="col">{t('table.ranks')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const change = changes.get(row.partner)
            const figure = (share: number | null, which: 'from' | 'to') =>
              share === null ? (
                '–'
              ) : (
                <EvidenceNumber
                  cells={(which === 'from' ? change?.cellsFrom : change?.cellsTo) ?? []}
                  sentence={`${names.area(row.partner)}, ${t(`flowName.${flow}`)}, ${which === 'from' ? answer.from : answer.to}`}
                >
                  {formats.percent(share)}
                </EvidenceNumber>
              )
            return (
              <tr key={row.partner} data-state={row.state}>
                <td>{names.area(row.partner)}</td>
                <td data-number>{figure(row.shareFrom, 'from')}</td>
                <td data-number>{figure(row.shareTo, 'to')}</td>
                <td>
                  {row.state === 'entered'
                    ? t('turnover.entered', { rank: row.rankTo })
                    : row.state === 'left'
                      ? t('turnover.left', { rank: row.rankFrom })
                      : row.rankFrom === row.rankTo
                        ? t('turnover.same', { rank: row.rankTo })
                        : t('turnover.moved', { from: row.rankFrom, to: row.rankTo })}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </FigureCard>
  )
}
