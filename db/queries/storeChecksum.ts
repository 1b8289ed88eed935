import { createHash } from 'node:crypto'
import type { ReadDb } from '../worker/db.ts'
import { sealsOfFigures } from './briefings.ts'

/** A short checksum over the seals of all figures: files say by it from which state of a store they were made. */
export const storeChecksum = (db: ReadDb): string =>
  createHash('sha256')
    .update(JSON.stringify(sealsOfFigures(db)))
    .digest('hex')
    .slice(0, 16)
