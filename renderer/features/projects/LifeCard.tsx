import { Autocomplete, Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ProjectRow } from '../../../electron/shared/contract/schema/projects.ts'
import { type ProjectStatus, projectStatuses } from '../../../electron/shared/domain/project.ts'
import type { Project } from '../../../electron/shared/findings/projects.ts'
import { wordedPublisher } from '../../language/wording.ts'
import { asFailure, useSend } from '../../ui/data/client.tsx'
import { useFailureText } from '../../ui/data/failureText.ts'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { SourceLink } from '../../ui/parts/SourceLink.tsx'
import { useWholeRows } from '../../ui/parts/useWholeRows.ts'
import classes from './projects.module.css'
import { StatusMark } from './StatusMark.tsx'
import { knownTags, statusName, tagName, type Words } from './words.ts'

interface Props {
  readonly project: Project
  readonly words: Words
}

/** Telling in Latin letters is a source's English under a page in Russian or Kazakh; it is read out as such. */
const langOf = (text: string): 'en' | undefined => (/\p{Script=Cyrillic}/u.test(text) ? undefined : 'en')

const known = (status: string): ProjectStatus | null => projectStatuses.find((one) => one === status) ?? null

function Telling({ row, words }: { readonly row: ProjectRow; readonly words: Words }) {
  const { t, formats } = words
  return (
    <li className={classes.telling}>
      <span className={classes.year}>{row.seen ?? t('life.undated')}</span>
      <div>
        <div className={classes.tellingHead}>
          <span className={classes.status}>
            <StatusMark status={known(row.status)} /> {statusName(words, row.status)}
          </span>
          {row.value === null ? null : (
            <strong>{t('life.value', { value: formats.number(row.value, row.value < 10 ? 1 : 0) })}</strong>
          )}
          {row.start === '' ? null : <span>{`${t('column.start')}: ${formats.period(row.start)}`}</span>}
          {row.completed === '' ? null : <span>{`${t('column.completed')}: ${formats.period(row.completed)}`}</span>}
        </div>
        <p lang={langOf(row.summary)}>{row.summary}</p>
        {row.financing === '' ? null : (
          <p lang={langOf(row.financing)} className={classes.soft}>
            {row.financing}
          </p>
        )}
        {row.source === '' ? (
          <p className={classes.warn}>{t('life.noSource')}</p>
        ) : (
          <p className={classes.soft}>
            {row.sourcePublisher === '' ? '' : `${wordedPublisher(formats.language, row.sourcePublisher)}: `}
            <SourceLink url={row.sourceUrl} className={classes.link} title={t('life.open')}>
              {row.sourceTitle || row.source}
            </SourceLink>
          </p>
        )}
      </div>
    </li>
  )
}

/** Tags as chips: each can be taken away, a known programme or words of the reader's own can be added. */
function Tags({ project, words }: Props) {
  const { t } = words
  const [text, setText] = useState('')
  const failureText = useFailureText()
  const send = useSend('projects.tag', ['projects.get'])
  const change = (tag: string, on: boolean): void =>
    send.mutate({ stem: project.stem, tag, on }, { onSuccess: () => setText('') })
  const present = new Set(project.tags.map(({ tag }) => tag))
  const options = knownTags.filter((tag) => !present.has(tag)).map((tag) => ({ value: tag, label: tagName(words, tag) }))
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const written = text.trim()
    if (written !== '') change(options.find(({ label }) => label === written)?.value ?? written, true)
  }
  return (
    <div className={classes.tags}>
      <h3>{t('life.tags')}</h3>
      {project.tags.length > 0 ? (
        <ul>
          {project.tags.map(({ tag, origin }) => (
            <li
              key={tag}
              className={classes.tag}
              title={origin === 'user' ? t('life.own') : undefined}
              data-own={origin === 'user' || undefined}
            >
              {tagName(words, tag)}
              <button
                type="button"
                aria-label={t('life.remove', { tag: tagName(words, tag) })}
                disabled={send.isPending}
                onClick={() => change(tag, false)}
              >
                <svg width={9} height={9} viewBox="0 0 9 9" stroke="currentColor" strokeWidth={1.6} aria-hidden="true">
                  <path d="M1.5 1.5l6 6M7.5 1.5l-6 6" />
                </svg>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <form onSubmit={add}>
        <Autocomplete
          size="xs"
          aria-label={t('life.addLabel')}
          placeholder={t('life.addLabel')}
          value={text}
          onChange={setText}
          data={options.map(({ label }) => label)}
        />
        <Button type="submit" size="xs" variant="default" disabled={text.trim() === '' || send.isPending}>
          {t('life.add')}
        </Button>
      </form>
      {send.isError ? (
        <p role="alert" className={classes.warn}>
          {failureText(asFailure(send.error))}
        </p>
      ) : null}
    </div>
  )
}

/** One project seen by its sources, side by side in time, and the programmes it is said to belong to. */
export function LifeCard({ project, words }: Props) {
  const { t } = words
  const title = t('life.title', { name: project.name })
  const list = useWholeRows<HTMLOListElement>(372)
  return (
    <FigureCard
      id="projects.life"
      kind="table"
      title={title}
      subtitle={t('life.subtitle')}
      source={t('life.source')}
      twin={{
        columns: [
          { id: 'year', label: t('column.year'), kind: 'text' },
          { id: 'status', label: t('column.status'), kind: 'text' },
          { id: 'value', label: t('column.value'), kind: 'number', decimals: 0 },
          { id: 'summary', label: t('column.summary'), kind: 'text' },
          { id: 'financing', label: t('column.financing'), kind: 'text' },
          { id: 'source', label: t('column.source'), kind: 'text' },
        ],
        rows: project.rows.map((row) => ({
          id: row.id,
          cells: [
            row.seen === null ? t('life.undated') : String(row.seen),
            statusName(words, row.status),
            row.value,
            row.summary,
            row.financing,
            row.sourceTitle || row.source,
          ],
        })),
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <ol ref={list} className={classes.tellings} tabIndex={0} aria-label={title}>
        {project.rows.map((row) => (
          <Telling key={row.id} row={row} words={words} />
        ))}
      </ol>
      <Tags key={project.stem} project={project} words={words} />
    </FigureCard>
  )
}
