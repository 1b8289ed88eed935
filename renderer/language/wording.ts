// Translations of what the bundled data say in words, one chunk per file and language, fetched with the texts of the screens.
import { useEffect, useReducer } from 'react'
import { type Wording, wordedIn } from '../../electron/shared/language/wording.ts'
import type { Language } from './languages.ts'

const files = import.meta.glob<{ readonly default: Wording }>('../../resources/wording/*/*.json')
const ready = new Map<Language, Wording>()
/** says a publisher in a language; there once a wording is */
let publisher: (text: string, language: Language) => string = (text) => text
/** says where a source was read from; there once a wording is */
let retrieval: (text: string, language: Language) => string = (text) => text
const asked = new Map<Language, Promise<void>>()

/** Licences and offices that many sources share. */
async function citations(language: Language): Promise<Wording> {
  const [{ citationPhrases, licenceIn, publisherIn }, { retrievedIn }] = await Promise.all([
    import('../../electron/shared/language/citationWords.ts'),
    import('../../electron/shared/language/retrievalWords.ts'),
  ])
  publisher = publisherIn
  retrieval = retrievedIn
  return Object.fromEntries([
    ...citationPhrases.licences.map((text) => [text, licenceIn(text, language)] as const),
    ...citationPhrases.publishers.map((text) => [text, publisherIn(text, language)] as const),
  ])
}

/** Fetches the wording of a language once; English needs none. */
export function loadWording(language: Language): Promise<void> {
  const before = asked.get(language)
  if (before) return before
  const paths = Object.entries(files).filter(([path]) => path.includes(`/wording/${language}/`))
  const fetching = Promise.all([citations(language), ...paths.map(async ([, read]) => (await read()).default)]).then(
    (parts) => {
      ready.set(language, Object.assign({}, ...parts))
    },
    () => {
      // a file that did not come is asked for again next time; until then the texts stand as written
      asked.delete(language)
    },
  )
  asked.set(language, fetching)
  return fetching
}

/** A bundled text in a language; as written while its wording is not there, and where an import changed it. */
export const worded = (language: Language, text: string): string => wordedIn(ready.get(language) ?? {}, language, text)

/** A publisher in a language: names stay, the words around them do not. As written while no wording is there. */
export const wordedPublisher = (language: Language, text: string): string => publisher(text, language)

/** Where a source was read from, in a language: addresses, files and commits stay. As written while no wording is there. */
export const wordedRetrieval = (language: Language, text: string): string => retrieval(text, language)

/** As {@link worded} for a part that may be drawn before the screens' texts are there: it is drawn again when they are. */
export function useWorded(language: Language): (text: string) => string {
  const [, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    let gone = false
    if (!ready.has(language))
      void loadWording(language).then(() => {
        if (!gone) again()
      })
    return () => {
      gone = true
    }
  }, [language])
  return (text) => worded(language, text)
}
