// The sentences of the dependence screen, from findings and texts.

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelYear, DependenceReport } from '../../../electron/shared/analytics/dependence/index.ts'
import type { DependenceInput } from '../../../electron/shared/contract/schema/dependence.ts'
import { endsBefore } from '../../../electron/shared/findings/dependence.ts'
import { useFormats } from '../../language/useFormats.ts'
import { sayOr } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { fillSlots, slot, slots } from '../../ui/parts/sentence.tsx'
import { useView } from '../../ui/view/useView.ts'
import { type ChannelMove, cellsOf, findingOf, indexCells, shareUnit, yearOf } from './prepare.ts'

export interface PartNames {
  /** name of a pillar or channel of the bundled method; the id of any other */
  readonly pillar: (id: string) => string
  readonly channel: (id: string) => string
  /** as it stands inside a sentence */
  readonly inText: (id: string) => string
}

/** Names of pillars and channels. A method file of the reader's own may hold others: they stand as written. */
export function usePartNames(): PartNames {
  const { t } = useTranslation('dependence')
  // an underscore would ask i18next for a context
  const named = (group: string) => (id: string) => sayOr(t, `${group}.${id.replaceAll('_', '-')}`, id)
  return { pillar: named('pillar'), channel: named('channel'), inText: named('inText') }
}

/** A channel's figure as text: a share in per cent with its range, or a bare number. */
export function useFigureText(): (year: ChannelYear | null, unit: 'share' | 'number') => string {
  const formats = useFormats()
  return (year, unit) => {
    if (year === null || year.low === null || year.high === null) return formats.number(null)
    if (unit === 'number') return formats.number(year.share, 2)
    const [low, high] = [year.low * 100, year.high * 100]
    return high - low > 0.05 ? formats.range(low, high, 0).concat(formats.percent(0, 0).replace(/^0/, '')) : formats.percent(low)
  }
}

/** The sentence at the head of the screen; one that promises an answer while there is no report. */
export function useHeadline(report: DependenceReport | null, reporter: string, on: string): string {
  const { t } = useTranslation('dependence')
  const formats = useFormats()
  const names = useNames()
  const { baseYear } = useView()
  const words = {
    reporter: names.areaIn(reporter, 'nominative'),
    owner: names.areaIn(reporter, 'genitive'),
    partner: names.areaIn(on, 'nominative'),
    // the cases that "dependence on" takes in Russian and in Kazakh
    partnerGenitive: names.areaIn(on, 'genitive'),
    partnerDative: names.areaIn(on, 'dative'),
  }
  if (report === null) return t('headline.waiting', words)
  const { kind, from, to, inAllRuns, signHolds } = findingOf(report)
  if (kind === 'none') return t('headline.none', words)
  const dated = { ...words, from: from ?? '', to: to ?? '', runs: formats.number(report.method.robustness.runs, 0) }
  if (endsBefore(from, baseYear)) return t('headline.ended', { ...dated, year: baseYear })
  if (kind === 'gap') return t('headline.gap', dated)
  if (kind === 'unclear') return t('headline.unclear', dated)
  return signHolds !== null && inAllRuns ? t(`headline.${kind}All`, dated) : t(`headline.${kind}`, dated)
}

/** What stands below the headline: how far the index moved, what moved it, and how sure that is. */
export function Support({ report, inputs }: { readonly report: DependenceReport; readonly inputs: readonly DependenceInput[] }) {
  const { t } = useTranslation('dependence')
  const formats = useFormats()
  const parts = usePartNames()
  const figureText = useFigureText()
  const { baseYear } = useView()
  const finding = findingOf(report)
  const { from, to, fromIndex, toIndex, low, high, up, down } = finding
  if (from === null || to === null || fromIndex === null || toIndex === null) return null
  const number = (year: number, value: number): ReactNode => (
    <EvidenceNumber cells={indexCells(inputs, yearOf(report, year))} sentence={t('support.indexOf', { year })}>
      {formats.number(value)}
    </EvidenceNumber>
  )
  const matched = new Set(report.comparison?.contributions.map((one) => one.pillar))
  const first = fillSlots(
    t('support.index', {
      pillars: matched.size,
      from,
      to,
      low: formats.signed(low),
      high: formats.signed(high),
      ...slots('a', 'b'),
    }),
    { a: number(from, fromIndex), b: number(to, toIndex) },
  )
  const moved = (move: ChannelMove): ReactNode => {
    const unit = shareUnit(report.method.channels.find((one) => one.id === move.channel)?.goalposts ?? { min: 0, max: 1 })
    const figure = (year: ChannelYear | null, at: number): ReactNode => (
      <EvidenceNumber
        cells={cellsOf(inputs, move.channel, year?.carriedFrom ?? at)}
        sentence={`${parts.channel(move.channel)}, ${year?.carriedFrom ?? at}`}
      >
        {figureText(year, unit)}
      </EvidenceNumber>
    )
    return fillSlots(t('support.move', { channel: parts.inText(move.channel), ...slots('a', 'b') }), {
      a: figure(move.from, from),
      b: figure(move.to, to),
    })
  }
  const list = (moves: readonly ChannelMove[]): ReactNode => {
    const named = moves.slice(0, 3)
    return fillSlots(
      formats.list(named.map((move) => slot(move.channel))),
      Object.fromEntries(named.map((move) => [move.channel, moved(move)])),
    )
  }
  const more = up.length === 0 ? null : fillSlots(t('support.more', { list: slot('list') }), { list: list(up) })
  const less = down.length === 0 ? null : fillSlots(t('support.less', { list: slot('list') }), { list: list(down) })
  return (
    <>
      {endsBefore(from, baseYear) ? `${t('support.span', { from, to })} ` : ''}
      {first} {more} {less}
    </>
  )
}
