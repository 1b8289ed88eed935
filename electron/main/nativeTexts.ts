import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const languages = ['en', 'ru', 'kk'] as const
export type Language = (typeof languages)[number]

/** @param preferred language tags of the system, best first, as `kk-KZ` */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = languages.find((language) => tag.toLowerCase().split(/[-_]/)[0] === language)
    if (found) return found
  }
  return 'en'
}

/** Words of menus and system dialogs by key, as in resources/texts/<language>/native.json. */
export type NativeTexts = (key: string, values?: Readonly<Record<string, string>>) => string

/**
 * @param folder resources/texts
 * @returns a lookup that puts `{{name}}` values in place and gives the key itself for a text that is missing
 */
export function readNativeTexts(folder: string, language: Language): NativeTexts {
  const texts = JSON.parse(readFileSync(join(folder, language, 'native.json'), 'utf8')) as Readonly<Record<string, string>>
  return (key, values = {}) => (texts[key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_match, name: string) => values[name] ?? '')
}
