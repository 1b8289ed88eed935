import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BreakSide } from '../../../electron/shared/analytics/breaks.ts'
import type { DependenceReport } from '../../../electron/shared/analytics/dependence/index.ts'
import type { DependenceInput } from '../../../electron/shared/contract/schema/dependence.ts'
import { concerns } from '../../../electron/shared/domain/event.ts'
import { NUMBER, PERCENT } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { useEventTitle } from '../../ui/events/useEventMarkers.ts'
import { type EvidenceRequest, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import layout from '../../ui/parts/layout.module.css'
import { Picker } from '../../ui/pickers/Picker.tsx'
import { BREAK_WINDOW, channelBreak, eventYear } from './breaks.ts'
import classes from './dependence.module.css'
import { shareUnit } from './prepare.ts'
import { usePartNames } from './words.tsx'

const FIRST_EVENT = '2014-03-27'
/** from this chance on, an order of years counts as no trend */
const SIGNIFICANT = 0.05

type Side = readonly [id: 'before' | 'after', side: BreakSide]
type Figure = (value: number | null, signed?: boolean) => string

interface SideRow {
  readonly id: string
  readonly label: string
  readonly cell: (side: BreakSide) => string
}

/** What is said of each side: its years, level, slope and whether its order counts as a trend. */
function useSideRows(): (number: Figure) => readonly SideRow[] {
  const { t } = useTranslation('dependence')
  const formats = useFormats()
  return (number) => {
    const slope = (side: BreakSide): string =>
      side.trend === null
        ? '–'
        : side.trend.low === null || side.trend.high === null
          ? t('break.slopeOnly', { slope: number(side.trend.slope, true) })
          : t('break.slope', {
              slope: number(side.trend.slope, true),
              low: number(side.trend.low, true),
              high: number(side.trend.high, true),
            })
    const test = (side: BreakSide): string =>
      side.test === null
        ? '–'
        : t('break.p', {
            verdict: t(`break.trend.${side.test.p >= SIGNIFICANT ? 'none' : (side.test.tau ?? 0) > 0 ? 'up' : 'down'}`),
            tau: formats.number(side.test.tau, 2),
            p: formats.number(side.test.p, 2),
          })
    return [
      {
        id: 'years',
        label: t('break.years'),
        cell: (side: BreakSide) => `${formats.years(side.first ?? '', side.last ?? '')} (${side.n})`,
      },
      { id: 'mean', label: t('break.mean'), cell: (side: BreakSide) => number(side.mean) },
      { id: 'slopes', label: t('break.slopes'), cell: slope },
      { id: 'test', label: t('break.test'), cell: test },
    ]
  }
}

function SidesTable({ sides, rows }: { readonly sides: readonly Side[]; readonly rows: readonly SideRow[] }) {
  const { t } = useTranslation('dependence')
  return (
    <table className={`${layout.figures} ${classes.table} ${classes.breakTable}`}>
      <thead>
        <tr>
          <th />
          {sides.map(([id]) => (
            <th key={id} scope="col" data-number>
              {t(`break.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.label}</td>
            {sides.map(([id, side]) => (
              <td key={id} data-number>
                {row.cell(side)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A channel before and after a dated event: levels and slopes of both sides, with how little they rest on. */
export function BreakCard({
  report,
  inputs,
}: {
  readonly report: DependenceReport
  readonly inputs: readonly DependenceInput[]
}) {
  const { t } = useTranslation('dependence')
  const names = useNames()
  const formats = useFormats()
  const parts = usePartNames()
  const sideRows = useSideRows()
  const { open } = useEvidence()
  const titleOf = useEventTitle()
  const events = useCall('events.list', {})
  const [channel, setChannel] = useState(inputs.find((input) => input.channel === 'imports')?.channel ?? inputs[0]?.channel ?? '')
  const [date, setDate] = useState(FIRST_EVENT)
  const input = inputs.find((one) => one.channel === channel) ?? inputs[0]
  const list = (events.state === 'ready' ? events.value : [])
    .filter(
      (event) =>
        !event.hidden && concerns(event, report.reporter) && eventYear(event.date) >= 1996 && eventYear(event.date) <= 2024,
    )
    .sort((a, b) => (a.date < b.date ? 1 : -1))
  if (!input) return null
  const event = list.find((one) => one.date === date) ?? list[0]
  const year = event ? eventYear(event.date) : 2014
  const found = channelBreak(input, year)
  const unit = shareUnit(report.method.channels.find((one) => one.id === input.channel)?.goalposts ?? { min: 0, max: 1 })
  const factor = unit === 'share' ? 100 : 1
  const number: Figure = (value, signed = false) =>
    value === null
      ? '–'
      : signed
        ? formats.signed(value * factor, unit === 'share' ? 1 : 2)
        : formats.number(value * factor, unit === 'share' ? 1 : 2)
  const short = event ? titleOf(event, 'short') : String(year)
  const name = parts.channel(input.channel)
  const title =
    found === null || found.meanChange === null
      ? t('break.titleNone', { channel: name, event: short })
      : t('break.title', { channel: name, change: number(found.meanChange, true), event: short })
  const sides: readonly Side[] =
    found === null
      ? []
      : ([
          ['before', found.before],
          ['after', found.after],
        ] satisfies readonly Side[])
  const rows = sideRows(number)
  const shown = input.figures.filter((figure) => Math.abs(figure.year - year) <= BREAK_WINDOW)
  return (
    <FigureCard
      id="dependence.break"
      title={title}
      subtitle={t('break.subtitle', { window: BREAK_WINDOW, year })}
      source={[found?.small ? t('break.small') : '', t('break.source')].filter((line) => line !== '').join(' ')}
      twin={{
        columns: [
          { id: 'row', label: '', kind: 'text' },
          ...sides.map(([id]) => ({ id, label: t(`break.${id}`), kind: 'text' as const })),
        ],
        rows: rows.map((row) => ({ id: row.id, cells: [row.label, ...sides.map(([, side]) => row.cell(side))] })),
      }}
    >
      <div className={classes.row}>
        <Picker
          label={t('break.channel')}
          text={name}
          options={inputs.map((one) => ({ value: one.channel, label: parts.channel(one.channel) }))}
          chosen={[input.channel]}
          onPick={setChannel}
        />
        <Picker
          label={t('break.event')}
          text={short}
          options={list.map((one) => ({ value: one.date, label: `${one.date.slice(0, 4)} ${titleOf(one, 'short')}` }))}
          chosen={event ? [event.date] : []}
          onPick={setDate}
        />
      </div>
      {found === null ? (
        <p className={classes.small}>{t('break.empty', { channel: name, year })}</p>
      ) : (
        <div className={classes.break}>
          <LineChart<EvidenceRequest>
            name={title}
            height={200}
            unit={unit === 'share' ? PERCENT : NUMBER}
            events={event ? [{ date: event.date, label: short }] : []}
            series={[
              {
                id: input.channel,
                label: names.area(report.on),
                partner: report.on,
                role: 'main',
                points: shown.map((figure) => ({
                  period: String(figure.year),
                  value: ((figure.low + figure.high) / 2) * factor,
                  source: names.source(figure.source),
                  ref: {
                    cells: figure.cells,
                    figure: number((figure.low + figure.high) / 2),
                    sentence: `${name}, ${figure.year}`,
                  },
                })),
              },
            ]}
            onPoint={open}
          />
          <SidesTable sides={sides} rows={rows} />
        </div>
      )}
    </FigureCard>
  )
}
