// The model of the overview screen for a briefing, and how its channels are written as numbers.
import type { Overview } from '../../../electron/shared/contract/schema/overview.ts'
import type { ChannelId } from '../../../electron/shared/domain/channels.ts'
import { headlineText, type OverviewModel, prepareOverview, type Tile } from '../../../electron/shared/findings/overview.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import type { DraftNumber } from '../draft.ts'
import { type Kit, percentField } from '../kit.ts'

export interface OverviewState {
  readonly overview: Overview
  readonly model: OverviewModel
}

/** The overview of the briefing's country, as the screen prepares it. */
export function overviewOf(kit: Kit): OverviewState {
  const { reporter, partners, baseYear, asOf } = kit
  const overview = kit.ask('overview.get', { reporter, partners: [...partners], baseYear, asOf })
  return { overview, model: prepareOverview(overview, partners, baseYear, kit.thisYear) }
}

/** In English a partner stands in the nominative, in the other languages these sentences take the genitive. */
export const inSentence = ({ language, words }: Kit): string | number =>
  (language === 'en' ? words.partner : words.partnerOf) ?? ''

/** The headline of the overview in words. */
export const overviewTitle = (kit: Kit, model: OverviewModel): string =>
  capital(
    headlineText(model.headline, {
      say: (key, values) => kit.say(`overview:${key}`, values),
      list: kit.formats.list,
      values: kit.words,
      partner: kit.names.area(kit.partner),
    }),
  )

/** Arms jump from year to year: their shares are said without decimals. */
export const decimalsOf = (id: ChannelId): number => (id === 'arms' ? 0 : 1)

const directionOf = (tile: Pick<Tile, 'movement'>): DraftNumber['direction'] =>
  tile.movement === 'up' || tile.movement === 'down' || tile.movement === 'held' ? tile.movement : null

/** A tile as one of the numbers beside a figure: name, then, now. */
export function numberOf(kit: Kit, tile: Tile): DraftNumber | null {
  if (tile.latest === null) return null
  const hasBase = tile.base !== null && tile.base.period !== tile.latest.period
  const decimals = decimalsOf(tile.id)
  return {
    label: kit.say(`overview:tile.${tile.id}`, { partner: kit.names.area(kit.partner) }),
    from: hasBase && tile.base ? percentField(kit, `${tile.id}.${kit.partner}.base`, tile.base, decimals) : null,
    to: percentField(kit, `${tile.id}.${kit.partner}.latest`, tile.latest, decimals),
    direction: directionOf(tile),
  }
}
