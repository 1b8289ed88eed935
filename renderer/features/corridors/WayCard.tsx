// Who stands between the oil and its market: one chain of countries per route, with volume and share.

import type { ReactNode } from 'react'
import type { Corridors } from '../../../electron/shared/contract/schema/corridors.ts'
import { corridorsThrough, type RouteRow, routeRows, volumeIn } from '../../../electron/shared/findings/corridors.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import type { TextKey } from '../../language/useSay.ts'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import { useView } from '../../ui/view/useView.ts'
import classes from './corridors.module.css'
import { corridorName, oilRouteName, shareText, statusText, volumeText, type Words } from './words.ts'

interface Props {
  readonly value: Corridors
  readonly year: number
  readonly words: Words
}

function Chain({
  stops,
  words,
}: {
  readonly stops: readonly { readonly id: string; readonly code: string | null; readonly text: string }[]
  readonly words: Words
}) {
  const { names } = words
  return (
    <div className={classes.chain}>
      {stops.map((stop, index) => (
        <span key={stop.id} style={{ display: 'contents' }}>
          {index > 0 ? (
            <svg
              width="12"
              height="9"
              viewBox="0 0 12 9"
              fill="none"
              stroke="currentColor"
              strokeWidth={1.3}
              className={classes.arrow}
              aria-hidden="true"
            >
              <path d="M1 4.5h9M7 1.5l3 3-3 3" />
            </svg>
          ) : null}
          {stop.code === null ? (
            <span>{stop.text}</span>
          ) : (
            <span className={classes.chip} data-kind={stop.code}>
              {stop.code === 'soft' ? stop.text : names.area(stop.code)}
            </span>
          )}
        </span>
      ))}
    </div>
  )
}

function wayStops(row: RouteRow, words: Words) {
  const { t, names } = words
  const between = row.route.way.map((stop, index) =>
    stop === 'sea' || stop === 'unknown'
      ? { id: `${index} ${stop}`, code: 'soft', text: t(`way.${stop}`) }
      : { id: `${index} ${stop}`, code: stop, text: '' },
  )
  return [
    { id: 'from', code: null, text: names.area('KAZ') },
    ...between,
    { id: 'to', code: null, text: t(`market.${row.route.market}` as TextKey<'corridors'>) },
  ]
}

function Ways({
  rows,
  words,
  title,
}: {
  readonly rows: readonly RouteRow[]
  readonly words: Words
  readonly title: string
}): ReactNode {
  const { t } = words
  return (
    <ul className={classes.ways}>
      {rows.map((row) => (
        <li key={row.route.id} className={classes.way} data-within={row.within || undefined}>
          <div className={classes.wayHead}>
            <span>
              {row.within ? `${t('way.partOf')} ` : ''}
              {oilRouteName(words, row.route.id)}
            </span>
            <EvidenceNumber cells={row.volume.cells} sentence={title}>
              {volumeText(words, row.volume)}
            </EvidenceNumber>
            <span className={classes.pct}>{row.share ? shareText(words, row.share) : '–'}</span>
          </div>
          <Chain stops={wayStops(row, words)} words={words} />
        </li>
      ))}
    </ul>
  )
}

/** Kazakhstan's routes of a year. */
export function OilWays({ value, year, words }: Props) {
  const { t, names, formats } = words
  const rows = routeRows(value, year)
  const total = volumeIn(value.oil.totals, year)
  const title = t('way.title', { ...areaWords(names, 'reporter', 'KAZ') })
  const period = rows[0]?.volume.period ?? total?.period ?? String(year)
  if (rows.length === 0) {
    const years = value.oil.crossing[0]?.points.map((point) => String(point.year)) ?? []
    return (
      <Card title={title}>
        <p className={layout.text}>{t('way.none', { year, years: formats.list(years) })}</p>
      </Card>
    )
  }
  const head = total ? t('way.of', { total: formats.range(total.low, total.high, 1) }) : t('way.mt')
  return (
    <FigureCard
      id="corridors.ways"
      title={title}
      subtitle={`${t('way.subtitle', { period: formats.period(period) })} · ${head}`}
      source={t('way.source')}
      twin={{
        columns: [
          { id: 'route', label: t('column.route'), kind: 'text' },
          { id: 'low', label: `${t('column.low')}, ${t('map.mt')}`, kind: 'number', decimals: 3 },
          { id: 'high', label: `${t('column.high')}, ${t('map.mt')}`, kind: 'number', decimals: 3 },
          { id: 'share', label: t('column.share'), kind: 'number' },
          { id: 'shareHigh', label: t('column.shareHigh'), kind: 'number' },
        ],
        rows: rows.map((row) => ({
          id: row.route.id,
          cells: [
            oilRouteName(words, row.route.id),
            row.volume.low,
            row.volume.high,
            row.share?.low ?? null,
            row.share?.high ?? null,
          ],
          refs: [null, row.volume.cells[0], row.volume.cells.at(-1)],
        })),
      }}
    >
      <Ways rows={rows} words={words} title={title} />
    </FigureCard>
  )
}

/** For every other country: the corridors that cross it, with the countries before and after. */
export function CrossingWays({ value, year, words }: Props) {
  const { t, names } = words
  const { reporter } = useView()
  const own = areaWords(names, 'reporter', reporter)
  const title = t('way.crossTitle', own)
  const corridors = corridorsThrough(value, reporter)
  if (corridors.length === 0)
    return (
      <Card title={title}>
        <p className={layout.text}>{t('way.crossNone', own)}</p>
      </Card>
    )
  return (
    <FigureCard
      id="corridors.crossing"
      kind="table"
      title={title}
      subtitle={t('way.crossSubtitle', { year })}
      source={t('way.source')}
      twin={{
        columns: [
          { id: 'route', label: t('column.route'), kind: 'text' },
          { id: 'kind', label: t('column.kind'), kind: 'text' },
          { id: 'via', label: t('column.via'), kind: 'text' },
          { id: 'low', label: `${t('column.low')}, ${t('map.mt')}`, kind: 'number', decimals: 3 },
        ],
        rows: corridors.map((corridor) => {
          const volume = volumeIn(corridor.volumes, year)
          return {
            id: corridor.id,
            cells: [
              corridorName(words, corridor),
              t(`kind.${corridor.kind}`),
              corridor.transit.map((code) => names.area(code)).join(', '),
              volume?.low ?? null,
            ],
            refs: [null, null, null, volume?.cells[0]],
          }
        }),
      }}
    >
      <ul className={classes.ways}>
        {corridors.map((corridor) => {
          const volume = volumeIn(corridor.volumes, year)
          return (
            <li key={corridor.id} className={classes.way}>
              <div className={classes.wayHead}>
                <span>{corridorName(words, corridor)}</span>
                {volume ? (
                  <EvidenceNumber cells={volume.cells} sentence={title}>
                    {`${volumeText(words, volume)} ${t('map.mt')}`}
                  </EvidenceNumber>
                ) : (
                  <span>–</span>
                )}
                <span className={classes.pct}>{t(`kind.${corridor.kind}`)}</span>
              </div>
              <Chain stops={corridor.transit.map((code) => ({ id: code, code, text: '' }))} words={words} />
              <div className={layout.text}>{statusText(words, corridor)}</div>
            </li>
          )
        })}
      </ul>
    </FigureCard>
  )
}
