// Why a call was refused, in the reader's language. The host words its refusals in English, for the command line.
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import { useLanguage } from '../../language/useFormats.ts'
import { type Say, useSay } from '../../language/useSay.ts'

/** What the detail of a refusal tells, where its code alone says too little. */
const byDetail = {
  EBUSY: 'fileOpen',
  EPERM: 'fileOpen',
  ETXTBSY: 'fileOpen',
  EACCES: 'noRight',
  EROFS: 'noRight',
  ENOENT: 'placeGone',
  ENOTDIR: 'placeGone',
  EISDIR: 'placeGone',
  'batch-undone': 'batchUndone',
  'batch-bundled': 'batchBundled',
  'batch-in-force': 'batchInForce',
  'kept-file-gone': 'keptFileGone',
  'kept-file-damaged': 'keptFileDamaged',
  'mapping-unreadable': 'mappingUnreadable',
  'review-gone': 'reviewGone',
} as const

/** What a code says by itself. Codes that are left out say too little: their message stands for them. */
const byCode = {
  'file-unreadable': 'fileUnreadable',
  'store-locked': 'storeLocked',
  'store-read-only': 'storeReadOnly',
  'store-damaged': 'storeDamaged',
  'disk-full': 'diskFull',
  'batch-has-dependents': 'dependents',
  busy: 'busy',
  cancelled: 'cancelled',
  'worker-lost': 'workerLost',
  internal: 'internal',
} as const

const has = <K extends string>(table: Readonly<Record<K, unknown>>, key: string): key is K => Object.hasOwn(table, key)

/**
 * The sentence for a refusal: by its detail, else by its code. What neither tells is said in the host's own words to readers of English, and to
 * others as a refusal that changed nothing.
 */
export function failureText(t: Say<'app'>, language: string, { code, message, detail }: CallFailure): string {
  const [tag = ''] = detail.split(',')
  if (has(byDetail, tag)) return t(`failure.${byDetail[tag]}`)
  if (has(byCode, code)) return t(`failure.${byCode[code]}`)
  return language === 'en' ? message : t(code === 'not-found' ? 'failure.notFound' : 'failure.refused')
}

/** Words refusals for the reader of this page. */
export function useFailureText(): (failure: CallFailure) => string {
  const t = useSay('app')
  const language = useLanguage()
  return (failure) => failureText(t, language, failure)
}
