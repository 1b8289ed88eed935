import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { longestGap, type Tick } from '../../../electron/shared/findings/corridors.ts'
import { useSize } from '../../charts/core/useSize.ts'
import classes from './corridors.module.css'
import type { Words } from './words.ts'

interface Props {
  readonly ticks: readonly Tick[]
  readonly year: number
  readonly onChange: (year: number) => void
  readonly words: Words
}

const EDGE = 26
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
}

/** Years on a line: filled where the share of transit is known, hollow where it is not. One control for mouse and keys. */
export function YearSlider({ ticks, year, onChange, words }: Props) {
  const { t } = words
  const [ref, measured] = useSize<HTMLDivElement>()
  const size = { width: measured?.width || 600, height: measured?.height || 44 }
  const [from, to] = [ticks[0]?.year ?? year, ticks.at(-1)?.year ?? year]
  const x = (at: number): number => (to === from ? size.width / 2 : EDGE + ((at - from) / (to - from)) * (size.width - 2 * EDGE))
  // keys may come faster than the page draws: a step counts from the year that was asked for, not from the one on screen
  const asked = useRef(year)
  const onTheWay = useRef(new Set<number>())
  useEffect(() => {
    // the page draws an earlier step while later ones are on their way: only the last, or a year from elsewhere, is a new beginning
    if (year !== asked.current && onTheWay.current.has(year)) return
    asked.current = year
    onTheWay.current.clear()
  }, [year])
  const set = (next: number): void => {
    const bounded = Math.min(to, Math.max(from, next))
    if (bounded === asked.current) return
    if (year === asked.current) onTheWay.current.clear()
    onTheWay.current.add(asked.current).add(bounded)
    asked.current = bounded
    onChange(bounded)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step === undefined && event.key !== 'Home' && event.key !== 'End') return
    event.preventDefault()
    set(event.key === 'Home' ? from : event.key === 'End' ? to : asked.current + (step ?? 0))
  }
  const pick = (event: PointerEvent<HTMLDivElement>): void => {
    const left = event.currentTarget.getBoundingClientRect().left
    set(Math.round(from + ((event.clientX - left - EDGE) / (size.width - 2 * EDGE)) * (to - from)))
  }
  const gap = longestGap(ticks)
  const gapText = gap ? t('slider.gap', gap) : ''
  const gapFits = gap !== null && x(gap.to) - x(gap.from) > gapText.length * 5.6
  // a year is named where its neighbours leave room; the chosen one always
  const named = ticks.filter((tick, index) => {
    const next = ticks.slice(index + 1).find((other) => other.split)
    return (
      tick.split && tick.year !== year && (!next || x(next.year) - x(tick.year) >= 36) && Math.abs(x(tick.year) - x(year)) >= 36
    )
  })
  const split = ticks.find((tick) => tick.year === year)?.split ?? false
  return (
    <div className={classes.sliderRow}>
      <span id="corridors-year">{t('slider.label')}</span>
      <div
        ref={ref}
        role="slider"
        tabIndex={0}
        aria-labelledby="corridors-year"
        aria-valuemin={from}
        aria-valuemax={to}
        aria-valuenow={year}
        aria-valuetext={t(split ? 'slider.split' : 'slider.noSplit', { year })}
        className={classes.slider}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          pick(event)
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) pick(event)
        }}
      >
        <svg width={size.width} height={44} aria-hidden="true">
          <line x1={x(from)} x2={x(to)} y1={14} y2={14} stroke="var(--mv-border)" strokeWidth={3} strokeLinecap="round" />
          {ticks.map((tick) => (
            <circle
              key={tick.year}
              cx={x(tick.year)}
              cy={14}
              r={tick.split ? 3.6 : 2.4}
              fill={tick.split ? 'var(--mv-text-2)' : 'var(--mv-surface)'}
              stroke={tick.split ? 'var(--mv-text-2)' : 'var(--mv-axis)'}
              strokeWidth={1}
            />
          ))}
          <circle cx={x(year)} cy={14} r={7} fill="var(--mv-surface)" stroke="var(--mv-text)" strokeWidth={2.6} />
          {named.map((tick) => (
            <text key={tick.year} x={x(tick.year)} y={36} textAnchor="middle" fill="var(--mv-text-2)">
              {String(tick.year)}
            </text>
          ))}
          {gap && gapFits && (year < gap.from || year > gap.to) ? (
            <text x={(x(gap.from) + x(gap.to)) / 2} y={36} textAnchor="middle" fill="var(--mv-text-3)">
              {gapText}
            </text>
          ) : null}
          <text x={x(year)} y={36} textAnchor="middle" fill="var(--mv-text)" fontWeight={650}>
            {String(year)}
          </text>
        </svg>
      </div>
    </div>
  )
}
