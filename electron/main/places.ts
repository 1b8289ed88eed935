import { app } from 'electron'
import { findPlaces, type Places } from '../host/paths.ts'

/** Where this copy of the program keeps its parts. */
export const places = (): Places => findPlaces(import.meta.url, app.isPackaged ? process.resourcesPath : null)

/** The page's only origin, and where its windows begin. */
export const ORIGIN = 'app://multivector'
export const START = `${ORIGIN}/index.html`

/** Address of the development server with hot reload; only in a clone, only under `npm run dev`. */
export const developmentUrl = (): string | null => (app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null))

/** Origins whose pages may call the host. */
export function ownOrigins(): readonly string[] {
  const development = developmentUrl()
  return development === null ? [ORIGIN] : [ORIGIN, new URL(development).origin]
}
