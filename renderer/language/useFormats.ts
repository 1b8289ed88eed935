import { useTranslation } from 'react-i18next'
import { type Formats, formatsOf } from '../language/formats.ts'
import { type Language, languageOf } from './languages.ts'

/** The language on screen; a component that calls it is drawn again when the reader changes it. */
export const useLanguage = (): Language => languageOf(useTranslation().i18n.language ?? 'en')

/** Formatters of the language on screen. */
export const useFormats = (): Formats => formatsOf(useLanguage())
