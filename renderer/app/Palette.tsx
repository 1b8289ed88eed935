import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { SearchHit, SearchKind } from '../../electron/shared/contract/schema/search.ts'
import { useLanguage } from '../language/useFormats.ts'
import { useCall } from '../ui/data/client.tsx'
import { useView } from '../ui/view/useView.ts'
import { searchOf, type View } from '../ui/view/view.ts'
import { Icon } from './Icon.tsx'
import classes from './Palette.module.css'
import { screens } from './routes.tsx'

/** Opens the palette; it says the keys, for those who like keys. */
export function SearchButton() {
  const { t } = useTranslation('app')
  return (
    <button type="button" className={classes.button} onClick={() => spotlight.open()} aria-keyshortcuts="Control+K Meta+K">
      <span className={classes.words}>{t('search.open')}</span>
      <span className={classes.keys}>{t('search.keys')}</span>
      <span className={classes.glass}>
        <Icon name="search" size={16} />
      </span>
    </button>
  )
}

const has = (path: string): boolean => screens.some((screen) => screen.path === path)

/** Where a hit leads: the screen of its topic, with the reporter or partner set where the hit names one. */
function placeOf(hit: SearchHit, view: View, reporters: ReadonlySet<string>): string {
  if (hit.kind === 'area') {
    const next = reporters.has(hit.id)
      ? { ...view, reporter: hit.id }
      : { ...view, partners: [hit.id, ...view.partners.filter((code) => code !== hit.id)].slice(0, 4) }
    return `/overview${searchOf(next)}`
  }
  const base = { indicator: `/${hit.topic}`, event: '/events', project: '/projects', claim: '/claims', source: '/sources' }[
    hit.kind
  ]
  const search = new URLSearchParams(searchOf(view))
  search.set(hit.kind, hit.id)
  return `${has(base) ? base : '/sources'}?${search}`
}

/** The command palette (Ctrl/Cmd+K): screens and actions at once, and whatever the store knows by that name in any of the languages. */
export function Palette() {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const language = useLanguage()
  const view = useView()
  const { toggleColorScheme } = useMantineColorScheme()
  const [query, setQuery] = useState('')
  const [asked] = useDebouncedValue(query.trim(), 120)
  const found = useCall('search.query', { text: asked || ' ' }, { enabled: asked !== '' })
  const catalogue = useCall('catalogue.get', {})
  const reporters = new Set(catalogue.state === 'ready' ? catalogue.value.reporters : [])
  const matches = (label: string): boolean => label.toLocaleLowerCase(language).includes(query.trim().toLocaleLowerCase(language))

  const pages: SpotlightActionData[] = screens
    .map((screen) => ({ screen, label: t(`screen.${screen.id}`) }))
    .filter(({ label }) => matches(label))
    .map(({ screen, label }) => ({
      id: screen.id,
      label,
      leftSection: <Icon name={screen.icon} />,
      onClick: () => void navigate({ pathname: screen.path, search: searchOf(view) }),
    }))
  const actions: SpotlightActionData[] = [
    { id: 'theme', label: t('search.theme'), leftSection: <Icon name="dark" />, onClick: () => toggleColorScheme() },
    {
      id: 'table',
      label: t(view.table ? 'search.charts' : 'search.tables'),
      leftSection: <Icon name="compare" />,
      onClick: () => view.set({ table: !view.table }),
    },
  ].filter(({ label }) => matches(label))
  const answer = found.state === 'ready' ? found.value : found.state === 'loading' ? found.previous : null
  const isAnswered = found.state === 'ready' && asked === query.trim()
  // the answer to an earlier word stays while it fits the one that stands there now: Enter opens nothing that nobody asked for
  const hits = asked === '' ? [] : (answer?.hits ?? []).filter(({ title }) => isAnswered || Object.values(title).some(matches))
  const kinds: readonly SearchKind[] = ['area', 'indicator', 'event', 'project', 'claim', 'source']
  const groups: SpotlightActionGroupData[] = [
    { group: t('search.screens'), actions: pages },
    { group: t('search.actions'), actions },
    ...kinds.map((kind) => ({
      group: t(`search.kind.${kind}`),
      actions: hits
        .filter((hit) => hit.kind === kind)
        .map((hit) => ({
          id: `${hit.kind} ${hit.id}`,
          label: hit.title[language],
          description: hit.hint,
          onClick: () => void navigate(placeOf(hit, view, reporters)),
        })),
    })),
  ].filter((group) => group.actions.length > 0)

  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      // everything listed fits already: the page filters its own part, the store its own
      filter={(_, given) => given}
      shortcut={['mod + K']}
      nothingFound={t('search.nothing')}
      scrollable
      maxHeight={420}
      classNames={{ actionsGroup: classes.group ?? '' }}
      searchProps={{ placeholder: t('search.placeholder'), 'aria-label': t('search.placeholder') }}
    />
  )
}
