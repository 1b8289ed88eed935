import { CallError } from '../../electron/shared/contract/errors.ts'
import type { SigningKey } from '../../electron/shared/contract/schema/packages.ts'
import { fingerprintOf } from '../package/format.ts'
import { readPublicKey } from '../package/keys.ts'
import { allKeys, distrustKey, trustKey } from '../queries/signingKeys.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

const listKeys = (db: ReadDb): SigningKey[] =>
  db.all(allKeys, {}).map(({ fingerprint, public_key, name, status, decided_at }) => ({
    fingerprint,
    publicKey: public_key,
    name,
    status,
    decidedAt: decided_at,
  }))

/** Whose data packages this store takes. */
export const signingKeyHandlers: TopicHandlers<'keys.list' | 'keys.trust' | 'keys.distrust'> = {
  'keys.list': ({ db }) => listKeys(db),
  'keys.trust': ({ db, now }, { publicKey, name }) => {
    const key = readPublicKey(publicKey)
    db.run(trustKey, { fingerprint: fingerprintOf(key), publicKey: key.toString('base64'), name, now: now() })
    return listKeys(db)
  },
  'keys.distrust': ({ db, now }, { fingerprint }) => {
    const { changes } = db.run(distrustKey, { fingerprint, now: now() })
    if (changes === 0) throw new CallError('not-found', 'There is no such key in this store. "multivector keys list" lists them.')
    return listKeys(db)
  },
}
