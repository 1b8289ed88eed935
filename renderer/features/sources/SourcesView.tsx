import { Tabs } from '@mantine/core'
import type { Coverage, SourceUse } from '../../../electron/shared/contract/schema/coverage.ts'
import type { Source } from '../../../electron/shared/contract/schema/store.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { bothLoadable, emptyWhen } from '../../ui/loadable.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { ScreenState } from '../../ui/parts/ScreenState.tsx'
import { PartnersPicker, ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import { CoverageTab } from './CoverageTab.tsx'
import { DisagreeTab } from './DisagreeTab.tsx'
import { ListTab } from './ListTab.tsx'
import { ageFinding, termsCount } from './prepare.ts'
import { RuleTab } from './RuleTab.tsx'
import { channelName, type Words } from './words.ts'

const tabs = ['coverage', 'disagree', 'list', 'rule'] as const

function Finding({
  coverage,
  sources,
  words,
}: {
  readonly coverage: Coverage
  readonly sources: readonly Source[]
  readonly words: Words
}) {
  const { t, formats, names } = words
  const { reporter, partners } = useView()
  const values = { ...areaWords(names, 'reporter', reporter), ...areaWords(names, 'partner', partners[0] ?? 'RUS') }
  const { old, missing, fresh, oldest } = ageFinding(coverage.ages)
  const known = old.length + fresh.length
  const terms = termsCount(sources)
  const headline =
    known === 0
      ? t('headline.none', values)
      : old.length === 0
        ? t('headline.fresh', values)
        : t('headline.old', { ...values, count: old.length, of: known })
  const support = [
    oldest?.period ? t('support.oldest', { channel: channelName(words, oldest.id), period: formats.period(oldest.period) }) : '',
    missing.length > 0 ? t('support.missing', { channels: formats.list(missing.map((age) => channelName(words, age.id))) }) : '',
    t('support.sources', {
      open: formats.number(terms.open, 0),
      all: formats.number(sources.length, 0),
      share: formats.percent(terms.openShare === null ? null : terms.openShare * 100, 0),
    }),
  ]
  return <Headline support={support.filter((sentence) => sentence !== '').join(' ')}>{headline}</Headline>
}

interface Loaded {
  readonly coverage: Coverage
  readonly sources: readonly Source[]
  readonly uses: readonly SourceUse[]
  readonly words: Words
}

function Content({ coverage, sources, uses, words }: Loaded) {
  const { t } = words
  const [found] = useViewParam('source', '')
  const usual = found === '' ? 'coverage' : 'list'
  const [asked, setTab] = useViewParam('tab', usual)
  const tab = tabs.find((one) => one === asked) ?? usual
  return (
    <>
      <Finding coverage={coverage} sources={sources} words={words} />
      <Tabs value={tab} onChange={(value) => setTab(value ?? 'coverage')} keepMounted={false}>
        <Tabs.List mb="sm">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="coverage">
          <CoverageTab coverage={coverage} words={words} />
        </Tabs.Panel>
        <Tabs.Panel value="disagree">
          <DisagreeTab words={words} />
        </Tabs.Panel>
        <Tabs.Panel value="list">
          <ListTab sources={sources} uses={uses} words={words} />
        </Tabs.Panel>
        <Tabs.Panel value="rule">
          <RuleTab words={words} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

/** Sources, coverage and disagreement, as tabs of one screen. */
export function SourcesView() {
  const t = useSay('sources')
  const formats = useFormats()
  const names = useNames()
  const { reporter, partners } = useView()
  const coverage = emptyWhen(useCall('coverage.get', { reporter, partner: partners[0] ?? 'RUS' }), (value) =>
    value.rows.length > 0 ? null : { title: t('empty.title', { reporter: names.area(reporter) }), text: t('empty.text') },
  )
  const sources = bothLoadable(useCall('sources.list', {}), useCall('sources.uses', {}))
  const pickers = (
    <>
      <ReporterPicker />
      <PartnersPicker single />
    </>
  )
  return (
    <Page title={t('title')} pickers={pickers}>
      <ScreenState of={bothLoadable(coverage, sources)}>
        {([value, [list, uses]]) => <Content coverage={value} sources={list} uses={uses} words={{ t, formats, names }} />}
      </ScreenState>
    </Page>
  )
}
