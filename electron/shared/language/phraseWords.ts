import type { Language } from '../domain/languages.ts'

export type OtherLanguage = Exclude<Language, 'en'>
/** English phrases of the bundled data with their words in the other languages. */
export type PhraseWords = Readonly<Record<string, Readonly<Record<OtherLanguage, string>>>>
