import { SegmentedControl } from '@mantine/core'
import type { Corridor, Corridors } from '../../../electron/shared/contract/schema/corridors.ts'
import { corridorsThrough, ticksOf, volumeIn } from '../../../electron/shared/findings/corridors.ts'
import { useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import classes from './corridors.module.css'
import { RouteMap } from './map/RouteMap.tsx'
import { corridorName, statusText, viaText, type Words } from './words.ts'
import { YearSlider } from './YearSlider.tsx'

interface Props {
  readonly value: Corridors
  readonly shown: readonly Corridor[]
  readonly year: number
  readonly onYear: (year: number) => void
  readonly found: string
  readonly words: Words
}

/** The map with its years. Its table names every corridor shown, also those that no year has a volume for. */
export function MapCard({ value, shown, year, onYear, found, words }: Props) {
  const { t } = words
  const { open } = useEvidence()
  const { reporter } = useView()
  const [extent, setExtent] = useViewParam('map', 'near')
  const ticks = ticksOf(value)
  const strong = new Set(corridorsThrough(value, reporter).map(({ id }) => id))
  const known = shown.some((corridor) => volumeIn(corridor.volumes, year) !== null)
  const title = t(known ? 'map.title' : 'map.titleNone', { year })
  return (
    <FigureCard
      id="corridors.map"
      kind="map"
      title={title}
      subtitle={t('map.subtitle')}
      source={t('map.boundaries')}
      twin={{
        columns: [
          { id: 'route', label: t('column.route'), kind: 'text' },
          { id: 'kind', label: t('column.kind'), kind: 'text' },
          { id: 'status', label: t('column.status'), kind: 'text' },
          { id: 'via', label: t('column.via'), kind: 'text' },
          { id: 'low', label: `${t('column.low')}, ${t('map.mt')}`, kind: 'number', decimals: 2 },
          { id: 'high', label: `${t('column.high')}, ${t('map.mt')}`, kind: 'number', decimals: 2 },
        ],
        rows: shown.map((corridor) => {
          const volume = volumeIn(corridor.volumes, year)
          return {
            id: corridor.id,
            cells: [
              corridorName(words, corridor),
              t(`kind.${corridor.kind}`),
              statusText(words, corridor),
              viaText(words, corridor),
              volume?.low ?? null,
              volume?.high ?? null,
            ],
            refs: [null, null, null, null, volume?.cells[0], volume?.cells.at(-1)],
          }
        }),
      }}
    >
      <div className={classes.mapBox}>
        <RouteMap
          corridors={shown}
          strong={strong}
          reporter={reporter}
          year={year}
          extent={extent === 'whole' ? 'whole' : 'near'}
          height={540}
          name={title}
          summary={t('map.summary', { count: shown.length, found })}
          words={words}
          onOpen={(cells, figure, sentence) => open({ cells, figure, sentence })}
        />
        <SegmentedControl
          size="xs"
          className={classes.extent ?? ''}
          aria-label={t('map.extent')}
          value={extent}
          onChange={setExtent}
          data={[
            { value: 'near', label: t('map.near') },
            { value: 'whole', label: t('map.whole') },
          ]}
        />
      </div>
      {ticks.length > 0 ? <YearSlider ticks={ticks} year={year} onChange={onYear} words={words} /> : null}
      {known ? null : <p className={classes.noYear}>{t('map.noYear', { year })}</p>}
    </FigureCard>
  )
}
