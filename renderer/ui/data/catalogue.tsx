import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Catalogue } from '../../../electron/shared/contract/schema/store.ts'
import { createNames, type Names } from '../../../electron/shared/language/names.ts'
import { useLanguage } from '../../language/useFormats.ts'

const CatalogueContext = createContext<Catalogue | null>(null)

/** Gives the catalogue of the store to all that is drawn below. */
export function CatalogueProvider({ catalogue, children }: { readonly catalogue: Catalogue; readonly children: ReactNode }) {
  return <CatalogueContext.Provider value={catalogue}>{children}</CatalogueContext.Provider>
}

/** Areas, indicators, units and reporters: asked once at start, before any screen. @throws {Error} outside its provider: a bug */
export function useCatalogue(): Catalogue {
  const catalogue = useContext(CatalogueContext)
  if (!catalogue) throw new Error('useCatalogue needs a CatalogueProvider above it')
  return catalogue
}

/** Names of areas, indicators and units in the language on screen. */
export function useNames(): Names {
  const catalogue = useCatalogue()
  const language = useLanguage()
  return useMemo(() => createNames(catalogue, language), [catalogue, language])
}
