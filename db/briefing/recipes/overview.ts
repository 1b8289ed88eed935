// The opening, and the headline of the country with its four numbers.
import type { DocumentSlide } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import type { ChannelId } from '../../../electron/shared/domain/channels.ts'
import type { OverviewModel, Tile } from '../../../electron/shared/findings/overview.ts'
import type { Missing, SlideDraft } from '../draft.ts'
import { codesOf, type Kit, newestOf, topicWarnings } from '../kit.ts'
import { channelFigure, sourcesOf } from './channels.ts'
import { numberOf, overviewOf, overviewTitle } from './overviewModel.ts'
import { supportOf } from './overviewSupport.ts'

/** Four channels at most, those of the headline first. */
function fourOf({ headline, tiles }: OverviewModel): readonly Tile[] {
  const order: readonly ChannelId[] = ['imports', 'oil', 'arms', 'fdi', 'exports', 'votes', 'opinion']
  const known = order.flatMap((id) => tiles.filter((tile) => tile.id === id && tile.latest !== null))
  const first = known.filter((tile) => tile === headline.lead || headline.second.includes(tile))
  return [...first, ...known.filter((tile) => !first.includes(tile))].slice(0, 4)
}

/** The headline of the country with the lead channel over time and four channels from base to latest. */
export function overviewSlide(kit: Kit): SlideDraft | Missing {
  const { overview, model } = overviewOf(kit)
  const four = fourOf(model)
  if (four.length === 0) return { missing: kit.say('briefing:missing.channels', kit.words) }
  const drawn = channelFigure(kit, overview, model.headline.lead?.id ?? four[0]?.id ?? 'imports')
  return {
    layout: 'figure',
    title: overviewTitle(kit, model),
    support: supportOf(kit, model),
    ...(drawn === null ? {} : { figure: drawn.figure }),
    numbers: four.flatMap((tile) => numberOf(kit, tile) ?? []),
    sources: codesOf(...(drawn?.sources ?? []), ...sourcesOf(four)),
    warnings: topicWarnings(kit, 'trade', 1, newestOf(drawn?.figure)),
  }
}

/** The opening: country, partners, day. */
export function coverSlide(kit: Kit): SlideDraft {
  const { model } = overviewOf(kit)
  return {
    layout: 'cover' satisfies DocumentSlide['layout'],
    title: briefingTitle(kit),
    support: [{ text: overviewTitle(kit, model) }],
    sources: [],
  }
}

/** The title that a briefing has while its author gives it none. */
export const briefingTitle = (kit: Kit): string =>
  kit.second === undefined
    ? kit.say('briefing:title.one', kit.words)
    : kit.say('briefing:title.two', {
        ...kit.words,
        // "между" takes the instrumental
        partners: kit.formats.list(
          kit.partners.map((code) => kit.names.areaIn(code, kit.language === 'ru' ? 'instrumental' : 'nominative')),
        ),
      })
