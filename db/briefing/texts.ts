// The texts of the program, said without a page: the same files and the same library that the page says them with.
import { createInstance } from 'i18next'
import type { Language } from '../../electron/shared/domain/languages.ts'
import enBriefing from '../../resources/texts/en/briefing.json' with { type: 'json' }
import enClaims from '../../resources/texts/en/claims.json' with { type: 'json' }
import enCorridors from '../../resources/texts/en/corridors.json' with { type: 'json' }
import enDependence from '../../resources/texts/en/dependence.json' with { type: 'json' }
import enEventTitles from '../../resources/texts/en/eventTitles.json' with { type: 'json' }
import enOpinion from '../../resources/texts/en/opinion.json' with { type: 'json' }
import enOverview from '../../resources/texts/en/overview.json' with { type: 'json' }
import enPolitics from '../../resources/texts/en/politics.json' with { type: 'json' }
import enProjects from '../../resources/texts/en/projects.json' with { type: 'json' }
import enScenarios from '../../resources/texts/en/scenarios.json' with { type: 'json' }
import enSubstitution from '../../resources/texts/en/substitution.json' with { type: 'json' }
import enTrade from '../../resources/texts/en/trade.json' with { type: 'json' }
import kkBriefing from '../../resources/texts/kk/briefing.json' with { type: 'json' }
import kkClaims from '../../resources/texts/kk/claims.json' with { type: 'json' }
import kkCorridors from '../../resources/texts/kk/corridors.json' with { type: 'json' }
import kkDependence from '../../resources/texts/kk/dependence.json' with { type: 'json' }
import kkEventTitles from '../../resources/texts/kk/eventTitles.json' with { type: 'json' }
import kkOpinion from '../../resources/texts/kk/opinion.json' with { type: 'json' }
import kkOverview from '../../resources/texts/kk/overview.json' with { type: 'json' }
import kkPolitics from '../../resources/texts/kk/politics.json' with { type: 'json' }
import kkProjects from '../../resources/texts/kk/projects.json' with { type: 'json' }
import kkScenarios from '../../resources/texts/kk/scenarios.json' with { type: 'json' }
import kkSubstitution from '../../resources/texts/kk/substitution.json' with { type: 'json' }
import kkTrade from '../../resources/texts/kk/trade.json' with { type: 'json' }
import ruBriefing from '../../resources/texts/ru/briefing.json' with { type: 'json' }
import ruClaims from '../../resources/texts/ru/claims.json' with { type: 'json' }
import ruCorridors from '../../resources/texts/ru/corridors.json' with { type: 'json' }
import ruDependence from '../../resources/texts/ru/dependence.json' with { type: 'json' }
import ruEventTitles from '../../resources/texts/ru/eventTitles.json' with { type: 'json' }
import ruOpinion from '../../resources/texts/ru/opinion.json' with { type: 'json' }
import ruOverview from '../../resources/texts/ru/overview.json' with { type: 'json' }
import ruPolitics from '../../resources/texts/ru/politics.json' with { type: 'json' }
import ruProjects from '../../resources/texts/ru/projects.json' with { type: 'json' }
import ruScenarios from '../../resources/texts/ru/scenarios.json' with { type: 'json' }
import ruSubstitution from '../../resources/texts/ru/substitution.json' with { type: 'json' }
import ruTrade from '../../resources/texts/ru/trade.json' with { type: 'json' }

const resources = {
  en: {
    briefing: enBriefing,
    claims: enClaims,
    corridors: enCorridors,
    dependence: enDependence,
    eventTitles: enEventTitles,
    opinion: enOpinion,
    overview: enOverview,
    politics: enPolitics,
    projects: enProjects,
    scenarios: enScenarios,
    substitution: enSubstitution,
    trade: enTrade,
  },
  ru: {
    briefing: ruBriefing,
    claims: ruClaims,
    corridors: ruCorridors,
    dependence: ruDependence,
    eventTitles: ruEventTitles,
    opinion: ruOpinion,
    overview: ruOverview,
    politics: ruPolitics,
    projects: ruProjects,
    scenarios: ruScenarios,
    substitution: ruSubstitution,
    trade: ruTrade,
  },
  kk: {
    briefing: kkBriefing,
    claims: kkClaims,
    corridors: kkCorridors,
    dependence: kkDependence,
    eventTitles: kkEventTitles,
    opinion: kkOpinion,
    overview: kkOverview,
    politics: kkPolitics,
    projects: kkProjects,
    scenarios: kkScenarios,
    substitution: kkSubstitution,
    trade: kkTrade,
  },
}

const library = createInstance()
void library.init({
  lng: 'en',
  fallbackLng: false,
  ns: Object.keys(resources.en),
  defaultNS: 'briefing',
  resources,
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
})

/** Values of placeholders; what a text does not name is left aside. */
export type Values = Readonly<Record<string, string | number>>
/** A text by namespace and key: `say('overview:tile.imports', { partner })`. */
export type Say = (key: string, values?: Values) => string

/**
 * Says texts in one language.
 *
 * @throws {Error} a key that the language lacks: a briefing never shows a key to a reader
 */
export function sayIn(language: Language): Say {
  const fixed = library.getFixedT(language) as unknown as (key: string, values?: object) => string
  return (key, values) => {
    if (!library.exists(key, { lng: language, ...values })) throw new Error(`no text ${key} in ${language}`)
    return fixed(key, values)
  }
}

/** Whether a text exists, for names that come from the data. */
export const hasText = (language: Language, key: string): boolean => library.exists(key, { lng: language })
