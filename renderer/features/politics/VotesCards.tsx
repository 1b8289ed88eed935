// Agreement and distance side by side: two measures of the same votes that can point apart.
import type { Politics, VoteLine } from '../../../electron/shared/contract/schema/politics.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import type { Annotations, ChartSeries } from '../../charts/core/types.ts'
import { YearLines } from '../../charts/YearLines.tsx'
import { useEventMarkers } from '../../ui/events/useEventMarkers.ts'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { Twin } from '../../ui/figure/TwinTable.tsx'
import { useView } from '../../ui/view/useView.ts'
import { isProvisional, lineOf, type VoteFinding } from './prepare.ts'
import type { Words } from './words.ts'

interface Props {
  readonly politics: Politics
  readonly partners: readonly string[]
  readonly finding: VoteFinding | null
  readonly words: Words
}

function seriesOf(lines: readonly VoteLine[], partners: readonly string[], { names, t }: Words): readonly ChartSeries<CellRef>[] {
  return partners.flatMap((partner): ChartSeries<CellRef>[] => {
    const points = lineOf(lines, partner)
    return points.length === 0
      ? []
      : [
          {
            id: partner,
            label: names.area(partner),
            partner,
            points: points.map((point) => ({
              period: String(point.year),
              value: point.value,
              source: names.source(point.cell.source),
              ...(isProvisional(point)
                ? { kind: 'estimated' as const, note: t('tip.provisional') }
                : point.rollCalls === null
                  ? {}
                  : { note: t('tip.rollCalls', { n: point.rollCalls }) }),
              ref: point.cell,
            })),
          },
        ]
  })
}

function twinOf(lines: readonly VoteLine[], partners: readonly string[], { names, t }: Words, decimals: number): Twin {
  const years = [...new Set(partners.flatMap((partner) => lineOf(lines, partner).map((point) => point.year)))].sort(
    (a, b) => b - a,
  )
  const byPartner = partners.map((partner) => new Map(lineOf(lines, partner).map((point) => [point.year, point])))
  return {
    columns: [
      { id: 'year', label: t('column.year'), kind: 'period' },
      ...partners.map((partner) => ({ id: partner, label: names.area(partner), kind: 'number' as const, decimals })),
    ],
    rows: years.map((year) => ({
      id: String(year),
      cells: [String(year), ...byPartner.map((points) => points.get(year)?.value ?? null)],
      refs: [null, ...byPartner.map((points) => points.get(year)?.cell)],
    })),
  }
}

function useAnnotations(politics: Politics, indicator: string): Annotations {
  const { baseYear } = useView()
  const events = useEventMarkers({ from: 1992, to: 2026, partners: ['UKR'], most: 2 })
  const joins = politics.breaks
    .filter((item) => item.indicator === indicator && item.kind === 'join')
    .map((item) => ({ period: item.period, breaksLine: item.toSource === 'bsv_ip_2026' }))
  return { baseYear, events, joins }
}

/** Agreement with partners in the General Assembly in per cent, by year. */
export function AgreementCard({ politics, partners, finding, words }: Props) {
  const { t, names } = words
  const openMark = useMarkEvidence()
  const annotations = useAnnotations(politics, 'politics.unga_agreement')
  const known = partners.filter((partner) => lineOf(politics.agreement, partner).length > 0)
  const title = t(
    finding ? `agreement.title.${finding.agreementMoved}` : 'agreement.title.none',
    finding ? areaWords(names, 'partner', finding.partner) : {},
  )
  return (
    <FigureCard
      id="politics.agreement"
      title={title}
      subtitle={t('agreement.subtitle')}
      source={t('agreement.source')}
      twin={twinOf(politics.agreement, known, words, 1)}
    >
      <YearLines<CellRef>
        name={title}
        summary={t('agreement.subtitle')}
        series={seriesOf(politics.agreement, known, words)}
        annotations={annotations}
        measure="percent"
        decimals={0}
        zero
        top={100}
        from={1992}
        to={2025}
        height={270}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}

/** Distance of ideal points to partners by year: 0 = the same. */
export function DistanceCard({ politics, partners, finding, words }: Props) {
  const { t, formats, names } = words
  const openMark = useMarkEvidence()
  const annotations = useAnnotations(politics, 'politics.unga_ideal_distance')
  const known = partners.filter((partner) => lineOf(politics.distance, partner).length > 0)
  const missing = partners.filter((partner) => !known.includes(partner))
  const title = t(
    finding?.distanceMoved ? `distance.title.${finding.distanceMoved}` : 'distance.title.none',
    finding ? { ...areaWords(names, 'partner', finding.partner), year: finding.distance?.latest.year ?? '' } : {},
  )
  const source =
    missing.length === 0
      ? t('distance.source')
      : `${t('distance.source')} ${t('noPartner', { list: formats.list(missing.map((code) => names.area(code))) })}`
  return (
    <FigureCard
      id="politics.distance"
      title={title}
      subtitle={t('distance.subtitle')}
      source={source}
      twin={twinOf(politics.distance, known, words, 2)}
    >
      <YearLines<CellRef>
        name={title}
        summary={t('distance.subtitle')}
        series={seriesOf(politics.distance, known, words)}
        annotations={annotations}
        measure="number"
        decimals={2}
        zero
        from={1992}
        to={2025}
        height={270}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}
