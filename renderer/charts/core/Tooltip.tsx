import { useLayoutEffect, useRef, useState } from 'react'
import classes from './chart.module.css'
import type { Mark } from './types.ts'
import type { Size } from './useSize.ts'

const AWAY = 14

/** Period, value with unit, source, age: beside the mark, on the side where there is room. */
export function Tooltip({ mark, size }: { readonly mark: Mark; readonly size: Size }) {
  const ref = useRef<HTMLDivElement>(null)
  const [box, setBox] = useState({ width: 180, height: 60 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another mark has another text and so another size
  useLayoutEffect(() => {
    // the size in the chart's own px: on a slide the chart is scaled
    const found = ref.current
    if (found && found.offsetWidth > 0) setBox({ width: found.offsetWidth, height: found.offsetHeight })
  }, [mark.key])
  const left = mark.x + AWAY + box.width <= size.width ? mark.x + AWAY : Math.max(0, mark.x - AWAY - box.width)
  const top = Math.min(Math.max(0, mark.y - box.height / 2), Math.max(0, size.height - box.height))
  return (
    <div ref={ref} className={classes.tip} style={{ transform: `translate(${Math.round(left)}px, ${Math.round(top)}px)` }}>
      <div className={classes.tipTitle}>{mark.tip.title}</div>
      {mark.tip.rows.map((row) => (
        <div key={row.label} className={classes.tipRow} data-active={row.active || undefined}>
          {row.colour !== undefined && <span className={classes.tipSwatch} style={{ background: row.colour }} />}
          <span>{row.label}</span>
          <span className={classes.tipValue}>{row.value}</span>
        </div>
      ))}
      {mark.tip.lines.map((line) => (
        <div key={line} className={classes.tipLine}>
          {line}
        </div>
      ))}
    </div>
  )
}
