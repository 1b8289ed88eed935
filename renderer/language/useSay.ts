import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Namespace, TextResources } from './resources.ts'

type WithoutPlural<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K

/** Keys of a file of texts, with dots; the forms of a plural count as one. */
type KeysIn<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${WithoutPlural<K>}` : KeysIn<T[K], `${Prefix}${K}.`>
}[keyof T & string]

export type TextKey<N extends Namespace> = KeysIn<TextResources[N]>
/** Says a text of one namespace. Values may be a dictionary that several texts share: what a text does not name is left aside. */
export type Say<N extends Namespace> = (key: TextKey<N>, values?: Readonly<Record<string, string | number>>) => string

/**
 * The text of a key made from data (a code, a date, a title), or `fallback` where there is none: what an import or the reader brought has no
 * text of its own and stands as written.
 *
 * @param t as `useTranslation` or `useSay` gives it; its own type knows only the keys that were written down
 */
export function sayOr(t: CallableFunction, key: string, fallback: string): string {
  return String(t(key, { defaultValue: fallback }))
}

/** Texts of a namespace in the language on screen; keys are checked by the compiler, values are not. */
export function useSay<N extends Namespace>(namespace: N): Say<N> {
  const { t } = useTranslation(namespace as Namespace)
  // i18next asks for exactly the placeholders of each text; here one dictionary of name forms serves many
  return useMemo(() => (key, values) => (t as unknown as (key: string, values?: object) => string)(key, values), [t])
}
