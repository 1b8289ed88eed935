import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenedFile } from '../../electron/host/protocol.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { ImportReportAnswer } from '../../electron/shared/contract/schema/imports.ts'
import type { PackageSigner } from '../../electron/shared/contract/schema/packages.ts'
import { unreadReport } from '../../electron/shared/contract/unreadReport.ts'
import { mayBePackage } from '../package/fileName.ts'
import { PackageRefusal } from '../package/refusal.ts'
import { keyStatus } from '../queries/signingKeys.ts'
import type { ReadDb } from '../worker/db.ts'
import type { HandlerContext, TopicHandlers } from './context.ts'

/** A private key in PEM is 119 bytes; a mistaken file is not read. */
const MOST_KEY_BYTES = 10_000

const refused = ({ message, reason, signer }: PackageRefusal, file: string, dryRun: boolean): ImportReportAnswer => ({
  ...unreadReport(file, { reason, message, dryRun }),
  ...(signer === null ? {} : { signer }),
})

/** Checks a package, then lets `work` read its figures as if they had been chosen. @throws {PackageRefusal} */
async function withFigures<T>(
  context: HandlerContext<ReadDb>,
  { descriptor, name }: OpenedFile,
  work: (figures: OpenedFile, signer: PackageSigner) => Promise<T> | T,
): Promise<T> {
  const { openPackage } = await import('../package/openPackage.ts')
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
      return await work({ token: '', name, bytes: fstatSync(opened).size, descriptor: opened }, signer)
    } finally {
      closeSync(opened)
    }
  } finally {
    rmSync(path, { force: true })
  }
}

/** The same for an import: the signer stands in the report, and so does a refusal. */
async function reported(
  context: HandlerContext<ReadDb>,
  file: OpenedFile,
  dryRun: boolean,
  work: (figures: OpenedFile, signer: PackageSigner) => Promise<ImportReportAnswer> | ImportReportAnswer,
): Promise<ImportReportAnswer> {
  try {
    return await withFigures(context, file, async (figures, signer) => ({ ...(await work(figures, signer)), signer }))
  } catch (error) {
    if (error instanceof PackageRefusal) return refused(error, file.name, dryRun)
    throw error
  }
}

/**
 * Lets data packages through the doors that CSV files come by: a package is checked first, refused in the same report when it is not
 * taken, and its figures are then read, compared and written like any others.
 */
export function throughPackages<H extends TopicHandlers<'csv.preview' | 'csv.import'>>(handlers: H): H {
  const preview = handlers['csv.preview']
  const write = handlers['csv.import']
  return {
    ...handlers,
    'csv.preview': (context, request) => {
      const file = context.file(request.file)
      if (!mayBePackage(file.name)) return preview(context, request)
      return reported(context, file, true, (figures) => preview({ ...context, file: () => figures }, request))
    },
    'csv.import': (context, request) => {
      const file = context.file(request.file)
      if (!mayBePackage(file.name)) return write(context, request)
      return reported(context, file, false, (figures, { name, signedAt, fingerprint }) => {
        const signed = `Signed by ${name}, ${signedAt.slice(0, 10)}, key ${fingerprint.slice(0, 16)}`
        const note = request.note === '' ? signed : `${request.note} (${signed})`
        return write({ ...context, file: () => figures }, { ...request, note: note.slice(0, 2000) })
      })
    },
  }
}

/** A package that is not taken, as the refusal that a call answers with. */
const asRefusal = (error: unknown): unknown =>
  error instanceof PackageRefusal ? new CallError('refused', error.message, error.reason) : error

/** The same for what a review asks of the file itself: its rejected lines and its first ones. */
export function reviewThroughPackages<H extends TopicHandlers<'csv.rejected' | 'csv.sample'>>(handlers: H): H {
  const rejected = handlers['csv.rejected']
  const sample = handlers['csv.sample']
  const inside = async <T>(
    context: HandlerContext<ReadDb>,
    file: OpenedFile,
    work: (inner: HandlerContext<ReadDb>) => Promise<T> | T,
  ): Promise<T> => {
    try {
      return await withFigures(context, file, (figures) => work({ ...context, file: () => figures }))
    } catch (error) {
      throw asRefusal(error)
    }
  }
  return {
    ...handlers,
    'csv.rejected': (context, request) => {
      const file = context.file(request.file)
      return mayBePackage(file.name) ? inside(context, file, (inner) => rejected(inner, request)) : rejected(context, request)
    },
    'csv.sample': (context, request) => {
      const file = context.file(request.file)
      return mayBePackage(file.name) ? inside(context, file, (inner) => sample(inner, request)) : sample(context, request)
    },
  }
}

export const packageHandlers: TopicHandlers<'package.export'> = {
  'package.export': async ({ db, options, now, file }, { indicators, key, passphrase, signer }) => {
    const { descriptor, bytes, name } = file(key)
    if (bytes > MOST_KEY_BYTES) throw new CallError('refused', `${name} is too large for a private key.`)
    const [{ exportPackage }, { readPrivateKey }] = await Promise.all([
      import('../export/exportData.ts'),
      import('../package/keys.ts'),
    ])
    const privateKey = readPrivateKey(readFileSync(descriptor, 'utf8'), passphrase)
    return exportPackage(db, { indicators, spool: options.spool, version: options.version, now: now(), signer, privateKey })
  },
}
