import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useFormats } from '../../language/useFormats.ts'
import { type Say, useSay } from '../../language/useSay.ts'
import { useSend } from '../../ui/data/client.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { useViewParam } from '../../ui/view/useView.ts'
import { type Block, type Chapter, type Run, searchGuide } from './guide.ts'
import classes from './help.module.css'
import { useGuide } from './useGuide.ts'

const keyed = <T,>(items: readonly T[]): readonly { readonly key: string; readonly item: T }[] =>
  items.map((item, index) => ({ key: String(index), item }))

const Runs = ({ runs }: { readonly runs: readonly Run[] }) =>
  keyed(runs).map(({ key, item }) =>
    item.kind === 'strong' ? (
      <strong key={key}>{item.text}</strong>
    ) : item.kind === 'code' ? (
      <code key={key}>{item.text}</code>
    ) : (
      item.text
    ),
  )

function BlockView({ block }: { readonly block: Block }) {
  if (block.kind === 'paragraph')
    return (
      <p>
        <Runs runs={block.runs} />
      </p>
    )
  if (block.kind === 'list') {
    const items = keyed(block.items).map(({ key, item }) => (
      <li key={key}>
        <Runs runs={item} />
      </li>
    ))
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  return (
    <table>
      <thead>
        <tr>
          {block.head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(block.rows).map(({ key, item }) => (
          <tr key={key}>
            {keyed(item).map((cell) => (
              <td key={cell.key}>{cell.item}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ContentsProps {
  readonly chapters: readonly Chapter[]
  readonly chosen: string
  readonly choose: (id: string) => void
  readonly t: Say<'help'>
}

function Contents({ chapters, chosen, choose, t }: ContentsProps) {
  return (
    <nav aria-label={t('contents')}>
      <ol className={classes.contents}>
        {chapters.map(({ id, title }) => (
          <li key={id}>
            <button type="button" aria-current={id === chosen ? 'page' : undefined} onClick={() => choose(id)}>
              {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Results({ chapters, query, choose, t }: Omit<ContentsProps, 'chosen'> & { readonly query: string }) {
  const formats = useFormats()
  const found = searchGuide(chapters, query)
  return (
    <div role="status">
      <p className={classes.count}>
        {found.length === 0 ? t('nothing') : t('found', { count: found.length, chapters: formats.number(found.length, 0) })}
      </p>
      <ul className={classes.results}>
        {found.map(({ chapter, passage }) => (
          <li key={chapter.id}>
            <button type="button" onClick={() => choose(chapter.id)}>
              {chapter.title}
            </button>
            {passage === '' ? null : <p>{passage}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The user guide: searchable, offline, in the language on screen. */
export function HelpView() {
  const t = useSay('help')
  const chapters = useGuide()
  const [wanted, want] = useViewParam('chapter', '')
  const [query, setQuery] = useState('')
  const settings = useSend('settings.set', ['settings.get'])
  const chapter = chapters?.find(({ id }) => id === wanted) ?? chapters?.[0]
  const choose = (id: string): void => {
    setQuery('')
    want(id)
  }
  return (
    <Page
      title={t('title')}
      actions={
        <Button variant="default" size="xs" onClick={() => settings.mutate({ tourSeen: null })}>
          {t('tour')}
        </Button>
      }
    >
      <Headline support={t('support')}>{t('headline')}</Headline>
      {chapters === null || chapter === undefined ? (
        <div className={classes.wait} aria-busy="true" />
      ) : (
        <div className={classes.guide}>
          <div className={classes.side}>
            <TextInput
              type="search"
              aria-label={t('search')}
              placeholder={t('search')}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
            {query.trim() === '' ? (
              <Contents chapters={chapters} chosen={chapter.id} choose={choose} t={t} />
            ) : (
              <Results chapters={chapters} query={query} choose={choose} t={t} />
            )}
          </div>
          <article className={classes.chapter} aria-labelledby="guide-chapter">
            <h2 id="guide-chapter">{chapter.title}</h2>
            {keyed(chapter.blocks).map(({ key, item }) => (
              <BlockView key={`${chapter.id} ${key}`} block={item} />
            ))}
          </article>
        </div>
      )}
    </Page>
  )
}
