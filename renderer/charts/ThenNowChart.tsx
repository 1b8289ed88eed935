// Longer than 300 lines: rows, axis and labels share one set of measures, so they stand together.
import { useTranslation } from 'react-i18next'
import { ChartFrame, type Drawn } from './core/ChartFrame.tsx'
import { linearScale, textWidth } from './core/geometry.ts'
import { letters } from './core/letters.ts'
import { MarkerShape } from './core/MarkerShape.tsx'
import { cut } from './core/rows.ts'
import type { ChartProps, Mark, Tip } from './core/types.ts'
import type { Size } from './core/useSize.ts'
import { fillVar, type PartnerStyle, partnerStyles, textVar } from './palette.ts'

/** One reading; low = high for a single value, else both ends of a published range. */
export interface Reading<Ref = unknown> {
  readonly low: number
  readonly high: number
  readonly tip: Tip
  readonly ref?: Ref
}

export interface ThenNowSeries<Ref = unknown> {
  readonly partner: string
  /** null = no reading in the base period, or none at all */
  readonly base: Reading<Ref> | null
  readonly latest: Reading<Ref> | null
}

export interface ThenNowItem<Ref = unknown> {
  readonly id: string
  readonly label: string
  /** second line: which periods */
  readonly note?: string
  /** rows of one group stand together under its name */
  readonly group?: string
  readonly series: readonly ThenNowSeries<Ref>[]
}

export interface ThenNowProps<Ref> extends ChartProps<Ref> {
  readonly rows: readonly ThenNowItem<Ref>[]
  readonly ticks: readonly number[]
  readonly format: (tick: number) => string
  /** names of the partners, for the line that explains the marks */
  readonly partners: readonly { readonly code: string; readonly label: string }[]
}

const LEGEND = 24
const GROUP = 24
const ROW = 36
const LINE = 14
const AXIS = 26

/** Places of rows and group names, in px; rows share what height is left. */
export function placeThenNow(
  rows: readonly ThenNowItem[],
  height: number,
): {
  readonly rows: readonly number[]
  readonly groups: readonly { readonly label: string; readonly y: number }[]
  readonly bottom: number
  readonly least: number
} {
  const lines = (row: ThenNowItem): number => Math.max(1, row.series.length)
  const groupCount = rows.filter((row, index) => row.group !== undefined && row.group !== rows[index - 1]?.group).length
  const least = LEGEND + groupCount * GROUP + rows.reduce((sum, row) => sum + ROW + (lines(row) - 1) * (LINE - 4), 0) + AXIS
  const extra = rows.length === 0 ? 0 : Math.min(26, Math.max(0, height - least) / rows.length)
  const groups: { label: string; y: number }[] = []
  const places: number[] = []
  let y = LEGEND
  rows.forEach((row, index) => {
    if (row.group !== undefined && row.group !== rows[index - 1]?.group) {
      groups.push({ label: row.group, y: y + GROUP / 2 })
      y += GROUP
    }
    const tall = ROW + (lines(row) - 1) * (LINE - 4) + extra
    places.push(y + tall / 2)
    y += tall
  })
  return { rows: places, groups, bottom: y, least }
}

/**
 * Then and now of several measures on one axis: hollow = base, filled = latest, an arrow between. Grouped by direction, never by alphabet. A
 * measure is one row; a second partner stands just below the first, in its own colour and marker.
 */
export function ThenNowChart<Ref>({ rows, ticks, format, partners, ...frame }: ThenNowProps<Ref>) {
  const { t } = useTranslation('charts')
  const styles = partnerStyles(partners.map((partner) => partner.code))
  const least = placeThenNow(rows, 0).least
  const draw = (size: Size, active: Mark<Ref> | null): Drawn<Ref> => {
    const placed = placeThenNow(rows, size.height)
    const left = Math.min(
      size.width * 0.36,
      Math.max(70, ...rows.flatMap((row) => [textWidth(row.label, 12), textWidth(row.note ?? '')])) + 16,
    )
    const x = linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [left + 6, size.width - 20])
    const lineY = (row: number, line: number, count: number): number => (placed.rows[row] ?? 0) + (line - (count - 1) / 2) * LINE
    const marks = rows.flatMap((row, index) =>
      row.series.flatMap((series, line): Mark<Ref>[] =>
        ([series.base, series.latest] as const).flatMap((reading, step) =>
          reading === null
            ? []
            : [
                {
                  key: `${row.id}|${series.partner}|${step}`,
                  series: index * 4 + line,
                  step,
                  x: x((reading.low + reading.high) / 2),
                  y: lineY(index, line, row.series.length),
                  tip: reading.tip,
                  ref: reading.ref,
                },
              ],
        ),
      ),
    )
    const svg = (
      <svg width={size.width} height={size.height} role="presentation">
        <Legend
          partners={partners}
          styles={styles}
          left={left}
          hollow={t('then')}
          now={(name) => t('now', { name })}
          width={size.width}
        />
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={LEGEND} y2={placed.bottom} stroke="var(--mv-grid)" />
            <text
              x={x(tick)}
              y={placed.bottom + 17}
              textAnchor={tick === ticks.at(-1) ? 'end' : 'middle'}
              dx={tick === ticks.at(-1) ? 14 : 0}
              fill="var(--mv-text-3)"
            >
              {format(tick)}
            </text>
          </g>
        ))}
        {placed.groups.map((group) => (
          <g key={group.label}>
            <line x1={0} x2={size.width - 20} y1={group.y} y2={group.y} stroke="var(--mv-border)" />
            <text
              x={0}
              y={group.y}
              dy="0.35em"
              fill="var(--mv-text)"
              stroke="var(--mv-surface)"
              strokeWidth={8}
              paintOrder="stroke"
              style={{ fontSize: letters(12), fontWeight: 620 }}
            >
              {group.label}
            </text>
          </g>
        ))}
        {rows.map((row, index) => {
          const y = placed.rows[index] ?? 0
          return (
            <g key={row.id}>
              <text x={0} y={row.note ? y - 7 : y} dy="0.35em" fill="var(--mv-text)" style={{ fontSize: letters(12) }}>
                {cut(row.label, left - 8, 12)}
              </text>
              {row.note && (
                <text x={0} y={y + 8} dy="0.35em" fill="var(--mv-text-3)">
                  {cut(row.note, left - 8)}
                </text>
              )}
              {row.series.map((series, line) => {
                const style = styles.get(series.partner)
                return style ? (
                  <Change
                    key={series.partner}
                    series={series}
                    style={style}
                    x={x}
                    y={lineY(index, line, row.series.length)}
                    small={line > 0}
                  />
                ) : null
              })}
            </g>
          )
        })}
        {active && <circle cx={active.x} cy={active.y} r={9} fill="none" stroke="var(--mv-focus)" strokeWidth={1.6} />}
      </svg>
    )
    return { marks, svg, reach: 24 }
  }
  return <ChartFrame {...frame} defaultHeight={least} draw={draw} />
}

interface LegendProps {
  readonly partners: ThenNowProps<unknown>['partners']
  readonly styles: ReadonlyMap<string, PartnerStyle>
  readonly left: number
  readonly width: number
  readonly hollow: string
  readonly now: (name: string) => string
}

/** What hollow and filled marks mean, in the colours of the partners. */
function Legend({ partners, styles, left, width, hollow, now }: LegendProps) {
  const words = partners.flatMap(({ code, label }) => {
    const style = styles.get(code)
    return style ? [{ style, text: now(label) }] : []
  })
  const first = words[0]
  if (!first) return null
  const needed = textWidth(hollow) + 30 + words.reduce((sum, word) => sum + textWidth(word.text, 11, 600) + 30, 0)
  let at = Math.max(0, Math.min(left, width - needed))
  const place = (text: string, weight: number): number => {
    const here = at
    at += textWidth(text, 11, weight) + 30
    return here
  }
  const start = place(hollow, 400)
  return (
    <g>
      <MarkerShape marker="circle" x={start + 6} y={9} colour={fillVar(first.style)} hollow />
      <text x={start + 16} y={9} dy="0.35em" fill="var(--mv-text-2)">
        {hollow}
      </text>
      {words.map((word) => {
        const here = place(word.text, 600)
        return (
          <g key={word.text}>
            <MarkerShape
              marker={word.style.marker === 'none' ? 'circle' : word.style.marker}
              x={here + 6}
              y={9}
              colour={fillVar(word.style)}
            />
            <text x={here + 16} y={9} dy="0.35em" fill={textVar(word.style)} style={{ fontWeight: 600 }}>
              {word.text}
            </text>
          </g>
        )
      })}
    </g>
  )
}

interface ChangeProps<Ref> {
  readonly series: ThenNowSeries<Ref>
  readonly style: PartnerStyle
  readonly x: (value: number) => number
  readonly y: number
  readonly small: boolean
}

/** Base, arrow, latest. Ranges are capsules; the arrow runs between their near ends. */
function Change<Ref>({ series, style, x, y, small }: ChangeProps<Ref>) {
  const { base, latest } = series
  const colour = fillVar(style)
  const r = small ? 3.2 : 4.4
  const arrow = base && latest ? arrowBetween(x(base.low), x(base.high), x(latest.low), x(latest.high), r) : null
  const reading = (one: Reading<Ref>, hollow: boolean) =>
    one.high - one.low > 1e-9 ? (
      <rect
        x={x(one.low)}
        y={y - r}
        width={Math.max(2 * r - 2, x(one.high) - x(one.low))}
        height={2 * r}
        rx={r}
        fill={hollow ? 'var(--mv-surface)' : colour}
        stroke={colour}
        strokeWidth={hollow ? 1.6 : 0}
      />
    ) : (
      <MarkerShape
        marker={style.marker === 'none' ? 'circle' : style.marker}
        x={x(one.low)}
        y={y}
        r={r}
        colour={colour}
        hollow={hollow}
      />
    )
  return (
    <g>
      {arrow && (
        <g stroke={colour} strokeWidth={small ? 1.3 : 1.8} fill="none">
          <line x1={arrow.from} x2={arrow.to} y1={y} y2={y} strokeDasharray={small ? '3 2' : undefined} />
          <path
            d={`M${arrow.to - arrow.direction * 5} ${y - 3.2}L${arrow.to} ${y}L${arrow.to - arrow.direction * 5} ${y + 3.2}Z`}
            fill={colour}
            stroke="none"
          />
        </g>
      )}
      {base && reading(base, true)}
      {latest && reading(latest, false)}
    </g>
  )
}

/**
 * Ends of the arrow between two readings, in px: from the near end of the base to the near end of the latest, clear of both marks.
 *
 * @returns null when there is no room for an arrow
 */
export function arrowBetween(
  thenLow: number,
  thenHigh: number,
  nowLow: number,
  nowHigh: number,
  r: number,
): { readonly from: number; readonly to: number; readonly direction: 1 | -1 } | null {
  const direction = nowLow + nowHigh >= thenLow + thenHigh ? 1 : -1
  const from = (direction === 1 ? thenHigh : thenLow) + direction * (r + 1)
  const to = (direction === 1 ? nowLow : nowHigh) - direction * (r + 1)
  return (to - from) * direction < 6 ? null : { from, to, direction }
}
