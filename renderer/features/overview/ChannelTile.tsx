import { useTranslation } from 'react-i18next'
import type { ChannelPoint } from '../../../electron/shared/contract/schema/overview.ts'
import { isRange, type Tile } from '../../../electron/shared/findings/overview.ts'
import { Sparkline } from '../../charts/Sparkline.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useEvidence } from '../../ui/evidence/evidence.tsx'
import { useView } from '../../ui/view/useView.ts'
import classes from './overview.module.css'
import { usePointText } from './words.tsx'

const glyphs = { up: '▲', down: '▽', held: '–', unclear: '◇', 'no-base': '◌', 'no-data': '' } as const

function Figure({ point, decimals }: { readonly point: ChannelPoint; readonly decimals: number }) {
  const formats = useFormats()
  const said = usePointText()
  if (point.bound !== undefined) return said(point, decimals)
  const text = isRange(point) ? formats.range(point.low, point.high) : formats.number(point.low, decimals)
  return (
    <>
      {text}
      <span className={classes.sign}>%</span>
    </>
  )
}

function useChangeText(): (tile: Tile) => string {
  const { t } = useTranslation('overview')
  const formats = useFormats()
  const text = usePointText()
  const { baseYear } = useView()
  return (tile) => {
    if (tile.movement === 'no-data') return ''
    if (tile.movement === 'no-base' || tile.base === null) return t('tile.noBase', { year: baseYear })
    if (tile.change !== null) return t('tile.change', { change: formats.signed(tile.change) })
    return t('tile.fromRange', { range: text(tile.base) })
  }
}

/** Votes and polls are read in whole per cent. */
const decimalsOf = (id: Tile['id']): number => (id === 'votes' || id === 'opinion' ? 0 : 1)

function useOtherText(): (tile: Tile) => string {
  const { t } = useTranslation('overview')
  const names = useNames()
  const text = usePointText()
  return ({ other, id }) => {
    const decimals = decimalsOf(id)
    if (other === null) return ''
    const partner = names.area(other.partner)
    if (other.latest === null) return t('tile.otherNone', { partner })
    if (other.base === null || other.base.period === other.latest.period)
      return t('tile.otherNow', { partner, now: text(other.latest, decimals), year: other.latest.year })
    return t('tile.other', { partner, now: text(other.latest, decimals), before: text(other.base, decimals) })
  }
}

/** One channel: latest figure, change since the base year, line, the second partner, age of the figure. A click opens the evidence. */
export function ChannelTile({ tile, from, to }: { readonly tile: Tile; readonly from: number; readonly to: number }) {
  const { t } = useTranslation('overview')
  const names = useNames()
  const formats = useFormats()
  const { open } = useEvidence()
  const { partners, baseYear } = useView()
  const text = usePointText()
  const changeText = useChangeText()(tile)
  const otherText = useOtherText()(tile)
  const partner = partners[0] ?? 'RUS'
  const label = t(`tile.${tile.id}`, { partner: names.area(partner) })
  const { latest, ageYears } = tile
  const decimals = decimalsOf(tile.id)
  const period = latest ? formats.period(latest.period) : ''
  const age =
    ageYears === null
      ? ''
      : ageYears === 0
        ? t('tile.ageNow', { period })
        : tile.stale
          ? t('tile.stale', { period, count: ageYears })
          : t('tile.age', { period, count: ageYears })
  return (
    <button
      type="button"
      className={classes.tile}
      disabled={latest === null}
      onClick={() => latest && open({ cells: latest.cells, figure: text(latest, decimals), sentence: `${label}, ${period}` })}
    >
      <span className={classes.tileLabel}>{label}</span>
      {latest ? (
        <span className={classes.tileFigure}>
          <Figure point={latest} decimals={decimals} />
        </span>
      ) : (
        <span className={classes.tileNone}>{t('tile.noFigure')}</span>
      )}
      <span className={classes.tileChange}>
        <span aria-hidden="true">{glyphs[tile.movement]}</span> {changeText}
      </span>
      <span className={classes.tileSpark}>
        <Sparkline points={tile.points} partner={partner} from={from} to={to} baseYear={baseYear} />
      </span>
      <span className={classes.tileOther}>{otherText}</span>
      <span className={tile.stale ? classes.tileStale : classes.tileAge}>{age}</span>
    </button>
  )
}
