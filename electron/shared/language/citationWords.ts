// Licence notes and names of offices of the bundled sources, in Russian and Kazakh. Publishers that are known by one name (Reuters) stay as
// they are; titles are cited in the language of the work.
import type { Language } from '../domain/languages.ts'
import { licenceWords } from './licenceWords.ts'
import type { OtherLanguage } from './phraseWords.ts'
import { publisherWords } from './publisherWords.ts'

/** How one publisher stands to another, and in which language a text is: words around names, which stay. */
const relations: readonly (readonly [RegExp, Readonly<Record<OtherLanguage, string>>])[] = [
  [/^(.+?),? (?:via|reported by|quoted by|as carried by) (.+)$/, { ru: '$1, по $2', kk: '$1, $2 арқылы' }],
  [/^(.+?),? quoting (.+)$/, { ru: '$1 со ссылкой на $2', kk: '$1, $2 деректеріне сілтемемен' }],
  [/^(.+), mirrored page(.*)$/, { ru: '$1, копия страницы$2', kk: '$1, бет көшірмесі$2' }],
  [/^(.+), republished$/, { ru: '$1, перепечатка', kk: '$1, қайта басылым' }],
  [/^(.+) \(Russian\)(.*)$/, { ru: '$1 (на русском)$2', kk: '$1 (орысша)$2' }],
  [/^(.+) \(Chinese\)(.*)$/, { ru: '$1 (на китайском)$2', kk: '$1 (қытайша)$2' }],
  [/^(.+) \(German\)(.*)$/, { ru: '$1 (на немецком)$2', kk: '$1 (немісше)$2' }],
  [/^(.+) \(French\)(.*)$/, { ru: '$1 (на французском)$2', kk: '$1 (французша)$2' }],
  [/^(.+) \(Croatian\)(.*)$/, { ru: '$1 (на хорватском)$2', kk: '$1 (хорватша)$2' }],
  [/^(.+) \(Italian\)(.*)$/, { ru: '$1 (на итальянском)$2', kk: '$1 (итальянша)$2' }],
  [/^(.+) \(Japanese\)(.*)$/, { ru: '$1 (на японском)$2', kk: '$1 (жапонша)$2' }],
  [/^(.+) \(Kazakh\)(.*)$/, { ru: '$1 (на казахском)$2', kk: '$1 (қазақша)$2' }],
  [/^(.+) \(Vietnamese\)(.*)$/, { ru: '$1 (на вьетнамском)$2', kk: '$1 (вьетнамша)$2' }],
  [/^(.+) \(Spanish\)(.*)$/, { ru: '$1 (на испанском)$2', kk: '$1 (испанша)$2' }],
  [/^(.+) \(Azerbaijani\)(.*)$/, { ru: '$1 (на азербайджанском)$2', kk: '$1 (әзербайжанша)$2' }],
  [/^Wikipedia \(mirrors?(.*)\)$/, { ru: 'Википедия (зеркало$1)', kk: 'Уикипедия (айна$1)' }],
  [/^Wikipedia \((\S+) copy\)$/, { ru: 'Википедия (копия $1)', kk: 'Уикипедия ($1 көшірмесі)' }],
  [/^Wikipedia \((.+)\)$/, { ru: 'Википедия ($1)', kk: 'Уикипедия ($1)' }],
]

/** A licence note in a language; one that has a name of its own, or came with an import, stays as it is. */
export const licenceIn = (text: string, language: Language): string =>
  language === 'en' ? text : (licenceWords[text]?.[language] ?? text)

/** A publisher in a language; names stay, the words around them do not. */
export function publisherIn(text: string, language: Language): string {
  if (language === 'en') return text
  return (
    publisherWords[text]?.[language] ?? relations.reduce((said, [pattern, words]) => said.replace(pattern, words[language]), text)
  )
}

/** What has words of its own, for the test that compares them with the sources. */
export const citationPhrases = { licences: Object.keys(licenceWords), publishers: Object.keys(publisherWords) }
