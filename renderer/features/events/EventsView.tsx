import { Button, Chip, Switch } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { EventRow } from '../../../electron/shared/contract/schema/own.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { useEventTitle } from '../../ui/events/useEventMarkers.ts'
import { empty } from '../../ui/loadable.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { Picker } from '../../ui/pickers/Picker.tsx'
import { ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import { type Edited, EventForm } from './EventForm.tsx'
import { EventList } from './EventList.tsx'
import classes from './events.module.css'
import { busiestYear, categoryCounts, eventPartners, leadingPartner, shownEvents } from './prepare.ts'
import { TimelineCard } from './TimelineCard.tsx'
import type { Words } from './words.ts'

const listed = (text: string): readonly string[] => (text === '' ? [] : text.split(','))

function Finding({ events, words }: { readonly events: readonly EventRow[]; readonly words: Words }) {
  const { t, formats, names } = words
  const { reporter } = useView()
  const values = areaWords(names, 'reporter', reporter)
  const busiest = busiestYear(events)
  const leading = leadingPartner(events)
  if (!busiest) return <Headline>{t('headline.none', values)}</Headline>
  const counts = t('support.busiest', {
    count: busiest.total,
    inYear: formats.number(busiest.count, 0),
    year: busiest.year,
    partner: leading ? names.areaIn(leading.partner, 'nominative') : '–',
    named: formats.number(leading?.count ?? 0, 0),
  })
  const shared = reporter === 'KAZ' ? '' : ` ${t('support.shared', values)}`
  return <Headline support={`${counts}${shared}`}>{t('headline.busiest', { ...values, year: busiest.year })}</Headline>
}

function Content({
  all,
  words,
  onEdit,
}: {
  readonly all: readonly EventRow[]
  readonly words: Words
  readonly onEdit: (event: EventRow) => void
}) {
  const { t, names } = words
  const { reporter } = useView()
  const [kinds, setKinds] = useViewParam('kinds', '')
  const [partner, setPartner] = useViewParam('with', '')
  const [hidden, setHidden] = useViewParam('hidden', '')
  const [found] = useViewParam('event', '')
  const [marked, mark] = useState<number | null>(null)
  const filter = { categories: listed(kinds), partners: listed(partner), hiddenToo: hidden === '1' }
  const events = shownEvents(all, reporter, filter)
  const reset = (): void => {
    setKinds('')
    setPartner('')
  }
  const none = empty<readonly EventRow[]>({
    title: t('empty.title'),
    text: t('empty.text', { reporter: names.area(reporter) }),
    action: { label: t('filter.reset'), run: reset },
  })
  return (
    <>
      <Finding events={events} words={words} />
      <div className={classes.filters}>
        <Chip.Group multiple value={[...filter.categories]} onChange={(chosen) => setKinds(chosen.join())}>
          {categoryCounts(all, reporter).map(({ category, count }) => (
            <Chip key={category} value={category} size="xs" variant="outline">
              {t(`category.${category}`)} {count}
            </Chip>
          ))}
        </Chip.Group>
        <Picker
          label={t('filter.partner')}
          text={partner === '' ? t('filter.all') : names.area(partner)}
          options={[
            { value: 'all', label: t('filter.all') },
            ...eventPartners(all, reporter).map((code) => ({ value: code, label: names.area(code) })),
          ]}
          chosen={[partner === '' ? 'all' : partner]}
          onPick={(value) => setPartner(value === 'all' ? '' : value)}
        />
        <Switch
          size="xs"
          label={t('filter.hidden')}
          checked={filter.hiddenToo}
          onChange={(event) => setHidden(event.currentTarget.checked ? '1' : '')}
        />
      </div>
      <StateView of={events.length === 0 ? none : { state: 'ready', value: events }}>
        {(shown) => (
          <>
            <TimelineCard events={shown} words={words} onOpen={mark} />
            <EventList events={shown} marked={marked ?? (found === '' ? null : Number(found))} words={words} onEdit={onEdit} />
          </>
        )}
      </StateView>
    </>
  )
}

/** Events behind the lines of the charts: those that came with the program, and the reader's own. */
export function EventsView() {
  const t = useSay('events')
  const formats = useFormats()
  const names = useNames()
  const title = useEventTitle()
  const events = useCall('events.list', {})
  const [edited, edit] = useState<Edited | null>(null)
  const words = useMemo<Words>(() => ({ t, formats, names, titleOf: (event) => title(event) }), [t, formats, names, title])
  return (
    <Page
      title={t('title')}
      pickers={<ReporterPicker />}
      actions={
        <Button variant="default" size="xs" onClick={() => edit({ event: null })}>
          {t('add')}
        </Button>
      }
    >
      <StateView of={events} height={520}>
        {(all) => <Content all={all} words={words} onEdit={(event) => edit({ event })} />}
      </StateView>
      {edited ? <EventForm edited={edited} words={words} onClose={() => edit(null)} /> : null}
    </Page>
  )
}
