import { Button, CloseButton, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceUse } from '../../../electron/shared/contract/schema/coverage.ts'
import type { Source } from '../../../electron/shared/contract/schema/store.ts'
import { findStrength } from '../../../electron/shared/domain/fold.ts'
import { eventTitle, projectTitle } from '../../language/recordTitles.ts'
import { worded, wordedPublisher, wordedRetrieval } from '../../language/wording.ts'
import { useCall, useHost } from '../../ui/data/client.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import { ShortList } from '../../ui/parts/ShortList.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { useViewParam } from '../../ui/view/useView.ts'
import { projectLines, type SourceRow, sourceRows } from './prepare.ts'
import classes from './sources.module.css'
import type { Words } from './words.ts'

const FIRST = 60

function Terms({ terms, words }: { readonly terms: Source['terms']; readonly words: Words }) {
  return (
    <span className={classes.terms} data-terms={terms}>
      {terms === 'open' ? null : (
        <svg width="10" height="12" viewBox="0 0 10 12" aria-hidden="true">
          <path d="M1.5 5.500h7v5.500h-7zM3 5.500V3.500a2 2 0 014 0v2" fill="none" stroke="currentColor" strokeWidth="1.3" />
        </svg>
      )}
      {words.t(`terms.${terms}`)}
    </span>
  )
}

const records = ['events', 'projects', 'memberships', 'scenarios', 'claims', 'corridors'] as const
const recordsOf = (use: SourceUse | null, { t }: Words): string =>
  use === null ? '' : records.flatMap((kind) => (use[kind] > 0 ? [t(`record.${kind}`, { count: use[kind] })] : [])).join(', ')

const FIRST_AREAS = 8

/** Names of areas in one line; of many the first, and how many more at a press. */
function Areas({ codes, words }: { readonly codes: readonly string[]; readonly words: Words }) {
  const { t, names } = words
  const [all, setAll] = useState(false)
  const more = codes.length - FIRST_AREAS
  return (
    <>
      {(all ? codes : codes.slice(0, FIRST_AREAS)).map((code) => names.area(code)).join(', ')}
      {more > 0 && !all ? (
        <>
          {' '}
          <button type="button" className={classes.moreAreas} onClick={() => setAll(true)}>
            {t('detail.more', { count: more })}
          </button>
        </>
      ) : null}
    </>
  )
}

/** All of one source: terms, address, note, and what rests on it. */
function Detail({ row, words, onClose }: { readonly row: SourceRow; readonly words: Words; readonly onClose: () => void }) {
  const { t, formats, names } = words
  const { i18n } = useTranslation()
  const host = useHost()
  const { source, use } = row
  const rests = useCall('sources.restsOn', { source: source.code })
  return (
    <Card
      title={source.title}
      subtitle={`${wordedPublisher(formats.language, source.publisher)} · ${source.code}`}
      actions={<CloseButton aria-label={t('detail.close')} onClick={onClose} />}
    >
      <dl className={classes.facts}>
        <dt>{t('detail.licence')}</dt>
        <dd>
          <div>{worded(formats.language, source.licence)}</div>
          <Terms terms={source.terms} words={words} />
        </dd>
        {source.url === '' ? null : (
          <>
            <dt>{t('detail.address')}</dt>
            <dd className={classes.wrap}>
              {source.url}{' '}
              {source.url.startsWith('https') ? (
                <Button variant="default" size="compact-xs" onClick={() => void host.openLink(source.url)}>
                  {t('detail.openLink')}
                </Button>
              ) : null}
            </dd>
          </>
        )}
        {source.retrievedFrom === '' ? null : (
          <>
            <dt>{t('detail.retrieved')}</dt>
            <dd className={classes.wrap}>{wordedRetrieval(formats.language, source.retrievedFrom)}</dd>
          </>
        )}
        {source.note === '' ? null : (
          <>
            <dt>{t('detail.note')}</dt>
            <dd>{worded(formats.language, source.note)}</dd>
          </>
        )}
      </dl>
      <h3 className={classes.heading}>{t('detail.rests')}</h3>
      <StateView of={rests} height={80}>
        {(value) => (
          <>
            {value.series.length === 0 ? (
              <p className={classes.text}>{t('detail.none', { records: recordsOf(use, words) })}</p>
            ) : null}
            <ShortList items={value.series} first={25} className={classes.rests}>
              {(one) => (
                <li key={one.indicator}>
                  <strong>{names.indicator(one.indicator)}</strong>{' '}
                  {`${formats.years(one.firstYear, one.lastYear)}, ${t('grid.figures', { count: one.figures })}: `}
                  <Areas codes={one.reporters} words={words} />
                </li>
              )}
            </ShortList>
            <ShortList
              items={[
                ...value.events.map(({ date, title }) => `${formats.period(date)} · ${eventTitle(i18n, title)}`),
                ...projectLines(value.projects, (title) => projectTitle(i18n, title), formats.language),
              ].map((title, id) => ({ id, title }))}
              first={20}
              className={classes.rests}
            >
              {({ id, title }) => <li key={id}>{title}</li>}
            </ShortList>
          </>
        )}
      </StateView>
    </Card>
  )
}

/** Every source with its terms, its latest release, and what rests on it. */
export function ListTab({
  sources,
  uses,
  words,
}: {
  readonly sources: readonly Source[]
  readonly uses: readonly SourceUse[]
  readonly words: Words
}) {
  const { t, formats } = words
  const [search, setSearch] = useState('')
  const [terms, setTerms] = useState('all')
  const { t: app } = useTranslation('app')
  const [all, setAll] = useState(false)
  const [chosen, choose] = useViewParam('source', '')
  const rows = sourceRows(sources, uses)
  const found = rows.filter(
    ({ source }) =>
      (terms === 'all' || source.terms === terms) &&
      (search.trim() === '' ||
        findStrength(
          search,
          `${source.title} ${source.publisher} ${wordedPublisher(formats.language, source.publisher)} ${source.code}`,
        ) > 0),
  )
  const opened = rows.find(({ source }) => source.code === chosen)
  return (
    <div className={opened ? classes.columns : undefined}>
      <Card
        title={t('list.title')}
        subtitle={t('list.subtitle', { shown: formats.number(found.length, 0), all: formats.number(rows.length, 0) })}
      >
        <div className={classes.filters}>
          <TextInput
            size="xs"
            placeholder={t('list.search')}
            aria-label={t('list.search')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('list.terms')}
            value={terms}
            onChange={setTerms}
            data={[
              { value: 'all', label: t('list.all') },
              ...(['open', 'narrow', 'unreviewed'] as const).map((value) => ({ value, label: t(`terms.${value}`) })),
            ]}
          />
        </div>
        {found.length === 0 ? <p className={classes.text}>{t('list.none')}</p> : null}
        <table className={`${layout.list} ${classes.list}`}>
          <thead>
            <tr>
              <th scope="col">{t('column.source')}</th>
              <th scope="col">{t('column.terms')}</th>
              <th scope="col" className={classes.right}>
                {t('column.figures')}
              </th>
              <th scope="col">{t('column.years')}</th>
              <th scope="col">{t('column.records')}</th>
            </tr>
          </thead>
          <tbody>
            {(all ? found : found.slice(0, FIRST)).map(({ source, use }) => (
              <tr key={source.code} data-marked={source.code === chosen || undefined}>
                <td>
                  <button type="button" className={classes.open} onClick={() => choose(source.code)}>
                    {source.title}
                  </button>
                  <span
                    className={classes.sub}
                  >{`${wordedPublisher(formats.language, source.publisher)} · ${worded(formats.language, source.licence)}`}</span>
                </td>
                <td className={classes.nowrap}>
                  <Terms terms={source.terms} words={words} />
                </td>
                <td className={classes.right}>{use && use.figures > 0 ? formats.number(use.figures, 0) : '–'}</td>
                <td className={classes.nowrap}>
                  {use?.firstYear && use.lastYear ? formats.years(use.firstYear, use.lastYear) : '–'}
                </td>
                <td>{recordsOf(use, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {!all && found.length > FIRST ? (
          <Button variant="default" size="compact-xs" mt="xs" onClick={() => setAll(true)}>
            {app('list.all', { count: found.length })}
          </Button>
        ) : null}
      </Card>
      {opened ? <Detail row={opened} words={words} onClose={() => choose('')} /> : null}
    </div>
  )
}
