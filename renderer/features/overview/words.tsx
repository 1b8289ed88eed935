// The sentences of the overview, from findings and texts.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelPoint } from '../../../electron/shared/contract/schema/overview.ts'
import {
  type HeadlineWords,
  headlineText,
  isRange,
  type Movement,
  type OverviewModel,
  type Tile,
} from '../../../electron/shared/findings/overview.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { fillSlots, slot, slots } from '../../ui/parts/sentence.tsx'
import { useView } from '../../ui/view/useView.ts'

/** Value of a reading as text: one number with its source's reservation, or a range with an en dash. */
export function usePointText(): (point: ChannelPoint, decimals?: number) => string {
  const { t } = useTranslation('overview')
  const formats = useFormats()
  return (point, decimals = 1) => {
    if (isRange(point)) return formats.percentRange(point.low, point.high)
    const value = formats.percent(point.low, decimals)
    return point.bound === undefined ? value : t(`tile.${point.bound}`, { value })
  }
}

function useOwner(): (code: string) => string {
  const names = useNames()
  return (code) => names.areaIn(code, 'genitive')
}

/** The headline of the screen, at most two lines. */
export function useHeadline(model: OverviewModel | null): string {
  const { t } = useTranslation('overview')
  const names = useNames()
  const formats = useFormats()
  const owner = useOwner()
  const { reporter, partners, baseYear } = useView()
  const partner = partners[0] ?? 'RUS'
  if (model === null) return names.area(reporter)
  const text = headlineText(model.headline, {
    say: t as unknown as HeadlineWords['say'],
    list: formats.list,
    values: {
      ...areaWords(names, 'reporter', reporter),
      ...areaWords(names, 'partner', partner),
      owner: owner(partner),
      year: baseYear,
    },
    partner: names.area(partner),
  })
  return capital(text)
}

interface NumberProps {
  readonly point: ChannelPoint
  readonly sentence: string
  readonly decimals?: number
}

function PointNumber({ point, sentence, decimals = 1 }: NumberProps) {
  const text = usePointText()
  return (
    <EvidenceNumber cells={point.cells} sentence={sentence}>
      {text(point, decimals)}
    </EvidenceNumber>
  )
}

const moving = (movement: Movement): movement is 'up' | 'down' | 'held' =>
  movement === 'up' || movement === 'down' || movement === 'held'

/** The sentence below the headline: the numbers that carry it, each a button to its evidence. */
export function Support({ model }: { readonly model: OverviewModel }): ReactNode {
  const { t } = useTranslation('overview')
  const names = useNames()
  const formats = useFormats()
  const owner = useOwner()
  const { reporter, partners, baseYear } = useView()
  const partner = partners[0] ?? 'RUS'
  const english = formats.language === 'en'

  const clause = (tile: Tile): ReactNode => {
    const { base, latest, movement, id } = tile
    if (!base || !latest) return null
    if (id !== 'imports' && id !== 'exports' && id !== 'oil' && id !== 'fdi' && id !== 'arms') return null
    const words = {
      owner: owner(partner),
      partner: english ? names.areaIn(partner, 'nominative') : owner(partner),
      year: latest.year,
    }
    const label = t(`tile.${id}`, { partner: names.area(partner) })
    const decimals = id === 'arms' ? 0 : 1
    const nodes = {
      from: <PointNumber point={base} sentence={`${label}, ${formats.period(base.period)}`} decimals={decimals} />,
      to: <PointNumber point={latest} sentence={`${label}, ${formats.period(latest.period)}`} decimals={decimals} />,
    }
    const values = {
      ...words,
      ...slots('from', 'to'),
      fromPeriod: formats.period(base.period),
      toPeriod: formats.period(latest.period),
    }
    if (id === 'oil') return fillSlots(t(`support.oil.${moving(movement) ? movement : 'unclear'}`, values), nodes)
    return moving(movement) ? fillSlots(t(`support.${id}.${movement}`, values), nodes) : null
  }

  const compared = (tile: Tile): ReactNode => {
    const other = tile.other
    if (!other?.base || !other.latest || isRange(other.base) || other.latest.period === other.base.period) return null
    const change = other.latest.low - other.base.low
    const movement = Math.abs(change) < 1 ? 'held' : change > 0 ? 'up' : 'down'
    const label = t(`tile.${tile.id}`, { partner: names.area(other.partner) })
    const text = t(`support.other.${movement}`, { owner: owner(other.partner), ...slots('from', 'to') })
    return fillSlots(text, {
      from: <PointNumber point={other.base} sentence={`${label}, ${formats.period(other.base.period)}`} />,
      to: <PointNumber point={other.latest} sentence={`${label}, ${formats.period(other.latest.period)}`} />,
    })
  }

  const { lead, second } = model.headline
  const chosen = lead === null ? [] : [lead, ...second]
  const clauses = chosen.flatMap((tile, i) => {
    const own = clause(tile)
    const beside = i === 0 ? compared(tile) : null
    return own === null
      ? []
      : [
          <span key={tile.id}>
            {own}
            {beside}
          </span>,
        ]
  })
  if (clauses.length > 0) {
    const joined = clauses.map((node, i) => (
      <span key={node.key}>
        {i === 0 ? null : '; '}
        {node}
      </span>
    ))
    return fillSlots(t('support.over', { year: baseYear, ...slots('sentences') }), { sentences: joined })
  }
  const latest = model.tiles.flatMap((tile) => (tile.latest ? [{ tile, point: tile.latest }] : []))
  if (latest.length === 0)
    return t('support.nothing', { reporter: names.areaIn(reporter, 'nominative'), partner: names.area(partner) })
  const list = latest.slice(0, 3).map(({ tile, point }, i) => (
    <span key={tile.id}>
      {i === 0 ? null : '; '}
      {fillSlots(
        t(`support.latest.${tile.id}`, {
          partner: english ? names.areaIn(partner, 'nominative') : owner(partner),
          year: point.year,
          toPeriod: formats.period(point.period),
          ...slots('to'),
        }),
        {
          to: <PointNumber point={point} sentence={t(`tile.${tile.id}`, { partner: names.area(partner) })} />,
        },
      )}
    </span>
  ))
  return fillSlots(t('support.latestOnly', { sentences: slot('sentences') }), { sentences: list })
}
