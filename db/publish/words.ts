import type { BriefingDocument } from '../../electron/shared/contract/schema/briefingDocument.ts'
import en from '../../resources/texts/en/document.json' with { type: 'json' }
import kk from '../../resources/texts/kk/document.json' with { type: 'json' }
import ru from '../../resources/texts/ru/document.json' with { type: 'json' }

type Key = keyof typeof en
const texts: Readonly<Record<BriefingDocument['language'], Readonly<Record<Key, string>>>> = { en, ru, kk }

/** The fixed words of a document's layout by key, with `{{name}}` put in place. */
export type Words = (key: Key, values?: Readonly<Record<string, string>>) => string

const places = (text: string): string => (text.match(/\{\{\w+\}\}/g) ?? []).sort().join()

/** Words of a document: what it brings itself stands before ours, where it has the same places for values. */
export function wordsOf({ language, words }: Pick<BriefingDocument, 'language' | 'words'>): Words {
  return (key, values = {}) => {
    const [ours, own] = [texts[language][key], words[key]]
    const text = own !== undefined && places(own) === places(ours) ? own : ours
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_match, name: string) => values[name] ?? '')
  }
}
