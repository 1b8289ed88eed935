import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { firstTexts } from './firstTexts.ts'
import { type Language, languageOf, languages } from './languages.ts'
import './resources.ts'
import { textFiles, textParts } from './textFiles.ts'
import { loadWording } from './wording.ts'

let all = false

const namespaces: readonly string[] = [...new Set(Object.keys(textFiles).map((path) => textParts(path).namespace))]

async function load(instance: i18n, language: Language): Promise<void> {
  const wanted = (namespace: string): boolean => all || firstTexts.includes(namespace)
  await Promise.all(
    Object.entries(textFiles).map(async ([path, read]) => {
      const { language: of, namespace } = textParts(path)
      if (of !== language || !wanted(namespace) || instance.hasResourceBundle(language, namespace)) return
      instance.addResourceBundle(language, namespace, (await read()).default)
    }),
  )
}

/**
 * The texts of the page in one language, with English behind it for a key that a translation lacks (a test keeps that from happening).
 *
 * @param tag what the reader chose, or the system's language
 */
export async function startTexts(tag: string): Promise<i18n> {
  const language = languageOf(tag)
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...languages],
    ns: [...namespaces],
    defaultNS: 'app',
    resources: {},
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  })
  await Promise.all([load(i18next, 'en'), load(i18next, language)])
  await i18next.changeLanguage(language)
  return i18next
}

/** Fetches the texts of a language, then shows them. */
export async function chooseLanguage(language: Language): Promise<void> {
  await Promise.all([load(i18next, language), all ? loadWording(language) : null])
  await i18next.changeLanguage(language)
}

/** Fetches the texts of a language without showing them. */
export const loadLanguage = (language: Language): Promise<void> => load(i18next, language)

/** The texts of every screen, in the language on screen and in English behind it. Asked for by each screen but the first; fetched once. */
export async function allTexts(): Promise<void> {
  all = true
  const language = languageOf(i18next.language)
  await Promise.all([load(i18next, 'en'), load(i18next, language), loadWording(language)])
}
