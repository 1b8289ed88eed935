// Scores with their standard errors, and the size of the economy and of the country.

import type { Governance, ScorePoint } from '../../../electron/shared/contract/schema/governance.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { YearLines } from '../../charts/YearLines.tsx'
import { useEventMarkers } from '../../ui/events/useEventMarkers.ts'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import { useView } from '../../ui/view/useView.ts'
import classes from './governance.module.css'
import { scoreChange } from './prepare.ts'
import { scorePoint, scoreTwin, type Words } from './words.ts'

interface Props {
  readonly value: Governance
  readonly words: Words
}

interface ScoreProps {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly points: readonly ScorePoint[]
  readonly decimals: number
  readonly words: Words
  readonly zero?: boolean
  readonly top?: number
  readonly height?: number | 'fill'
  readonly hollow?: boolean
  readonly base?: boolean
  readonly events?: boolean
}

function ScoreCard({
  id,
  title,
  subtitle,
  source,
  points,
  decimals,
  words,
  zero,
  top,
  height = 240,
  hollow = false,
  base = true,
  events = false,
}: ScoreProps) {
  const { names, t } = words
  const openMark = useMarkEvidence()
  const { baseYear, reporter } = useView()
  const [from, to] = [points[0]?.year ?? 2000, points.at(-1)?.year ?? 2025]
  const markers = useEventMarkers({ from, to, categories: ['domestic', 'doctrine'], most: 2 })
  if (points.length === 0)
    return (
      <Card title={title} subtitle={subtitle}>
        <p className={layout.text}>{t('none', { reporter: names.area(reporter) })}</p>
      </Card>
    )
  return (
    <FigureCard id={id} title={title} subtitle={subtitle} source={source} twin={scoreTwin(words, points, title, decimals)}>
      <YearLines<CellRef>
        name={title}
        summary={subtitle}
        measure="number"
        decimals={decimals}
        height={height}
        {...(zero === undefined ? {} : { zero })}
        {...(top === undefined ? {} : { top })}
        annotations={{
          ...(base && baseYear >= from && baseYear <= to ? { baseYear } : {}),
          ...(events ? { events: markers } : {}),
        }}
        series={[
          {
            id,
            label: names.area(reporter),
            role: points.some((point) => point.error !== null) ? 'band' : 'main',
            points: points.map((point) => scorePoint(words, point, decimals, hollow)),
          },
        ]}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}

/** Corruption Perceptions Index from 2012 on, 0 to 100 (higher is cleaner), with its standard errors. */
export function CpiCard({ value, words }: Props) {
  const { t } = words
  const { baseYear } = useView()
  const change = scoreChange(value.cpi, baseYear, 1)
  const title = t(change?.movement === 'up' ? 'cpi.title.up' : change?.movement === 'down' ? 'cpi.title.down' : 'cpi.title.other')
  return (
    <ScoreCard
      id="governance.cpi"
      title={title}
      subtitle={t('cpi.subtitle')}
      source={t('cpi.source')}
      points={value.cpi}
      decimals={0}
      words={words}
      zero
      top={100}
      height={290}
      hollow
    />
  )
}

/** The index before 2012, 0 to 10 by another method: drawn apart and never joined; nothing where a country has none. */
export function CpiOldCard({ value, words }: Props) {
  const { t } = words
  if (value.cpiOld.length === 0) return null
  return (
    <ScoreCard
      id="governance.cpiOld"
      title={t('cpiOld.title')}
      subtitle={t('cpiOld.subtitle')}
      source={t('cpiOld.source')}
      points={value.cpiOld}
      decimals={1}
      words={words}
      zero
      top={10}
      height="fill"
      base={false}
    />
  )
}

/** Control of corruption (Worldwide Governance Indicators), with its standard errors. */
export function CorruptionCard({ value, words }: Props) {
  const { t } = words
  const { baseYear } = useView()
  const movement = scoreChange(value.corruption, baseYear, 0)?.movement
  const title = t(
    movement === 'up' || movement === 'down' || movement === 'unclear'
      ? `corruption.title.${movement}`
      : 'corruption.title.other',
  )
  return (
    <ScoreCard
      id="governance.corruption"
      title={title}
      subtitle={t('corruption.subtitle')}
      source={t('corruption.source')}
      points={value.corruption}
      decimals={2}
      words={words}
    />
  )
}

const scaled = (points: readonly ScorePoint[], factor: number): readonly ScorePoint[] =>
  points.map((point) => ({
    ...point,
    value: point.value / factor,
    others: point.others.map((other) => ({ ...other, value: other.value / factor })),
  }))

/** What scores are to be read against: the size of the economy and of the country. */
export function SizeCards({ value, words }: Props) {
  const { t } = words
  return (
    <div className={classes.half}>
      <ScoreCard
        id="governance.gdp"
        title={t('gdp.title')}
        subtitle={t('gdp.subtitle')}
        source={t('gdp.source')}
        points={scaled(value.gdp, 1000)}
        decimals={0}
        words={words}
        zero
        height={190}
      />
      <ScoreCard
        id="governance.population"
        title={t('population.title')}
        subtitle={t('population.subtitle')}
        source={t('population.source')}
        points={scaled(value.population, 1_000_000)}
        decimals={1}
        words={words}
        zero
        height={190}
      />
    </div>
  )
}

/** The same trade as part of all trade and as part of the economy. */
export function ReadingCard({ value, words, partner }: Props & { readonly partner: string }) {
  const { t, names } = words
  const { baseYear } = useView()
  const points = value.reading
  const markers = useEventMarkers({
    from: points[0]?.year ?? 2000,
    to: points.at(-1)?.year ?? 2025,
    partners: ['RUS', 'UKR'],
    most: 2,
  })
  const values = areaWords(names, 'partner', partner)
  const title = t('reading.title')
  if (!points.some((point) => point.shareOfGdp !== null))
    return (
      <Card title={title}>
        <p className={layout.text}>{t('reading.none', values)}</p>
      </Card>
    )
  const line = (id: 'shareOfTrade' | 'shareOfGdp', label: string, own: boolean) => ({
    id,
    label,
    ...(own ? { partner } : {}),
    points: points.map((point) => ({ period: String(point.year), value: point[id] })),
  })
  return (
    <FigureCard
      id="governance.reading"
      title={title}
      subtitle={t('reading.subtitle', values)}
      source={t('reading.source')}
      twin={{
        columns: [
          { id: 'year', label: t('column.year'), kind: 'period' },
          { id: 'trade', label: t('reading.ofTrade'), kind: 'number' },
          { id: 'gdp', label: t('reading.ofGdp'), kind: 'number' },
          { id: 'person', label: t('reading.perPerson'), kind: 'number', decimals: 0 },
        ],
        rows: points.toReversed().map((point) => ({
          id: String(point.year),
          cells: [String(point.year), point.shareOfTrade, point.shareOfGdp, point.perPerson],
        })),
      }}
    >
      <YearLines
        name={title}
        summary={t('reading.subtitle', values)}
        measure="percent"
        decimals={1}
        zero
        height={240}
        annotations={{ baseYear, events: markers }}
        series={[line('shareOfTrade', t('reading.ofTrade'), true), line('shareOfGdp', t('reading.ofGdp'), false)]}
      />
    </FigureCard>
  )
}
