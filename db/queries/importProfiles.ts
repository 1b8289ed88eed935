import { statement } from '../worker/db.ts'

export interface ProfileRow {
  readonly name: string
  readonly profile: string
  readonly headings: number
  readonly saved_at: string
}

/** Saved mappings, those that name most columns first: of two that fit a file, the more particular one is meant. */
export const allProfiles = statement<object, ProfileRow>(
  'profiles.all',
  'SELECT name, profile, headings, saved_at FROM import_profile ORDER BY headings DESC, name',
)
export const putProfile = statement<{ name: string; profile: string; headings: number; now: string }, never>(
  'profiles.put',
  `INSERT INTO import_profile (name, profile, headings, saved_at) VALUES (:name, :profile, :headings, :now)
   ON CONFLICT (name) DO UPDATE SET profile = excluded.profile, headings = excluded.headings, saved_at = excluded.saved_at`,
)
export const dropProfile = statement<{ name: string }, never>('profiles.drop', 'DELETE FROM import_profile WHERE name = :name')
