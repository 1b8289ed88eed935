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

/** Texts of a namespace in the language on screen; keys are checked by the compiler, values are not. */
export function useSay<N extends Namespace>(namespace: N): Say<N> {
  const { t } = useTranslation(namespace as Namespace)
  // i18next asks for exactly the placeholders of each text; here one dictionary of name forms serves many
  return useMemo(() => (key, values) => (t as unknown as (key: string, values?: object) => string)(key, values), [t])
}
