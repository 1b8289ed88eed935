import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './chart.module.css'
import { type Move, markAt, moveMark, spoken } from './keyboard.ts'
import { Tooltip } from './Tooltip.tsx'
import type { ChartProps, Mark } from './types.ts'
import { type Size, useSize } from './useSize.ts'

export interface Drawn<Ref> {
  readonly marks: readonly Mark<Ref>[]
  readonly svg: ReactNode
  /** how far from a mark the pointer may be, px; charts of periods reach far, charts of single marks do not */
  readonly reach?: number
  readonly weightY?: number
}

interface Props<Ref> extends ChartProps<Ref> {
  readonly draw: (size: Size, active: Mark<Ref> | null) => Drawn<Ref>
  readonly defaultHeight: number
}

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/** Where nothing can be measured, as in tests without layout. */
const FIRST_WIDTH = 640
const nothing: Drawn<never> = { marks: [], svg: null }

/**
 * What every chart shares: its size, its name, the keyboard, the tooltip. The drawing itself comes in as a function of the size.
 */
export function ChartFrame<Ref>({ name, summary, height, onPoint, draw, defaultHeight }: Props<Ref>) {
  const { t } = useTranslation('charts')
  const fixed = height === 'fill' ? null : (height ?? defaultHeight)
  const [frame, measured] = useSize<HTMLDivElement>()
  const size = { width: measured?.width || FIRST_WIDTH, height: fixed ?? (measured?.height || defaultHeight) }
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [byKeyboard, setByKeyboard] = useState(false)
  const summaryId = useId()
  // drawn once without a mark to know the marks; the active one only adds to the drawing
  const drawn = measured === null ? nothing : draw(size, null)
  const active = drawn.marks.find((mark) => mark.key === activeKey) ?? null
  const svg = active ? draw(size, active).svg : drawn.svg

  // where the screen gives no sentence of its own, one is made of what is drawn: how many figures, the first and the last
  const [firstMark, lastMark] = [drawn.marks.at(0), drawn.marks.at(-1)]
  const sentence =
    summary ??
    (firstMark && lastMark
      ? t('summary', { count: drawn.marks.length, first: spoken(firstMark), last: spoken(lastMark) })
      : undefined)

  const open = (mark: Mark<Ref> | null): void => {
    if (mark && mark.ref !== undefined) onPoint?.(mark.ref)
  }
  const pointAt = (event: PointerEvent<HTMLDivElement>): Mark<Ref> | null => {
    const box = event.currentTarget.getBoundingClientRect()
    // a chart on a slide is scaled: its marks are not
    const scale = box.width > 0 && event.currentTarget.offsetWidth > 0 ? box.width / event.currentTarget.offsetWidth : 1
    return markAt(
      drawn.marks,
      (event.clientX - box.left) / scale,
      (event.clientY - box.top) / scale,
      drawn.reach ?? 28,
      drawn.weightY ?? 1,
    )
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const move = moves[event.key]
    if (move !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      setByKeyboard(true)
      setActiveKey(moveMark(drawn.marks, activeKey, move)?.key ?? null)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(active)
    } else if (event.key === 'Escape' && activeKey !== null) {
      event.stopPropagation()
      setActiveKey(null)
    }
  }

  return (
    <div
      ref={frame}
      role="application"
      aria-roledescription={t('chart')}
      aria-label={name}
      // until it is drawn; whoever takes pictures or tests waits for it
      aria-busy={measured === null}
      aria-describedby={sentence === undefined ? undefined : summaryId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk over the marks
      tabIndex={0}
      className={`${classes.frame} ${height === 'fill' ? classes.fill : ''} ${active && onPoint && active.ref !== undefined ? classes.pointed : ''}`}
      style={fixed === null ? { minHeight: defaultHeight } : { height: fixed }}
      onKeyDown={onKeyDown}
      onFocus={() => setByKeyboard(true)}
      onBlur={() => setActiveKey(null)}
      onPointerMove={(event) => {
        setByKeyboard(false)
        setActiveKey(pointAt(event)?.key ?? null)
      }}
      onPointerLeave={() => setActiveKey(null)}
      onClick={() => open(active)}
    >
      <div
        aria-hidden="true"
        className={classes.drawing}
        style={{ '--drawn-width': `${size.width}px`, '--drawn-height': `${size.height}px` } as CSSProperties}
      >
        {svg}
      </div>
      {sentence !== undefined && (
        <p id={summaryId} className="visually-hidden">
          {sentence} {t('keys')}
        </p>
      )}
      {active && <Tooltip mark={active} size={size} />}
      <div className="visually-hidden" aria-live="polite">
        {active && byKeyboard ? spoken(active) : ''}
      </div>
    </div>
  )
}
