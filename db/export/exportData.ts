import { createHash, type KeyObject } from 'node:crypto'
import { closeSync, createReadStream, fsyncSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { newOutput, saveError } from '../../electron/host/spool.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import {
  ENDING,
  FORMAT,
  fingerprintOf,
  MANIFEST,
  manifestText,
  SIGNATURE,
  type Signature,
  signedBytes,
} from '../package/format.ts'
import { publicOf, signBytes } from '../package/keys.ts'
import { indicatorExists } from '../queries/catalogue.ts'
import type { ReadDb } from '../worker/db.ts'
import { csvColumns, csvLines, type ExportOrder, sdmxColumns, sdmxLines, sourcesOf, writeDataPackage } from './formats.ts'
import { csvMetadata, metadataName } from './metadata.ts'
import { MOST_SHEET_ROWS, writeWorkbook } from './sheets.ts'

export type ExportFormat = 'datapackage' | 'csv' | 'sdmx-csv' | 'xlsx'
const endings: Readonly<Record<ExportFormat, string>> = { datapackage: 'zip', csv: 'csv', 'sdmx-csv': 'sdmx.csv', xlsx: 'xlsx' }

export interface Exported {
  readonly token: string
  readonly name: string
  readonly rows: number
  readonly sha256: string
}

/** A table, and what stands beside a CSV, which has no place for it: version, checksum of the store, method, sources and licences (CSVW). */
export interface ExportedTable extends Exported {
  readonly beside: { readonly token: string; readonly name: string } | null
}

/** Characters written at once. */
const PIECE = 1 << 16

/** @throws {CallError} not-found for an unknown indicator */
function assertKnown(db: ReadDb, indicators: readonly string[]): void {
  const unknown = indicators.find((code) => !db.get(indicatorExists, { code }))
  if (unknown === undefined) return
  throw new CallError('not-found', `There is no indicator ${unknown}. The command "indicators" lists them.`)
}

/** Between pieces other calls are answered: an export never holds up a chart. */
async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const out = openSync(path, 'wx', 0o600)
  try {
    let piece = ''
    for (const line of lines) {
      piece += line
      if (piece.length < PIECE) continue
      writeSync(out, piece)
      piece = ''
      await setImmediate()
    }
    writeSync(out, piece)
    fsyncSync(out)
  } finally {
    closeSync(out)
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/**
 * Writes figures with their sources and licences into the spool, where the host finds them by token.
 *
 * @returns a CSV has a second output beside it (`<name>-metadata.json`)
 * @throws {CallError} not-found for an unknown indicator, refused when a sheet cannot hold the rows
 */
export async function exportData(
  db: ReadDb,
  request: {
    readonly format: ExportFormat
    readonly indicators: readonly string[]
    readonly spool: string
    readonly today: string
    readonly version: string
    /** the name it will have, which the file beside it repeats; none = one of its own */
    readonly name?: string
  },
): Promise<ExportedTable> {
  const { format, indicators, spool, today, version } = request
  assertKnown(db, indicators)
  const name = request.name || `multivector-${today}.${endings[format]}`
  const { token, path } = newOutput(spool, name)
  const counter = { rows: 0 }
  const order: ExportOrder = { db, indicators, path, today, version }
  try {
    if (format === 'csv') await writeLines(path, csvLines(order, counter))
    else if (format === 'sdmx-csv') await writeLines(path, sdmxLines(order, counter))
    else if (format === 'xlsx') await writeWorkbook(order, counter)
    else await writeDataPackage(order, counter)
  } catch (error) {
    rmSync(path, { force: true })
    if (!(error instanceof RangeError)) throw saveError(error, name)
    throw new CallError(
      'refused',
      `That is more than this format holds (${MOST_SHEET_ROWS} rows of a sheet, 4 GB of an archive). Name fewer indicators, or export as CSV.`,
      error.message,
    )
  }
  const columns = format === 'csv' ? csvColumns : format === 'sdmx-csv' ? sdmxColumns : null
  const sha256 = await hashOf(path)
  if (columns === null) return { token, name, rows: counter.rows, sha256, beside: null }
  const beside = newOutput(spool, metadataName(name))
  writeFileSync(beside.path, csvMetadata(order, name, columns, sourcesOf(order), counter.rows), { mode: 0o600 })
  return { token, name, rows: counter.rows, sha256, beside: { token: beside.token, name: metadataName(name) } }
}

/**
 * Writes a data package with the manifest of its files and a signature, into the spool.
 *
 * @param request.now ISO date and time, which is signed too
 * @throws {CallError} not-found for an unknown indicator, refused when the archive grows beyond 4 GB
 */
export async function exportPackage(
  db: ReadDb,
  request: {
    readonly indicators: readonly string[]
    readonly spool: string
    readonly now: string
    readonly version: string
    readonly signer: string
    readonly privateKey: KeyObject
  },
): Promise<Exported & { readonly fingerprint: string }> {
  const { indicators, spool, now, version, signer, privateKey } = request
  assertKnown(db, indicators)
  const today = now.slice(0, 10)
  const name = `multivector-${today}${ENDING}`
  const { token, path } = newOutput(spool, name)
  const publicKey = publicOf(privateKey)
  const counter = { rows: 0 }
  try {
    const signature = (manifest: string): Signature => ({
      format: FORMAT,
      algorithm: 'Ed25519',
      publicKey: publicKey.toString('base64'),
      signer,
      signedAt: now,
      signature: signBytes(privateKey, signedBytes({ signer, signedAt: now }, manifest)),
    })
    await writeDataPackage({ db, indicators, path, today, version }, counter, [
      [MANIFEST, manifestText],
      [SIGNATURE, (hashes) => `${JSON.stringify(signature(manifestText(hashes)), null, 1)}\n`],
    ])
  } catch (error) {
    rmSync(path, { force: true })
    if (!(error instanceof RangeError)) throw saveError(error, name)
    throw new CallError('refused', 'That is more than an archive holds (4 GB). Name fewer indicators.', error.message)
  }
  return { token, name, rows: counter.rows, sha256: await hashOf(path), fingerprint: fingerprintOf(publicKey) }
}
