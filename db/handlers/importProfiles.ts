// Saved mappings of layouts: kept in the store, shared as files.
import { readSync } from 'node:fs'
import { writeOutput } from '../../electron/host/spool.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import { safeFileName } from '../../electron/shared/domain/fileName.ts'
import { headingsOf, type Profile, readProfile } from '../ingest/profile.ts'
import { FileRefusal } from '../ingest/refusal.ts'
import { allProfiles, dropProfile, putProfile } from '../queries/importProfiles.ts'
import type { TopicHandlers } from './context.ts'

/** Nobody maps more columns than this holds. */
const MOST_BYTES = 1_000_000

/** @throws {CallError} refused with what is wrong in the text */
function checked(text: string): Profile {
  try {
    return readProfile(text)
  } catch (error) {
    if (error instanceof FileRefusal) throw new CallError('refused', error.message, 'mapping-unreadable')
    throw error
  }
}

const named = (profile: Profile, name: string): string => `${JSON.stringify({ ...profile, name }, null, 2)}\n`

export const importProfileHandlers: TopicHandlers<
  'profiles.list' | 'profiles.save' | 'profiles.remove' | 'profiles.read' | 'profiles.export'
> = {
  'profiles.list': ({ db }) =>
    db
      .all(allProfiles, {})
      .map(({ name, profile, headings, saved_at }) => ({ name, profile, columns: headings, savedAt: saved_at })),
  'profiles.save': ({ db, now }, { name, profile }) => {
    const found = checked(profile)
    const text = named(found, name)
    return { changed: db.run(putProfile, { name, profile: text, headings: headingsOf(found).length, now: now() }).changes }
  },
  'profiles.remove': ({ db }, { name }) => {
    const { changes } = db.run(dropProfile, { name })
    if (changes === 0) throw new CallError('not-found', `There is no saved mapping "${name}".`)
    return { changed: changes }
  },
  'profiles.read': ({ file }, { file: token }) => {
    const { descriptor, bytes, name } = file(token)
    if (bytes > MOST_BYTES) throw new CallError('refused', `${name} is too large to be a saved mapping.`, 'mapping-unreadable')
    const buffer = Buffer.alloc(bytes)
    readSync(descriptor, buffer, 0, bytes, 0)
    const text = buffer.toString('utf8').replace(/^\ufeff/, '')
    const profile = checked(text)
    return { name: profile.name ?? name.replace(/\.json$/i, ''), profile: text }
  },
  'profiles.export': ({ options }, { name, profile }) => {
    const kept = writeOutput(options.spool, `${safeFileName(name)}.json`, named(checked(profile), name))
    return { token: kept.token, name: kept.name }
  },
}
