// A recipe makes one slide from the store; one line per kind of slide.
import type { EntryParams, RecipeId } from '../../../electron/shared/domain/briefing.ts'
import type { Missing, SlideDraft } from '../draft.ts'
import type { Kit } from '../kit.ts'
import { asideSlide } from './aside.ts'
import { channelSlide, channelsSlide } from './channels.ts'
import { claimsSlide } from './claims.ts'
import { compareSlide } from './compare.ts'
import { indexSlide } from './dependence.ts'
import { changesSlide, coverageSlide, eventsSlide, sourcesSlide, textSlide } from './lists.ts'
import { opinionSlide } from './opinion.ts'
import { coverSlide, overviewSlide } from './overview.ts'
import { projectsSlide } from './projects.ts'
import { scenariosSlide } from './scenarios.ts'
import { substitutionSlide } from './substitution.ts'
import { armsSlide, oilSlide, votesSlide } from './topics.ts'
import { stackSlide } from './tradeStack.ts'

/** Makes a slide, or says which figures the store lacks for it. */
export type Recipe = (kit: Kit, params: EntryParams) => SlideDraft | Missing

export const recipes: Readonly<Record<RecipeId, Recipe>> = {
  cover: coverSlide,
  overview: overviewSlide,
  channel: channelSlide,
  stack: stackSlide,
  channels: channelsSlide,
  substitution: substitutionSlide,
  index: indexSlide,
  oil: oilSlide,
  arms: armsSlide,
  votes: votesSlide,
  opinion: opinionSlide,
  projects: projectsSlide,
  claims: claimsSlide,
  scenarios: scenariosSlide,
  events: eventsSlide,
  compare: compareSlide,
  changes: changesSlide,
  coverage: coverageSlide,
  text: textSlide,
  aside: asideSlide,
  sources: sourcesSlide,
}
