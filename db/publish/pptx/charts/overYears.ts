// What is written over a plot of years: the years themselves, base year, events, reasons of gaps.
import { periodPosition } from '../../../../electron/shared/briefing/scales.ts'
import type { FigureSpec } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { Frame } from '../chartXml.ts'
import type { Shapes } from '../shapes.ts'
import { GREY, inches, run, type Timeline } from './frame.ts'

/** Every so many years below the axis: programs differ in how they thin out names, and some then show none. */
export function drawYears(shapes: Shapes, { plot }: Frame, { categories, skip }: Timeline, between: boolean): void {
  if (skip <= 1) return
  const step = plot.w / Math.max(1, between ? categories.length : categories.length - 1)
  categories.forEach((category, index) => {
    if (index % skip !== 0) return
    const x = plot.x + step * (between ? index + 0.5 : index)
    shapes.text('Year', { x: x - 0.4, y: plot.y + plot.h + 0.06, w: 0.8, h: 0.2 }, [
      { runs: [run(category, 10, GREY)], align: 'ctr' },
    ])
  })
}

/** Base year, events and reasons of gaps over a plot of years. @param cover gaps are cut out of an area in white */
export function overYears(
  spec: FigureSpec,
  frame: Frame,
  timeline: Timeline,
  edge: number,
  cover: boolean,
): (shapes: Shapes) => void {
  if (!timeline.years) return (shapes) => drawYears(shapes, frame, timeline, false)
  const { plot } = frame
  const [first, last] = [Number(timeline.categories[0]), Number(timeline.categories.at(-1))]
  const at = (position: number): number => plot.x + ((position - first) / Math.max(1, last - first)) * plot.w
  const within = (position: number): boolean => position >= first && position <= last
  return (shapes) => {
    drawYears(shapes, frame, timeline, false)
    for (const gap of spec.gaps) {
      const [from, to] =
        gap.from === gap.to
          ? [periodPosition(gap.from) - 1, periodPosition(gap.to) + 1]
          : [periodPosition(gap.from), periodPosition(gap.to)]
      if (!within((from + to) / 2)) continue
      const [x1, x2] = [Math.max(at(from), plot.x), Math.min(at(to), plot.x + plot.w)]
      const label = [{ runs: [run(gap.reason, 9, GREY)], align: 'l' as const }]
      if (cover) shapes.text('Gap', { x: x1, y: plot.y - 0.01, w: x2 - x1, h: plot.h }, [{ runs: [] }], { fill: 'FFFFFF' })
      // a text turned upwards is laid out along its own width and turned around its middle
      const wide = Math.min(plot.h - 0.1, inches(gap.reason, 9) * 1.1 + 0.1)
      const box = { x: (x1 + x2) / 2 - wide / 2, y: plot.y + plot.h - 0.06 - wide / 2 - 0.09, w: wide, h: 0.18 }
      shapes.text('Gap', box, label, { turned: 270, anchor: 'ctr' })
    }
    const events = spec.events
      .map((event) => ({ ...event, at: periodPosition(event.date) }))
      .filter((event) => within(event.at))
      .slice(0, 3)
    events.forEach((event, index) => {
      const x = at(event.at)
      shapes.line('Event', { x, y: plot.y - 0.06, w: 0, h: plot.h + 0.06 }, '8B94A0', 0.75)
      const next = events
        .map((other) => other.at)
        .filter((other) => other > event.at)
        .sort((a, b) => a - b)[0]
      const room = (next === undefined ? edge : at(next)) - x - 0.08
      const text = [{ runs: [run(event.label, 9, '454E5B')] }]
      if (inches(event.label, 9) <= room || next !== undefined)
        shapes.text(
          'Event',
          {
            x: x + 0.05,
            y: plot.y - 0.26 - (inches(event.label, 9) <= room ? 0 : 0.16 * (index % 2)),
            w: Math.max(room, 0.5),
            h: 0.2,
          },
          text,
          { anchor: 'ctr', wrap: false },
        )
      else
        shapes.text(
          'Event',
          { x: x - 3.05, y: plot.y - 0.26, w: 3, h: 0.2 },
          text.map((one) => ({ ...one, align: 'r' as const })),
          { anchor: 'ctr' },
        )
    })
    if (spec.baseYear !== null && within(spec.baseYear)) {
      const x = at(spec.baseYear)
      shapes.line('Base year', { x, y: plot.y - 0.12, w: 0, h: plot.h + 0.12 }, '14181F', 1.25, 'sysDash')
      const left = x - plot.x > 0.5
      shapes.text(
        'Base year',
        { x: left ? x - 0.66 : x + 0.06, y: plot.y - 0.26, w: 0.6, h: 0.2 },
        [{ runs: [run(String(spec.baseYear), 10, '14181F', true)], align: left ? 'r' : 'l' }],
        { anchor: 'ctr' },
      )
    }
  }
}
