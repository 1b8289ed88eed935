// A part of the page in another language than the rest: a briefing in Kazakh under an interface in English.
import i18next, { type i18n } from 'i18next'
import { type ReactNode, useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { loadLanguage } from './i18n.ts'
import type { Language } from './languages.ts'

const made = new Map<Language, i18n>()

/** Draws its children once the texts of the language are there. */
export function InLanguage({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const [instance, setInstance] = useState<i18n | null>(made.get(language) ?? null)
  useEffect(() => {
    let gone = false
    void loadLanguage(language).then(() => {
      const own = made.get(language) ?? i18next.cloneInstance({ lng: language })
      made.set(language, own)
      if (!gone) setInstance(own)
    })
    return () => {
      gone = true
    }
  }, [language])
  return instance === null || instance.language !== language ? null : (
    <I18nextProvider i18n={instance}>{children}</I18nextProvider>
  )
}
