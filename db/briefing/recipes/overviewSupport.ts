// The sentence below the headline: the numbers that carry it.
import { movement, type OverviewModel, type Tile } from '../../../electron/shared/findings/overview.ts'
import { type DraftRun, runsOf, slots } from '../draft.ts'
import { type Kit, percentField } from '../kit.ts'
import { decimalsOf, inSentence } from './overviewModel.ts'

/** Sentences that support the headline, with their numbers as fields. */
export function supportOf(kit: Kit, { headline, tiles }: OverviewModel): readonly DraftRun[] {
  const clause = (tile: Tile): readonly DraftRun[] => {
    const { base, latest, movement: moved, id } = tile
    if (!base || !latest || base.period === latest.period) return []
    const fields = {
      from: percentField(kit, `${id}.${kit.partner}.base`, base, decimalsOf(id)),
      to: percentField(kit, `${id}.${kit.partner}.latest`, latest, decimalsOf(id)),
    }
    const known = moved === 'up' || moved === 'down' || moved === 'held'
    if (!known && id !== 'oil') return []
    const text = kit.say(`overview:support.${id}.${known ? moved : 'unclear'}`, {
      ...kit.words,
      partner: inSentence(kit),
      year: latest.year,
      fromPeriod: kit.formats.period(base.period),
      toPeriod: kit.formats.period(latest.period),
      ...slots('from', 'to'),
    })
    return runsOf(text, fields)
  }
  const beside = ({ id, other }: Tile): readonly DraftRun[] => {
    if (!other?.base || !other.latest || other.base.period === other.latest.period) return []
    const moved = movement(other.base, other.latest)
    if (moved !== 'up' && moved !== 'down' && moved !== 'held') return []
    const text = kit.say(`overview:support.other.${moved}`, {
      owner: kit.names.areaIn(other.partner, 'genitive'),
      ...slots('from', 'to'),
    })
    return runsOf(text, {
      from: percentField(kit, `${id}.${other.partner}.base`, other.base),
      to: percentField(kit, `${id}.${other.partner}.latest`, other.latest),
    })
  }
  const chosen = headline.lead === null ? [] : [headline.lead, ...headline.second]
  const clauses = chosen.flatMap((tile, at) => {
    const own = clause(tile)
    return own.length === 0 ? [] : [[...own, ...(at === 0 ? beside(tile) : [])]]
  })
  if (clauses.length === 0) return latestRuns(kit, tiles)
  const [before = '', after = ''] = kit.say('overview:support.over', { year: kit.baseYear, sentences: '\u0002' }).split('\u0002')
  return [{ text: before }, ...clauses.flatMap((runs, at) => (at === 0 ? runs : [{ text: '; ' }, ...runs])), { text: after }]
}

/** Where nothing can be compared: the latest figures. */
function latestRuns(kit: Kit, tiles: readonly Tile[]): readonly DraftRun[] {
  const latest = tiles.flatMap((tile) => (tile.latest ? [{ tile, point: tile.latest }] : [])).slice(0, 3)
  if (latest.length === 0) return []
  const runs = latest.map(({ tile, point }) =>
    runsOf(
      kit.say(`overview:support.latest.${tile.id}`, {
        partner: inSentence(kit),
        year: point.year,
        toPeriod: kit.formats.period(point.period),
        ...slots('to'),
      }),
      { to: percentField(kit, `${tile.id}.${kit.partner}.latest`, point, decimalsOf(tile.id)) },
    ),
  )
  const [before = '', after = ''] = kit.say('overview:support.latestOnly', { sentences: '\u0002' }).split('\u0002')
  return [{ text: before }, ...runs.flatMap((one, at) => (at === 0 ? one : [{ text: '; ' }, ...one])), { text: after }]
}
