// A code that the store has never heard of is refused by name: an empty answer would read as "there is nothing".

import { CallError } from '../../electron/shared/contract/errors.ts'
import { WORLD } from '../../electron/shared/domain/observation.ts'
import { indicatorExists } from '../queries/catalogue.ts'
import { areaKind, sourceKnown } from '../queries/known.ts'
import type { ReadDb } from '../worker/db.ts'

/** @throws {CallError} not-found for a code that is no country, group or former state of the store */
export function requireArea(db: ReadDb, code: string): void {
  if (!db.get(areaKind, { code }))
    throw new CallError('not-found', `There is no country or group ${code}. Write its three-letter code, e.g. KAZ, RUS or CHN.`)
}

/** @throws {CallError} not-found for an unknown code; invalid-request for the world total, which is nobody's partner */
export function requirePartner(db: ReadDb, code: string): void {
  requireArea(db, code)
  if (code === WORLD) throw new CallError('invalid-request', 'WLD is the total of all partners, not a partner. Choose a country.')
}

/** @throws {CallError} not-found for an unknown code */
export function requireIndicator(db: ReadDb, code: string): void {
  if (!db.get(indicatorExists, { code }))
    throw new CallError('not-found', `There is no indicator ${code}. The command "indicators" lists them.`)
}

/** @throws {CallError} not-found for an unknown code */
export function requireSource(db: ReadDb, code: string): void {
  if (!db.get(sourceKnown, { code })) throw new CallError('not-found', `There is no source ${code} in the store.`)
}
