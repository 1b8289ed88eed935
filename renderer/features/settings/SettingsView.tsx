import { Button, MultiSelect, NumberInput, SegmentedControl, Select, Switch, useMantineColorScheme } from '@mantine/core'
import { Link } from 'react-router'
import type { Settings } from '../../../electron/shared/contract/schema/own.ts'
import { chooseLanguage } from '../../language/i18n.ts'
import { type Language, languages } from '../../language/languages.ts'
import { useFormats, useLanguage } from '../../language/useFormats.ts'
import { type Say, useSay } from '../../language/useSay.ts'
import { useCatalogue, useNames } from '../../ui/data/catalogue.tsx'
import { failureOf, useCall, useSend } from '../../ui/data/client.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { StateView } from '../../ui/parts/StateView.tsx'
import { useYears } from '../../ui/pickers/useYears.ts'
import { BackupCard } from '../../ui/store/BackupCard.tsx'
import { useView } from '../../ui/view/useView.ts'
import { defaultView, searchOf } from '../../ui/view/view.ts'
import { KeysCard } from './KeysCard.tsx'

/** Languages are named in themselves: a reader who chose the wrong one must find the way back. */
const ownNames: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', kk: 'Қазақша' }

interface Part {
  readonly settings: Settings
  readonly t: Say<'settings'>
  readonly write: (patch: Partial<Settings>) => void
}

function LookCard({ settings, t, write }: Part) {
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const theme = settings.theme ?? (colorScheme === 'auto' ? 'system' : colorScheme)
  const pickTheme = (next: string): void => {
    const chosen = next === 'light' || next === 'dark' ? next : 'system'
    setColorScheme(chosen === 'system' ? 'auto' : chosen)
    write({ theme: chosen })
  }
  const pickLanguage = (next: string): void => {
    const chosen = languages.find((one) => one === next) ?? 'en'
    write({ language: chosen })
    void chooseLanguage(chosen)
  }
  return (
    <>
      <Card title={t('language.title')} subtitle={t('language.text')}>
        <SegmentedControl
          aria-label={t('language.title')}
          value={language}
          onChange={pickLanguage}
          data={languages.map((value) => ({ value, label: ownNames[value] }))}
        />
      </Card>
      <Card title={t('theme.title')}>
        <SegmentedControl
          aria-label={t('theme.title')}
          value={theme}
          onChange={pickTheme}
          data={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </Card>
    </>
  )
}

function StartCard({ settings, t, write }: Part) {
  const names = useNames()
  const { areas, reporters } = useCatalogue()
  const view = useView()
  const [latest = defaultView.baseYear] = useYears(1992)
  const partners = areas
    .filter((area) => area.kind === 'country' || area.code === 'EU27')
    .map((area) => ({ value: area.code, label: names.area(area.code) }))
  return (
    <Card title={t('start.title')} subtitle={t('start.text')}>
      <div className={layout.stack}>
        <Select
          w={320}
          label={t('start.reporter')}
          searchable
          allowDeselect={false}
          value={settings.reporter ?? defaultView.reporter}
          data={reporters.map((code) => ({ value: code, label: names.area(code) }))}
          onChange={(reporter) => write({ reporter })}
        />
        <MultiSelect
          w={320}
          label={t('start.partners')}
          searchable
          maxValues={4}
          value={[...(settings.partners ?? defaultView.partners)]}
          data={partners}
          onChange={(chosen) => write({ partners: chosen.length > 0 ? chosen : null })}
        />
        <NumberInput
          w={140}
          label={t('start.baseYear')}
          min={1992}
          max={latest}
          clampBehavior="blur"
          allowDecimal={false}
          value={settings.baseYear ?? defaultView.baseYear}
          onChange={(year) => {
            if (typeof year === 'number' && year >= 1992 && year <= latest) write({ baseYear: year })
          }}
        />
        <div className={layout.actions}>
          <Button
            variant="default"
            size="xs"
            onClick={() => write({ reporter: view.reporter, partners: [...view.partners].slice(0, 4), baseYear: view.baseYear })}
          >
            {t('start.useThis')}
          </Button>
          <Button variant="default" size="xs" onClick={() => write({ reporter: null, partners: null, baseYear: null })}>
            {t('start.forget')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function ChartsCard({ settings, t, write }: Part) {
  const names = useNames()
  const view = useView()
  const rules = useCall('sourceRule.list', { reporter: view.reporter })
  const chosen = rules.state === 'ready' ? rules.value.filter((row) => row.chosen !== null).length : 0
  return (
    <Card title={t('charts.title')}>
      <div className={layout.stack}>
        <Switch
          label={t('charts.markers')}
          checked={settings.eventMarkers ?? true}
          onChange={(event) => write({ eventMarkers: event.currentTarget.checked })}
        />
        <p className={layout.text}>
          {chosen > 0 ? t('charts.ruleText', { count: chosen }) : t('charts.ruleNone', { reporter: names.area(view.reporter) })}
        </p>
        <Link
          className={layout.link}
          to={{ pathname: '/sources', search: `${searchOf(view) === '' ? '?' : `${searchOf(view)}&`}tab=rule` }}
        >
          {t('charts.openRule')}
        </Link>
      </div>
    </Card>
  )
}

function DataCard({ t }: { readonly t: Say<'settings'> }) {
  const formats = useFormats()
  const { summary } = useCatalogue()
  const info = useCall('host.info', {})
  const sources = useCall('sources.list', {})
  const list = sources.state === 'ready' ? sources.value : []
  const narrow = list.filter((source) => source.terms !== 'open').length
  // a store without one source of narrow terms was built from open ones only, whatever this start was asked for
  const openOnly = list.length > 0 && narrow === 0
  return (
    <Card title={t('data.title')}>
      <div className={layout.stack}>
        <p className={layout.text}>
          {openOnly
            ? t('data.openOnly')
            : `${t('data.all', { narrow: formats.number(narrow, 0), all: formats.number(list.length, 0) })} ${t('data.how')}`}
        </p>
        {info.state === 'ready' ? (
          <p className={layout.text}>
            {t('data.store', {
              store: info.value.store,
              figures: formats.number(summary.observations, 0),
              date: formats.day(summary.vintage),
            })}
          </p>
        ) : null}
        <Link className={layout.link} to="/sources?tab=list">
          {t('data.sources')}
        </Link>
      </div>
    </Card>
  )
}

/** Language, look, the view at start, trusted keys, charts, data and backups. */
export function SettingsView() {
  const t = useSay('settings')
  const settings = useCall('settings.get', {})
  const send = useSend('settings.set', ['settings.get'])
  const write = (patch: Partial<Settings>): void => send.mutate(patch)
  return (
    <Page title={t('title')}>
      <Headline support={t('support')}>{t('headline')}</Headline>
      <FailureNote failure={failureOf(send)} />
      <StateView of={settings} height={420}>
        {(value) => (
          <div className={layout.halves}>
            <div className={layout.side}>
              <LookCard settings={value} t={t} write={write} />
              <StartCard settings={value} t={t} write={write} />
              <KeysCard />
            </div>
            <div className={layout.side}>
              <ChartsCard settings={value} t={t} write={write} />
              <DataCard t={t} />
              <BackupCard diagnostics />
            </div>
          </div>
        )}
      </StateView>
    </Page>
  )
}
