import { BarChart } from '../../charts/BarChart.tsx'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { useView } from '../../ui/view/useView.ts'
import type { InvestmentCardProps } from './cardProps.ts'
import { lastYear, sectorCell, sectorsOf } from './prepare.ts'
import { bare, sectionName, unitName } from './words.ts'

/** Foreign investment by sector: stock or flow, never joined. */
export function SectorsCard({ value, words, measure }: InvestmentCardProps & { readonly measure: 'stock' | 'flow' }) {
  const { t } = words
  const openMark = useMarkEvidence()
  const { reporter } = useView()
  const block = measure === 'flow' ? value.sectorFlow : value.sectorStock
  if (!block) return null
  const year = lastYear(block)
  const title = measure === 'flow' ? t('sectors.flow', { year }) : t('sectors.stock')
  const rows = sectorsOf(block)
  return (
    <FigureCard
      id={`investment.sectors.${measure}`}
      title={title}
      subtitle={t('sectors.subtitle', { unit: unitName(words, block.unit), year })}
      source={t('sectors.source')}
      twin={{
        columns: [
          { id: 'sector', label: t('column.sector'), kind: 'text' },
          ...block.years.map((one) => ({ id: String(one), label: String(one), kind: 'number' as const, decimals: 0 })),
        ],
        rows: rows.map(({ key }) => ({
          id: key,
          cells: [
            sectionName(words, key),
            ...block.years.map((one) => block.rows.find((row) => row.key === key)?.values[block.years.indexOf(one)] ?? null),
          ],
          refs: [null, ...block.years.map((one) => sectorCell(block, reporter, key, one))],
        })),
      }}
    >
      <BarChart<CellRef>
        name={title}
        summary={rows
          .slice(0, 3)
          .map(({ key, value: amount }) => `${sectionName(words, key)}: ${words.formats.number(amount, 0)}`)
          .join('; ')}
        direction="lying"
        values
        unit={bare(0)}
        bars={rows.slice(0, 10).map(({ key, value: amount }, index) => ({
          id: key,
          label: sectionName(words, key),
          value: amount,
          strong: index === 0,
          lines: [words.names.source(block.rows.find((row) => row.key === key)?.source ?? '')],
          ref: sectorCell(block, reporter, key, year),
        }))}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}
