import { Fragment, type ReactNode, useMemo, useState } from 'react'
import type { Projects } from '../../../electron/shared/contract/schema/projects.ts'
import {
  type Filters,
  filtered,
  jointList,
  mostTold,
  noFilters,
  type Project,
  projectsOf,
  statusCounts,
} from '../../../electron/shared/findings/projects.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { MILLIONS_PER_BILLION } from '../../charts/core/values.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { ScreenState } from '../../ui/parts/ScreenState.tsx'
import { fillSlots, slots } from '../../ui/parts/sentence.tsx'
import { WarningsCard } from '../../ui/parts/WarningsCard.tsx'
import { AsOfPicker, ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import { JointListCards } from './JointListCards.tsx'
import { LifeCard } from './LifeCard.tsx'
import { LocalCard } from './LocalCard.tsx'
import { ProgressCard } from './ProgressCard.tsx'
import classes from './projects.module.css'
import { SectorsCard } from './SectorsCard.tsx'
import { TableCard } from './TableCard.tsx'
import { TimelineCard } from './TimelineCard.tsx'
import { useProjects } from './useProjects.ts'
import type { Words } from './words.ts'

function Finding({
  value,
  projects,
  words,
}: {
  readonly value: Projects
  readonly projects: readonly Project[]
  readonly words: Words
}) {
  const { t, formats, names } = words
  const { reporter } = useView()
  const counts = statusCounts(projects)
  const own = areaWords(names, 'reporter', reporter)
  const headline =
    projects.length === 1
      ? t('headlineOne', own)
      : counts.completed === projects.length
        ? t('headlineAll', { ...own, all: projects.length })
        : t('headline', {
            ...own,
            all: projects.length,
            completed: counts.completed,
            active: counts.active,
            planned: counts.planned,
          })
  const { peak, latest } = jointList(value)
  const sentences: ReactNode[] = []
  if (peak)
    sentences.push(
      fillSlots(t('support.list', { ...slots('count', 'value'), period: formats.period(peak.count.period) }), {
        count: (
          <EvidenceNumber cells={[peak.count.cell]} sentence={headline}>
            {formats.number(peak.count.value, 0)}
          </EvidenceNumber>
        ),
        value: (
          <EvidenceNumber cells={[peak.value.cell]} sentence={headline}>
            {formats.number(peak.value.value / MILLIONS_PER_BILLION, 1)}
          </EvidenceNumber>
        ),
      }),
    )
  if (latest)
    sentences.push(
      fillSlots(t('support.served', { ...slots('done', 'all'), period: formats.period(latest.done.period) }), {
        done: (
          <EvidenceNumber cells={[latest.done.cell]} sentence={headline}>
            {formats.number(latest.done.value, 0)}
          </EvidenceNumber>
        ),
        all: (
          <EvidenceNumber cells={[latest.all.cell]} sentence={headline}>
            {formats.number(latest.all.value, 0)}
          </EvidenceNumber>
        ),
      }),
    )
  const known = projects.filter((project) => project.value !== null)
  const differ = known.filter(({ value: range }) => range !== null && range.high > range.low).length
  sentences.push(
    differ > 0 ? t('support.values', { known: known.length, differ }) : t('support.valuesSame', { known: known.length }),
  )
  if (counts.unknown > 0) sentences.push(t('support.unknown', { n: counts.unknown }))
  return (
    <Headline
      // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one text have no other identity
      support={sentences.map((sentence, index) => <Fragment key={index}>{sentence}</Fragment>)}
    >
      {headline}
    </Headline>
  )
}

function Content({ value, words }: { readonly value: Projects; readonly words: Words }) {
  const { t, formats } = words
  const projects = useMemo(() => projectsOf(value), [value])
  const [filters, setFilters] = useState<Filters>(noFilters)
  const shown = useMemo(() => filtered(projects, filters), [projects, filters])
  const [chosenParam, choose] = useViewParam('project', '')
  const chosen = projects.find(({ stem }) => stem === chosenParam) ?? mostTold(projects)
  return (
    <>
      <Finding value={value} projects={projects} words={words} />
      <div className={classes.columns}>
        <TableCard
          all={projects}
          shown={shown}
          filters={filters}
          onFilters={setFilters}
          chosen={chosen?.stem ?? ''}
          onChoose={choose}
          words={words}
        />
        {chosen ? <LifeCard project={chosen} words={words} /> : null}
      </div>
      <div className={layout.masonry}>
        <div className={layout.side}>
          <SectorsCard projects={shown} words={words} />
          <LocalCard projects={shown} words={words} onChoose={choose} />
          <ProgressCard projects={shown} words={words} />
        </div>
        <div className={layout.side}>
          <TimelineCard projects={shown} words={words} onChoose={choose} />
          <JointListCards value={value} words={words} />
        </div>
      </div>
      <WarningsCard
        title={t('warnings')}
        warnings={value.warnings.map((warning) => ({ id: warning.id, text: warning.text[formats.language] }))}
      />
    </>
  )
}

/** Projects with foreign money or builders: what was planned, what came of it, and what each source says. */
export function ProjectsView() {
  const t = useSay('projects')
  const formats = useFormats()
  const names = useNames()
  const projects = useProjects()
  const words: Words = useMemo(() => ({ t, formats, names }), [t, formats, names])
  return (
    <Page
      title={t('title')}
      pickers={
        <>
          <ReporterPicker />
          <AsOfPicker />
        </>
      }
    >
      <ScreenState of={projects}>{(value) => <Content value={value} words={words} />}</ScreenState>
    </Page>
  )
}
