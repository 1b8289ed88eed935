import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { EventRow } from '../../../electron/shared/contract/schema/own.ts'
import { failureOf, useSend } from '../../ui/data/client.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import layout from '../../ui/parts/layout.module.css'
import { SourceLink } from '../../ui/parts/SourceLink.tsx'
import classes from './events.module.css'
import { descriptionOf, type Words } from './words.ts'

interface Props {
  readonly events: readonly EventRow[]
  /** the event a mark or a search led to */
  readonly marked: number | null
  readonly words: Words
  readonly onEdit: (event: EventRow) => void
}

/** Rows drawn before the reader asks for the rest. */
const FIRST = 30

/** Every event with its source; bundled ones can be hidden, the reader's own changed and removed. */
export function EventList({ events, marked, words, onEdit }: Props) {
  const { t, formats, names, titleOf } = words
  const hide = useSend('events.hide', ['events.list'])
  const remove = useSend('events.remove', ['events.list'])
  const row = useRef<HTMLTableRowElement>(null)
  const [all, setAll] = useState(false)
  const shown = all || events.findIndex((event) => event.id === marked) >= FIRST ? events : events.slice(0, FIRST)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another mark is another row to scroll to
  useEffect(() => {
    // in braces: browsers of today answer with a promise, which React would take for what is to be done at the end
    row.current?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  const named = (action: string, event: EventRow): string => t('action', { action, title: titleOf(event) })
  return (
    <Card title={t('list.title')} subtitle={t('bundledNote')}>
      <div className={classes.scroller}>
        <table className={`${layout.list} ${classes.list}`}>
          <thead>
            <tr>
              <th scope="col">{t('column.date')}</th>
              <th scope="col">{t('column.event')}</th>
              <th scope="col">{t('column.category')}</th>
              <th scope="col">{t('column.partners')}</th>
              <th scope="col">{t('column.source')}</th>
              <th scope="col">{t('column.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((event) => (
              <tr
                key={event.id}
                data-hidden={event.hidden || undefined}
                data-marked={event.id === marked || undefined}
                ref={event.id === marked ? row : null}
              >
                <td className={classes.date}>{formats.period(event.date)}</td>
                <td>
                  <span className={classes.name}>{titleOf(event)}</span>
                  {event.origin === 'user' ? <span className={classes.tag}>{t('own')}</span> : null}
                  {event.hidden ? <span className={classes.tag}>{t('hidden')}</span> : null}
                  {event.description === '' ? null : <span className={classes.description}>{descriptionOf(words, event)}</span>}
                </td>
                <td>{t(`category.${event.category}`)}</td>
                <td>{event.partners.map((code) => names.area(code)).join(', ')}</td>
                <td>
                  <SourceLink url={event.sourceUrl} className={classes.link}>
                    {event.sourceTitle}
                  </SourceLink>
                </td>
                <td className={classes.actions}>
                  {event.origin === 'user' ? (
                    <>
                      <Button
                        variant="default"
                        size="compact-xs"
                        aria-label={named(t('edit'), event)}
                        onClick={() => onEdit(event)}
                      >
                        {t('edit')}
                      </Button>
                      <Button
                        variant="default"
                        size="compact-xs"
                        aria-label={named(t('remove'), event)}
                        onClick={() => remove.mutate({ id: event.id })}
                      >
                        {t('remove')}
                      </Button>
                    </>
                  ) : null}
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={named(t(event.hidden ? 'show' : 'hide'), event)}
                    onClick={() => hide.mutate({ id: event.id, hidden: !event.hidden })}
                  >
                    {t(event.hidden ? 'show' : 'hide')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FailureNote failure={failureOf(remove, hide)} />
      {shown.length < events.length ? (
        <Button variant="default" size="compact-xs" mt="xs" onClick={() => setAll(true)}>
          {t('list.more', { count: events.length })}
        </Button>
      ) : null}
    </Card>
  )
}
