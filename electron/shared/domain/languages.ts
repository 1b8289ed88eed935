export const languages = ['en', 'ru', 'kk'] as const
export type Language = (typeof languages)[number]

/** The product's language for a BCP 47 tag: `ru-KZ` is Russian, anything unknown is English. */
export function languageOf(tag: string): Language {
  const base = tag.toLowerCase().split('-')[0]
  return languages.find((language) => language === base) ?? 'en'
}
