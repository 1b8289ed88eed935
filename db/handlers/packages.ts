import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenedFile } from '../../electron/host/protocol.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { ImportReportAnswer } from '../../electron/shared/contract/schema/imports.ts'
import type { PackageSigner } from '../../electron/shared/contract/schema/packages.ts'
import { exportPackage } from '../export/exportData.ts'
import { readPrivateKey } from '../package/keys.ts'
import { mayBePackage, openPackage } from '../package/openPackage.ts'
import { PackageRefusal } from '../package/refusal.ts'
import { keyStatus } from '../queries/signingKeys.ts'
import type { ReadDb } from '../worker/db.ts'
import type { HandlerContext, TopicHandlers } from './context.ts'

type ImportChannel = 'csv.preview' | 'csv.import'

/** A private key in PEM is 119 bytes; a mistaken file is not read. */
const MOST_KEY_BYTES = 10_000

const refused = ({ message, reason, signer }: PackageRefusal, file: string, dryRun: boolean): ImportReportAnswer => ({
  file,
  outcome: 'refused',
  reason,
  message,
  ...(signer === null ? {} : { signer }),
  sha256: '',
  encoding: null,
  delimiter: null,
  decimal: null,
  format: null,
  batch: null,
  dryRun,
  rows: { read: 0, new: 0, revised: 0, unchanged: 0, aggregates: 0, rejected: 0 },
  revisions: [],
  rejected: [],
  skipped: [],
  warnings: [],
  ms: 0,
})

/** Checks a package, then lets the usual importer read its figures as if they had been chosen. */
async function readPackage(
  context: HandlerContext<ReadDb>,
  { descriptor, name }: OpenedFile,
  dryRun: boolean,
  work: (figures: OpenedFile, signer: PackageSigner) => Promise<ImportReportAnswer> | ImportReportAnswer,
): Promise<ImportReportAnswer> {
  const path = join(context.options.spool, `package-${randomBytes(12).toString('hex')}.csv`)
  try {
    const { signer } = await openPackage({
      descriptor,
      name,
      statusOf: (fingerprint) => context.db.get(keyStatus, { fingerprint })?.status ?? 'unknown',
      figures: path,
    })
    const opened = openSync(path, 'r')
    try {
      return { ...(await work({ token: '', name, bytes: fstatSync(opened).size, descriptor: opened }, signer)), signer }
    } finally {
      closeSync(opened)
    }
  } catch (error) {
    if (error instanceof PackageRefusal) return refused(error, name, dryRun)
    throw error
  } finally {
    rmSync(path, { force: true })
  }
}

/**
 * Lets data packages through the doors that CSV files come by: a package is checked first, refused in the same report when it is not
 * taken, and its figures are then read, compared and written like any others.
 */
export function throughPackages<H extends TopicHandlers<ImportChannel>>(handlers: H): H {
  const preview = handlers['csv.preview']
  const write = handlers['csv.import']
  return {
    ...handlers,
    'csv.preview': (context, request) => {
      const file = context.file(request.file)
      if (!mayBePackage(file.name)) return preview(context, request)
      return readPackage(context, file, true, (figures) => preview({ ...context, file: () => figures }, request))
    },
    'csv.import': (context, request) => {
      const file = context.file(request.file)
      if (!mayBePackage(file.name)) return write(context, request)
      return readPackage(context, file, false, (figures, { name, signedAt, fingerprint }) => {
        const signed = `Signed by ${name}, ${signedAt.slice(0, 10)}, key ${fingerprint.slice(0, 16)}`
        const note = request.note === '' ? signed : `${request.note} (${signed})`
        return write({ ...context, file: () => figures }, { ...request, note: note.slice(0, 2000) })
      })
    },
  }
}

export const packageHandlers: TopicHandlers<'package.export'> = {
  'package.export': async ({ db, options, now, file }, { indicators, key, signer }) => {
    const { descriptor, bytes, name } = file(key)
    if (bytes > MOST_KEY_BYTES) throw new CallError('refused', `${name} is too large for a private key.`)
    const privateKey = readPrivateKey(readFileSync(descriptor, 'utf8'))
    return exportPackage(db, { indicators, spool: options.spool, version: options.version, now: now(), signer, privateKey })
  },
}
