// What the notes of a poll say: who asked, how many people, and whether the printed figure is exact.

export interface Pollster {
  readonly id: string
  readonly name: string
  /** true when a state, or a body of one, pays for the survey: printed beside the name */
  readonly state: boolean
}

/** The pollster behind a source, by the beginning of the source's code: papers quote polls, they do not take them. First match wins. */
const pollsters: readonly (readonly [prefix: string, id: string, name: string, state: boolean])[] = [
  ['cab_', 'cab', 'Central Asia Barometer', false],
  ['cb_', 'cb', 'Caucasus Barometer', false],
  ['demoscope_', 'demoscope', 'DEMOSCOPE', false],
  ['edb_', 'edb', 'EDB Barometer', false],
  ['gallup_', 'gallup', 'Gallup', false],
  ['buzzon_', 'gallup', 'Gallup', false],
  ['wtop_', 'gallup', 'Gallup', false],
  ['thehill_', 'gallup', 'Gallup', false],
  ['minerva_', 'gallup', 'Gallup', false],
  ['gia_romir_', 'gia', 'Gallup International', false],
  ['globaltimes_', 'globaltimes', 'Global Times', true],
  ['gmf_', 'gmf', 'German Marshall Fund', false],
  ['iep_', 'iep', 'Institute for European Affairs', false],
  ['iri_', 'iri', 'IRI', false],
  ['metropoll_', 'metropoll', 'MetroPOLL', false],
  ['mvector_', 'mvector', 'M-Vector', false],
  ['od_', 'od', 'openDemocracy', false],
  ['oxus_', 'oxus', 'Central Asia Protest Tracker (Oxus)', false],
  ['pew_', 'pew', 'Pew Global Attitudes', false],
  ['talap_', 'talap', 'TALAP', false],
]

/** The pollster of a figure. `od_` quotes Gallup for approval of leaderships and openDemocracy for the rest. Unknown sources are their own pollster. */
export function pollsterOf(source: string, indicator: string): Pollster {
  if (source.startsWith('od_') && indicator.includes('leadership_')) return { id: 'gallup', name: 'Gallup', state: false }
  const found = pollsters.find(([prefix]) => source.startsWith(prefix))
  return found ? { id: found[1], name: found[2], state: found[3] } : { id: source, name: source, state: false }
}

export interface Sample {
  /** people asked */
  readonly n: number
  /** `atLeast` when the source says "at least" or "more than" */
  readonly bound: 'exact' | 'atLeast'
}

const count = (digits: string | undefined): number => Number((digits ?? '').replaceAll(',', ''))

/** How many people were asked, as a note states it ("n=1,110", "at least 1,000 respondents"); null when it does not, or says nobody. */
export function sampleIn(text: string): Sample | null {
  const sample = statedSample(text)
  return sample !== null && sample.n > 0 ? sample : null
}

function statedSample(text: string): Sample | null {
  const exact = /\bn\s*=\s*(\d[\d,]*)/.exec(text)
  if (exact) return { n: count(exact[1]), bound: 'exact' }
  const people = /(at least|more than|over)?\s*(\d[\d,]*) (?:respondents|people asked)/i.exec(text)
  if (!people) return null
  return { n: count(people[2]), bound: people[1] === undefined ? 'exact' : 'atLeast' }
}

/** How exactly a figure was printed: "more than 70" is open to one side, "about 39" was rounded by the source. */
export type Bound = 'exact' | 'atLeast' | 'about'

/** What a note reserves about its figure: at least so much, about so much, or nothing. */
export function boundIn(note: string): Bound {
  if (/lower bound|\bmore than\b|\bover \d/i.test(note)) return 'atLeast'
  return /\bapproximately\b|\babout \d|\bnearly\b/i.test(note) ? 'about' : 'exact'
}

/**
 * Which wording of a question a note speaks of, where a pollster changed it between waves; empty when there is one wording only. The EDB
 * asked about the Customs Union until 2014 and about the Eurasian Economic Union from 2015: two questions, two lines.
 */
export const wordingOf = (note: string): 'customs-union' | '' => (/Customs Union/.test(note) ? 'customs-union' : '')

/** Two answers to one question: their difference is a net figure. Indicator codes without `sentiment.` and `_pct`. */
export const answerPairs: readonly (readonly [positive: string, negative: string])[] = [
  ['favourable', 'unfavourable'],
  ['leadership_approval', 'leadership_disapproval'],
  ['relations_good', 'relations_bad'],
  ['policy_stabilising', 'policy_destabilising'],
  ['closer_economic_ties_support', 'closer_economic_ties_oppose'],
  ['eaeu_support', 'eaeu_oppose'],
  ['considered_friend', 'considered_enemy'],
  ['attitude_improved', 'attitude_worsened'],
]
