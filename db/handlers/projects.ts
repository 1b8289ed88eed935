// Projects as their sources tell them, and the tags that say which programme a project belongs to.
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { ProjectRow } from '../../electron/shared/contract/schema/projects.ts'
import { yearTold } from '../../electron/shared/domain/project.ts'
import {
  dropTag,
  hideTag,
  type ProjectTableRow,
  projectCountries,
  projectsOf,
  setTag,
  stemExists,
  tagsOf,
} from '../queries/projects.ts'
import { indicatorsOf, readReadings, topicWarnings } from '../queries/readings.ts'
import type { TopicHandlers } from './context.ts'

const MOST_TAG_LETTERS = 60

const toRow = (row: ProjectTableRow): ProjectRow => ({
  id: row.id,
  stem: row.stem,
  name: row.name,
  country: row.country,
  sector: row.sector,
  region: row.region,
  investors: row.investor_countries.split(';').filter((code) => code !== ''),
  value: row.value_usd_m,
  financing: row.financing,
  localShare: row.local_share_pct,
  status: row.status,
  start: row.start,
  completed: row.completed,
  summary: row.summary,
  source: row.source,
  sourceTitle: row.source_title ?? '',
  sourcePublisher: row.source_publisher ?? '',
  sourceUrl: row.source_url ?? '',
  seen: yearTold(row.source, row.source_title ?? ''),
})

/** A tag as it is kept: trimmed, inner blanks single. @throws {CallError} invalid-request when nothing or too much is left */
function tagOf(written: string): string {
  const tag = written.replace(/\s+/g, ' ').trim()
  if (tag === '') throw new CallError('invalid-request', 'A programme needs a name. Write one or choose one from the list.')
  if (tag.length > MOST_TAG_LETTERS)
    throw new CallError('invalid-request', `The name has ${tag.length} characters; the longest allowed is ${MOST_TAG_LETTERS}.`)
  return tag
}

export const projectHandlers: TopicHandlers<'projects.get' | 'projects.tag'> = {
  'projects.get': ({ db }, { reporter, asOf }) => ({
    reporters: db.all(projectCountries, {}),
    rows: db.all(projectsOf, { country: reporter }).map(toRow),
    tags: db.all(tagsOf, { country: reporter }),
    lists: [...readReadings(db, { indicators: indicatorsOf(db, ['projects.']), reporters: [reporter], asOf })],
    warnings: topicWarnings(db, 'projects', reporter),
  }),
  'projects.tag': ({ db }, { stem, tag: written, on }) => {
    if ((db.get(stemExists, { stem })?.n ?? 0) === 0)
      throw new CallError('not-found', `There is no project ${stem} in the store.`)
    const row = { stem, tag: tagOf(written) }
    const changed = db.transaction(() =>
      on ? db.run(setTag, row).changes : db.run(hideTag, row).changes + db.run(dropTag, row).changes,
    )
    return { changed }
  },
}
