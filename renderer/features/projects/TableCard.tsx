import { Button, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { type Filters, noFilters, type Project } from '../../../electron/shared/findings/projects.ts'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import layout from '../../ui/parts/layout.module.css'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import classes from './projects.module.css'
import { StatusMark } from './StatusMark.tsx'
import { rangeText, sectorName, statusName, tagName, type Words } from './words.ts'

interface Props {
  readonly all: readonly Project[]
  readonly shown: readonly Project[]
  readonly filters: Filters
  readonly onFilters: (filters: Filters) => void
  readonly chosen: string
  readonly onChoose: (stem: string) => void
  readonly words: Words
}

const statuses = ['completed', 'active', 'stalled', 'planned', 'cancelled', 'unknown'] as const

function FilterBar({ all, filters, onFilters, words }: Pick<Props, 'all' | 'filters' | 'onFilters' | 'words'>) {
  const { t, names, formats } = words
  const sorted = (options: readonly { readonly value: string; readonly label: string }[]) =>
    [...options].sort((a, b) => a.label.localeCompare(b.label, formats.language))
  const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]
  const choices = {
    status: statuses
      .filter((status) => all.some((project) => (project.status ?? 'unknown') === status))
      .map((status) => ({ value: status as string, label: statusName(words, status) })),
    sector: sorted(
      unique(all.map(({ sector }) => sector)).map((sector) => ({ value: sector, label: sectorName(words, sector) })),
    ),
    investor: sorted(unique(all.flatMap(({ investors }) => investors)).map((code) => ({ value: code, label: names.area(code) }))),
    tag: sorted(
      unique(all.flatMap(({ tags }) => tags.map(({ tag }) => tag))).map((tag) => ({ value: tag, label: tagName(words, tag) })),
    ),
  }
  const pickers = ['status', 'sector', 'investor', 'tag'] as const
  return (
    <div className={classes.filters}>
      <TextInput
        size="xs"
        className={classes.search ?? ''}
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        value={filters.text}
        onChange={(event) => onFilters({ ...filters, text: event.currentTarget.value })}
      />
      {pickers.map((picker) =>
        choices[picker].length < 2 && filters[picker] === '' ? null : (
          <Select
            key={picker}
            size="xs"
            className={classes.picker ?? ''}
            aria-label={t(`filter.${picker}`)}
            placeholder={t(`filter.${picker}`)}
            data={choices[picker]}
            value={filters[picker] === '' ? null : filters[picker]}
            onChange={(value) => onFilters({ ...filters, [picker]: value ?? '' })}
            clearable
            searchable={choices[picker].length > 8}
          />
        ),
      )}
      {filters === noFilters || Object.values(filters).every((value) => value === '') ? null : (
        <Button size="compact-xs" variant="subtle" onClick={() => onFilters(noFilters)}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}

/** The table of projects with its filters: one row per project, whatever the number of its sources. */
export function TableCard({ all, shown, filters, onFilters, chosen, onChoose, words }: Props) {
  const { t, names } = words
  const columns = useMemo(
    (): readonly Column<Project>[] => [
      {
        id: 'name',
        label: t('column.name'),
        kind: 'text',
        width: '1.9fr',
        value: (project) => project.name,
        render: (project) => {
          const investors = project.investors.map((code) => names.area(code)).join(', ')
          const below = [investors, t('table.sources', { count: project.rows.length })].filter((text) => text !== '').join(' · ')
          return (
            <span className={classes.two}>
              <span className={classes.name} title={project.name}>
                {project.name}
              </span>
              <span className={classes.soft} title={below}>
                {below}
              </span>
            </span>
          )
        },
      },
      {
        id: 'status',
        label: t('column.status'),
        kind: 'text',
        width: 106,
        value: (project) => statusName(words, project.status),
        render: (project) => (
          <span className={classes.status}>
            <StatusMark status={project.status} /> {statusName(words, project.status)}
          </span>
        ),
      },
      {
        id: 'sector',
        label: t('column.sector'),
        kind: 'text',
        width: 122,
        value: (project) => sectorName(words, project.sector),
      },
      {
        id: 'value',
        label: t('column.value'),
        kind: 'number',
        width: 112,
        value: (project) => project.value?.high ?? null,
        render: (project) => (project.value ? rangeText(words, project.value) : '–'),
        missing: () => t('missing.value'),
      },
      {
        id: 'start',
        label: t('column.start'),
        kind: 'number',
        width: 76,
        value: (project) => (project.start === '' ? null : Number(project.start.slice(0, 4))),
        render: (project) => project.start.slice(0, 4),
        missing: () => t('missing.date'),
      },
      {
        id: 'completed',
        label: t('column.completed'),
        kind: 'number',
        width: 100,
        value: (project) => (project.completed === '' ? null : Number(project.completed.slice(0, 4))),
        render: (project) => project.completed.slice(0, 4),
        missing: () => t('missing.date'),
      },
    ],
    [t, names, words],
  )
  const title = t('table.title', { count: shown.length })
  return (
    <FigureCard
      id="projects.table"
      kind="table"
      title={title}
      subtitle={t('table.subtitle')}
      source={t('table.source')}
      twin={{
        columns: [
          { id: 'name', label: t('column.name'), kind: 'text' },
          { id: 'sector', label: t('column.sector'), kind: 'text' },
          { id: 'status', label: t('column.status'), kind: 'text' },
          { id: 'investors', label: t('column.investors'), kind: 'text' },
          { id: 'low', label: `${t('column.value')}, ${t('column.low')}`, kind: 'number', decimals: 0 },
          { id: 'high', label: `${t('column.value')}, ${t('column.high')}`, kind: 'number', decimals: 0 },
          { id: 'start', label: t('column.start'), kind: 'period' },
          { id: 'completed', label: t('column.completed'), kind: 'period' },
          { id: 'tags', label: t('column.tags'), kind: 'text' },
        ],
        rows: shown.map((project) => ({
          id: project.stem,
          cells: [
            project.name,
            sectorName(words, project.sector),
            statusName(words, project.status),
            project.investors.map((code) => names.area(code)).join(', '),
            project.value?.low ?? null,
            project.value?.high ?? null,
            project.start === '' ? null : project.start,
            project.completed === '' ? null : project.completed,
            project.tags.map(({ tag }) => tagName(words, tag)).join(', '),
          ],
        })),
      }}
    >
      <FilterBar all={all} filters={filters} onFilters={onFilters} words={words} />
      <DataTable<Project>
        caption={title}
        columns={columns}
        rows={shown}
        rowId={(project) => project.stem}
        rowHeight={62}
        height={420}
        sort={{ column: 'value', descending: true }}
        selected={chosen}
        onRow={(project) => onChoose(project.stem)}
        empty={<p className={layout.text}>{t('filter.none')}</p>}
      />
    </FigureCard>
  )
}
