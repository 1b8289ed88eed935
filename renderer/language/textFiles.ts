// The files of texts, one chunk each, without the library that shows them: the first ones are fetched before it is there.
import { firstTexts } from './firstTexts.ts'
import type { Language } from './languages.ts'

export type TextFile = { readonly default: Readonly<Record<string, unknown>> }

/** What only Node says (menus of the system, briefings as they are composed) is not the page's. */
export const textFiles = import.meta.glob<TextFile>(['../../resources/texts/*/*.json', '!../../resources/texts/*/native.json'])

/** Language and namespace of a file of texts. */
export function textParts(path: string): { readonly language: string; readonly namespace: string } {
  const found = /texts\/([^/]+)\/([^/]+)\.json$/.exec(path)
  return { language: found?.[1] ?? '', namespace: found?.[2] ?? '' }
}

/** Fetches what the first screen says in a language, for nobody yet. */
export function fetchFirstTexts(language: Language): void {
  for (const [path, read] of Object.entries(textFiles)) {
    const parts = textParts(path)
    // what fails here fails again where it is waited for
    if (parts.language === language && firstTexts.includes(parts.namespace)) read().catch(() => {})
  }
}
