// The sentences of the trade screen, from findings and texts.

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TradeAnswer } from '../../../electron/shared/contract/schema/trade.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { type CellRef, EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { fillSlots, slots } from '../../ui/parts/sentence.tsx'
import { useView } from '../../ui/view/useView.ts'
import { findingOf } from './prepare.ts'
import type { Flow } from './useTrade.ts'

/** Changes of the concentration index under this are "held". */
export const HELD_HHI = 0.005

/** The sentence at the head of the screen: who leads, and who gained since the base year; the country's name while there is no answer. */
export function useHeadline(answer: TradeAnswer | null, flow: Flow): string {
  const { t } = useTranslation('trade')
  const names = useNames()
  const { reporter } = useView()
  if (answer === null) return names.area(reporter)
  const { top, baseTop, gainer } = findingOf(answer)
  const name = t(`flowName.${flow}`)
  const words = {
    owner: names.areaIn(reporter, 'genitive'),
    reporter: names.areaIn(reporter, 'nominative'),
    flow: name,
    flowTitle: capital(name),
    year: answer.baseYear ?? '',
  }
  if (top === null) return t(answer.ranking.length > 0 ? 'headline.noTotal' : 'headline.none', words)
  const partner = names.areaIn(top.partner, 'nominative')
  if (gainer === null || answer.baseYear === null) return t('headline.leadOnly', { ...words, partner })
  const gained = names.areaIn(gainer.partner, 'nominative')
  if (baseTop !== null && baseTop !== top.partner)
    return t('headline.overtook', {
      ...words,
      partner,
      partnerOf: names.areaIn(top.partner, 'genitive'),
      leader: names.areaIn(baseTop, 'nominative'),
      leaderOf: names.areaIn(baseTop, 'genitive'),
    })
  if (gainer.partner === top.partner) return t('headline.leadSame', { ...words, partner })
  const lost = answer.ranking[0]
  const fell = lost !== undefined && lost.share !== null && lost.baseShare !== null && lost.share < lost.baseShare
  return t(fell ? 'headline.leadLost' : 'headline.lead', { ...words, partner, gainer: gained })
}

/** What stands below the headline: the share of the largest partner, and who gained and who lost most since the base year. */
export function Support({ answer, flow }: { readonly answer: TradeAnswer; readonly flow: Flow }): ReactNode {
  const { t } = useTranslation('trade')
  const names = useNames()
  const formats = useFormats()
  const { reporter } = useView()
  const { top, gainer, loser, hhi } = findingOf(answer)
  if (top === null || answer.latestYear === null) return null
  const indicators = flow === 'both' ? ['trade.exports_usd_m', 'trade.imports_usd_m'] : [`trade.${flow}_usd_m`]
  const cells = (partner: string, year: number): readonly CellRef[] =>
    indicators.flatMap((indicator) =>
      [partner, WORLD].map((code) => ({ indicator, reporter, partner: code, period: String(year), source: '' })),
    )
  const figure = (partner: string, year: number, value: number): ReactNode => (
    <EvidenceNumber cells={cells(partner, year)} sentence={`${names.area(partner)}, ${t(`flowName.${flow}`)}, ${year}`}>
      {formats.percent(value)}
    </EvidenceNumber>
  )
  const latest = answer.latestYear
  const first = fillSlots(t('support.top', { partner: names.area(top.partner), year: latest, ...slots('share') }), {
    share: figure(top.partner, latest, top.share),
  })
  const moves =
    gainer === null || loser === null || answer.baseYear === null
      ? null
      : fillSlots(
          t('support.moves', {
            year: answer.baseYear,
            gainerOwner: names.areaIn(gainer.partner, 'genitive'),
            loserOwner: names.areaIn(loser.partner, 'genitive'),
            ...slots('from', 'to', 'loserFrom', 'loserTo'),
          }),
          {
            from: figure(gainer.partner, answer.baseYear, gainer.from),
            to: figure(gainer.partner, latest, gainer.to),
            loserFrom: figure(loser.partner, answer.baseYear, loser.from),
            loserTo: figure(loser.partner, latest, loser.to),
          },
        )
  const change = hhi === null ? null : hhi.latest - hhi.base
  const concentration =
    hhi === null || change === null
      ? null
      : t(`support.hhi.${Math.abs(change) < HELD_HHI ? 'held' : change > 0 ? 'up' : 'down'}`, {
          from: formats.number(hhi.base, 3),
          to: formats.number(hhi.latest, 3),
        })
  return (
    <>
      {first} {moves} {concentration}
    </>
  )
}
