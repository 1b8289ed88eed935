import { type Settings, settings } from '../../electron/shared/contract/schema/own.ts'
import { forgetSetting, OWN_SETTING, ownSettings, writeSetting } from '../queries/settings.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

const names = Object.keys(settings.shape) as (keyof Settings)[]

/** What the user set. A value that this version cannot read counts as not set. */
function readSettings(db: ReadDb): Settings {
  const stored = new Map(db.all(ownSettings, {}).map((row) => [row.name.slice(OWN_SETTING.length), row.value]))
  const read = (name: keyof Settings): unknown => {
    const text = stored.get(name)
    if (text === undefined) return null
    const checked = settings.shape[name].safeParse(JSON.parse(text))
    return checked.success ? checked.data : null
  }
  return settings.parse(Object.fromEntries(names.map((name) => [name, read(name)])))
}

export const settingsHandlers: TopicHandlers<'settings.get' | 'settings.set'> = {
  'settings.get': ({ db }) => readSettings(db),
  'settings.set': ({ db }, patch) =>
    db.transaction(() => {
      for (const name of names) {
        const value = patch[name]
        if (value === undefined) continue
        if (value === null) db.run(forgetSetting, { name: OWN_SETTING + name })
        else db.run(writeSetting, { name: OWN_SETTING + name, value: JSON.stringify(value) })
      }
      return readSettings(db)
    }),
}
