import { statement } from '../worker/db.ts'

/** Settings of the user have this in front of their name; others belong to the program. */
export const OWN_SETTING = 'user.'

export const ownSettings = statement<object, { readonly name: string; readonly value: string }>(
  'settings.own',
  "SELECT name, value FROM setting WHERE name LIKE 'user.%'",
)
export const writeSetting = statement<{ name: string; value: string }, never>(
  'settings.write',
  'INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
)
export const forgetSetting = statement<{ name: string }, never>('settings.forget', 'DELETE FROM setting WHERE name = :name')
