import type { Corridor } from '../../../../electron/shared/contract/schema/corridors.ts'
import { classOf, type RouteClass, volumeIn } from '../../../../electron/shared/findings/corridors.ts'
import { ChartFrame, type Drawn } from '../../../charts/core/ChartFrame.tsx'
import { letters } from '../../../charts/core/letters.ts'
import type { Mark } from '../../../charts/core/types.ts'
import type { Size } from '../../../charts/core/useSize.ts'
import { worded } from '../../../language/wording.ts'
import type { CellRef } from '../../../ui/evidence/evidence.tsx'
import { corridorName, statusText, viaText, volumeText, type Words } from '../words.ts'
import { freeLabels, type MapLabel } from './freeLabels.ts'
import { curve, type Extent, LEAST_WIDTH, type MapDrawing, mapDrawing, routeWidth } from './geometry.ts'
import { MapKey } from './MapKey.tsx'
import classes from './map.module.css'
import { countryLabels, townLabels, volumeLabels } from './places.ts'

interface Props {
  readonly corridors: readonly Corridor[]
  /** ids of the corridors that touch the country on screen; the others are pale */
  readonly strong: ReadonlySet<string>
  readonly reporter: string
  readonly year: number
  readonly extent: Extent
  readonly height: number
  readonly name: string
  readonly summary: string
  readonly words: Words
  readonly onOpen: (cells: readonly CellRef[], figure: string, sentence: string) => void
}

interface RouteRef {
  readonly cells: readonly CellRef[]
  readonly figure: string
  readonly sentence: string
}

const colours: Readonly<Record<RouteClass, { readonly line: string; readonly text: string }>> = {
  RUS: { line: 'var(--partner-rus)', text: 'var(--partner-rus-text)' },
  CHN: { line: 'var(--partner-chn)', text: 'var(--partner-chn-text)' },
  other: { line: 'var(--mv-text)', text: 'var(--mv-text)' },
}

/** A rim in the colour of the land around letters. As attributes, so that a saved map has it too. */
const HALO = { stroke: 'var(--mv-land)', strokeWidth: 3, strokeLinejoin: 'round', paintOrder: 'stroke' } as const

/** Waypoints in the middle of the sea: the legs that touch them are sailed. */
const atSea = (place: string): boolean => place === 'Mid-Caspian'

interface Leg {
  readonly sea: boolean
  readonly path: string
}

/** A course cut into stretches on land and at sea. */
function legsOf(corridor: Corridor, drawing: MapDrawing): readonly Leg[] {
  const { points, kind } = corridor
  const placed = points.map(({ lon, lat }) => drawing.project(lon, lat))
  if (kind === 'sea') return [{ sea: true, path: curve(placed) }]
  const legs: { sea: boolean; from: number; to: number }[] = []
  for (let i = 0; i < points.length - 1; i++) {
    const sea = atSea(points[i]?.place ?? '') || atSea(points[i + 1]?.place ?? '')
    const last = legs.at(-1)
    if (last && last.sea === sea) last.to = i + 1
    else legs.push({ sea, from: i, to: i + 1 })
  }
  return legs.map(({ sea, from, to }) => ({ sea, path: curve(placed.slice(from, to + 1)) }))
}

const dashOf = (corridor: Corridor, sea: boolean): string | undefined =>
  sea ? '0.1 4.5' : corridor.kind === 'gas' ? '6 3' : corridor.kind === 'road' ? '2 3' : undefined

function Land({ drawing, reporter }: { readonly drawing: MapDrawing; readonly reporter: string }) {
  const own = drawing.land.find(({ code }) => code === reporter)
  return (
    <>
      {drawing.land.map(({ code, path }) => (
        <path key={code} d={path} fill="var(--mv-land)" stroke="var(--mv-border)" strokeWidth={0.5} />
      ))}
      {own ? <path d={own.path} fill="var(--mv-surface)" /> : null}
      <path d={drawing.borders} fill="none" stroke="var(--mv-axis)" strokeWidth={0.6} opacity={0.55} />
      <path d={drawing.undetermined} fill="none" stroke="var(--mv-axis)" strokeWidth={0.9} strokeDasharray="1 2.5" />
      {own ? <path d={own.path} fill="none" stroke="var(--mv-text-2)" strokeWidth={1.2} /> : null}
    </>
  )
}

/**
 * The corridors on the land they cross. Width is volume, colour says whom a route depends on, dots are the sea. Arrow keys walk along a
 * corridor and from one to the next.
 */
export function RouteMap({ corridors, strong, reporter, year, extent, height, name, summary, words, onOpen }: Props) {
  const { t, names } = words
  // wide routes below, thin ones above; pale ones at the bottom
  const order = [...corridors].sort(
    (a, b) =>
      Number(strong.has(a.id)) - Number(strong.has(b.id)) ||
      Number(volumeIn(a.volumes, year) !== null) - Number(volumeIn(b.volumes, year) !== null) ||
      (volumeIn(b.volumes, year)?.high ?? 0) - (volumeIn(a.volumes, year)?.high ?? 0),
  )
  const widthOf = (corridor: Corridor, size: Size): number => {
    const volume = volumeIn(corridor.volumes, year)
    return volume ? routeWidth(volume.high, size.width) : 1
  }
  const textOf = (corridor: Corridor): string | null => {
    const volume = volumeIn(corridor.volumes, year)
    return volume ? volumeText(words, volume) : null
  }

  const marksOf = (drawing: MapDrawing): readonly Mark<RouteRef>[] =>
    corridors.flatMap((corridor, series) => {
      const volume = volumeIn(corridor.volumes, year)
      const text = textOf(corridor)
      return corridor.points.map((point, step): Mark<RouteRef> => {
        const [x, y] = drawing.project(point.lon, point.lat)
        return {
          key: `${corridor.id} ${step}`,
          series,
          step,
          x,
          y,
          tip: {
            title: corridorName(words, corridor),
            rows: [
              {
                label: volume ? t('map.volume', { period: words.formats.period(volume.period) }) : t(`kind.${corridor.kind}`),
                value: text === null ? t('map.noVolume', { year }) : `${text} ${t('map.mt')}`,
                colour: colours[classOf(corridor)].line,
                active: true,
              },
            ],
            lines: [
              viaText(words, corridor),
              statusText(words, corridor),
              point.approximate ? `${point.place}, ${t('map.approximate')}` : point.place,
              worded(words.formats.language, corridor.note),
            ].filter((line) => line !== ''),
          },
          ref: volume ? { cells: volume.cells, figure: text ?? '', sentence: corridorName(words, corridor) } : undefined,
        }
      })
    })

  /** What is written on the map, from what matters most: the country on screen, volumes, towns, other countries. */
  const namesOn = (drawing: MapDrawing, size: Size, inside: (at: readonly [number, number]) => boolean): readonly MapLabel[] => {
    const countries = countryLabels.flatMap((label): MapLabel[] => {
      const at = extent === 'near' ? label.near : label.whole
      const place = at === null ? null : drawing.project(at[0], at[1])
      if (place === null || !inside(place)) return []
      const [x, y] = place
      const own = label.code === reporter
      const look = own ? { size: 14, weight: 620, moves: [] } : { size: 12, weight: 400, moves: [13, -13] }
      return [{ id: label.code, text: names.area(label.code), x, y, anchor: 'middle', ...look }]
    })
    const towns = townLabels.flatMap((town): MapLabel[] => {
      const [x, y] = drawing.project(town.at[0], town.at[1])
      if ((town.only !== undefined && town.only !== extent) || !inside([x, y])) return []
      const at = { x: x + town.dx, y: y + town.dy, anchor: town.anchor }
      return [{ id: town.key, text: t(town.key), ...at, size: 11.5, weight: 400, moves: [] }]
    })
    const volumes = corridors.flatMap((corridor): MapLabel[] => {
      const spot = volumeLabels[corridor.id]
      const text = textOf(corridor)
      if (!spot || text === null || !strong.has(corridor.id)) return []
      const [x, y] = drawing.project(spot.at[0], spot.at[1])
      if (!inside([x, y])) return []
      const lift = spot.dy < 0 ? -widthOf(corridor, size) / 2 : 0
      const at = { x: x + spot.dx, y: y + spot.dy + lift, anchor: spot.anchor }
      const label = `${t(shortKeys[corridor.id] ?? 'short.titr')} ${text}`
      return [{ id: corridor.id, text: label, ...at, size: 12, weight: 650, moves: [-14, -28, 14, 30, 44] }]
    })
    const own = (label: MapLabel): boolean => label.id === reporter
    return [...countries.filter(own), ...volumes, ...towns, ...countries.filter((label) => !own(label))]
  }

  const draw = (size: Size, active: Mark<RouteRef> | null): Drawn<RouteRef> => {
    const drawing = mapDrawing(size.width, size.height, extent)
    const chosen = active ? corridors[active.series]?.id : undefined
    const inside = ([x, y]: readonly [number, number], room = 30): boolean =>
      x > room && x < size.width - room && y > 14 && y < size.height - 10
    const named = namesOn(drawing, size, inside)
    const shift = freeLabels(named)
    return {
      marks: marksOf(drawing).filter(({ x, y }) => inside([x, y], 2)),
      reach: 18,
      svg: (
        <svg width={size.width} height={size.height} className={classes.map} role="presentation">
          <rect width={size.width} height={size.height} fill="var(--mv-water)" />
          <Land drawing={drawing} reporter={reporter} />
          {countryLabels.map((label) => {
            const at = extent === 'near' ? label.near : label.whole
            const place = at === null ? null : drawing.project(at[0], at[1])
            const move = shift.get(label.code)
            return place === null || move === undefined ? null : (
              <text
                key={label.code}
                x={place[0]}
                y={place[1] + move}
                textAnchor="middle"
                fill={label.code === reporter ? 'var(--mv-text)' : 'var(--mv-text-3)'}
                style={label.code === reporter ? { fontSize: letters(14), fontWeight: 620 } : { fontSize: letters(12) }}
                {...HALO}
              >
                {names.area(label.code)}
              </text>
            )
          })}
          {order.map((corridor) => {
            const colour = colours[classOf(corridor)].line
            const width = widthOf(corridor, size)
            const known = volumeIn(corridor.volumes, year) !== null
            const pale = !strong.has(corridor.id)
            const lit = corridor.id === chosen
            return (
              <g key={corridor.id} opacity={lit ? 1 : pale ? 0.25 : known ? 1 : 0.55}>
                {legsOf(corridor, drawing).map((leg) => (
                  <path
                    key={leg.path}
                    d={leg.path}
                    fill="none"
                    stroke={colour}
                    strokeWidth={lit ? Math.max(width + 1.4, LEAST_WIDTH + 1) : width}
                    strokeDasharray={dashOf(corridor, leg.sea)}
                    strokeLinecap="round"
                    strokeLinejoin="round"
                    className={classes.route}
                  />
                ))}
              </g>
            )
          })}
          {townLabels.map((town) => {
            const place = drawing.project(town.at[0], town.at[1])
            return (town.only !== undefined && town.only !== extent) || !inside(place) ? null : (
              <g key={town.key}>
                <circle cx={place[0]} cy={place[1]} r={3} fill="var(--mv-surface)" stroke="var(--mv-text)" strokeWidth={1.3} />
                {shift.has(town.key) ? (
                  <text
                    x={place[0] + town.dx}
                    y={place[1] + town.dy}
                    textAnchor={town.anchor}
                    fill="var(--mv-text)"
                    style={{ fontSize: letters(11.5) }}
                    {...HALO}
                  >
                    {t(town.key)}
                  </text>
                ) : null}
              </g>
            )
          })}
          {corridors.map((corridor) => {
            const label = named.find(({ id }) => id === corridor.id)
            const move = shift.get(corridor.id)
            return label === undefined || move === undefined ? null : (
              <text
                key={corridor.id}
                x={label.x}
                y={label.y + move}
                textAnchor={label.anchor}
                fill={colours[classOf(corridor)].text}
                style={{ fontSize: letters(label.size), fontWeight: label.weight }}
                {...HALO}
              >
                {label.text}
              </text>
            )
          })}
          <MapKey words={words} bottom={size.height} />
          {active ? <circle cx={active.x} cy={active.y} r={4.5} fill="none" stroke="var(--mv-text)" strokeWidth={2} /> : null}
        </svg>
      ),
    }
  }
  return (
    <ChartFrame<RouteRef>
      name={name}
      summary={summary}
      height={height}
      defaultHeight={height}
      draw={draw}
      onPoint={({ cells, figure, sentence }) => onOpen(cells, figure, sentence)}
    />
  )
}

const shortKeys: Readonly<Record<string, 'short.cpc' | 'short.atyrau-samara' | 'short.kaz-china-oil' | 'short.titr'>> = {
  cpc: 'short.cpc',
  'atyrau-samara': 'short.atyrau-samara',
  'kaz-china-oil': 'short.kaz-china-oil',
  titr: 'short.titr',
}
