// What colours, dashes and widths of the map mean. Inside the drawing, so that a saved or set-aside map explains itself.
import { textWidth } from '../../../charts/core/geometry.ts'
import { letters } from '../../../charts/core/letters.ts'
import type { Words } from '../words.ts'

interface Sign {
  readonly key: string
  readonly text: string
  readonly stroke: string
  readonly width: number
  readonly dash?: string
}

const [LINE, SWATCH, PAD, SIZE] = [18, 22, 12, 11.5]

/** @param bottom lower edge of the map, px */
export function MapKey({ words: { t }, bottom }: { readonly words: Words; readonly bottom: number }) {
  const columns: readonly (readonly Sign[])[] = [
    [
      { key: 'rus', text: t('map.legend.rus'), stroke: 'var(--partner-rus)', width: 4 },
      { key: 'chn', text: t('map.legend.chn'), stroke: 'var(--partner-chn)', width: 4 },
      { key: 'other', text: t('map.legend.other'), stroke: 'var(--mv-text)', width: 4 },
    ],
    [
      { key: 'sea', text: t('map.legend.sea'), stroke: 'var(--mv-text-2)', width: 2, dash: '0.1 4' },
      { key: 'none', text: t('map.legend.none'), stroke: 'var(--mv-text-3)', width: 1 },
      { key: 'size', text: t('map.legend.size'), stroke: 'var(--mv-text-2)', width: 8.5 },
    ],
  ]
  const widths = columns.map((signs) => SWATCH + 8 + Math.max(...signs.map(({ text }) => textWidth(text, SIZE))))
  const [x, y] = [10, bottom - 10 - 3 * LINE - 2 * PAD + 6]
  const wide = widths.reduce((sum, width) => sum + width, 0) + 2 * PAD + 16
  return (
    <g>
      <rect x={x} y={y} width={wide} height={3 * LINE + 2 * PAD - 6} rx={6} fill="var(--mv-surface)" fillOpacity={0.92} />
      {columns.flatMap((signs, column) =>
        signs.map(({ key, text, stroke, width, dash }, row) => {
          const left = x + PAD + (column === 0 ? 0 : (widths[0] ?? 0) + 16)
          const middle = y + PAD - 3 + (row + 0.5) * LINE
          return (
            <g key={key}>
              <line
                x1={left + 1}
                x2={left + SWATCH - 1}
                y1={middle}
                y2={middle}
                stroke={stroke}
                strokeWidth={width}
                strokeDasharray={dash}
                strokeLinecap={dash ? 'round' : 'butt'}
              />
              <text x={left + SWATCH + 8} y={middle} dy="0.35em" fill="var(--mv-text-2)" style={{ fontSize: letters(SIZE) }}>
                {text}
              </text>
            </g>
          )
        }),
      )}
    </g>
  )
}
