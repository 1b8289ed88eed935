import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languageOf, languages } from './languages.ts'
import './resources.ts'

type TextFile = { readonly default: Readonly<Record<string, unknown>> }

/** One chunk per file; a language is fetched whole when it is chosen, so that no view waits for its own texts. */
const files = import.meta.glob<TextFile>('../../resources/texts/*/*.json')

const parts = (path: string): { readonly language: string; readonly namespace: string } => {
  const found = /texts\/([^/]+)\/([^/]+)\.json$/.exec(path)
  return { language: found?.[1] ?? '', namespace: found?.[2] ?? '' }
}

export const namespaces: readonly string[] = [...new Set(Object.keys(files).map((path) => parts(path).namespace))]

async function load(instance: i18n, language: Language): Promise<void> {
  await Promise.all(
    Object.entries(files).map(async ([path, read]) => {
      const { language: of, namespace } = parts(path)
      if (of !== language || instance.hasResourceBundle(language, namespace)) return
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
  await load(i18next, language)
  await i18next.changeLanguage(language)
}

/** Fetches the texts of a language without showing them. */
export const loadLanguage = (language: Language): Promise<void> => load(i18next, language)
