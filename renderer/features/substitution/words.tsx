// The sentences of the screen, from findings and texts.

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShareChange, SubstitutionAnswer } from '../../../electron/shared/contract/schema/substitution.ts'
import { type Flow, headlineOf } from '../../../electron/shared/findings/substitution.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { fillSlots, slots } from '../../ui/parts/sentence.tsx'
import { useView } from '../../ui/view/useView.ts'

/** The sentence at the head of the screen: who took the share, and how sure that is. */
export function useHeadline(answer: SubstitutionAnswer | null, flow: Flow, awayFrom: string): string {
  const { t } = useTranslation('substitution')
  const names = useNames()
  const { reporter } = useView()
  const words = {
    owner: names.areaIn(reporter, 'genitive'),
    flow: t(`flowName.${flow}`),
    partner: names.areaIn(answer?.awayFrom ?? awayFrom, 'nominative'),
    partnerOf: names.areaIn(answer?.awayFrom ?? awayFrom, 'genitive'),
    gainer: names.areaIn(answer?.largestGainer ?? '', 'nominative'),
    from: answer?.from ?? '',
    to: answer?.to ?? '',
  }
  const text = t(`headline.${answer === null ? 'waiting' : headlineOf(answer)}`, words)
  return capital(text)
}

/** What stands below the headline: who took the share that Russia lost, and by how much concentration moved. */
export function Support({ answer, flow }: { readonly answer: SubstitutionAnswer; readonly flow: Flow }): ReactNode {
  const { t } = useTranslation('substitution')
  const names = useNames()
  const formats = useFormats()
  const { from, to, away, gains, largestGainer, hhiFrom, hhiTo } = answer
  const figure = (change: ShareChange, which: 'from' | 'to'): ReactNode => (
    <EvidenceNumber
      cells={which === 'from' ? change.cellsFrom : change.cellsTo}
      sentence={`${names.area(change.partner)}, ${t(`flowName.${flow}`)}, ${which === 'from' ? from : to}`}
    >
      {formats.percent((change[which] ?? 0) * 100)}
    </EvidenceNumber>
  )
  const moved = (key: 'away' | 'gainer', change: ShareChange): ReactNode =>
    fillSlots(
      capital(
        t(`support.${key}.${change.change < 0 ? 'down' : 'up'}`, {
          owner: names.areaIn(change.partner, 'genitive'),
          from,
          to,
          ...slots('a', 'b'),
        }),
      ),
      { a: figure(change, 'from'), b: figure(change, 'to') },
    )
  const gainer = gains.find((gain) => gain.partner === largestGainer)
  const effective = (year: number): string =>
    formats.number(answer.hhi.find((one) => one.year === year)?.effectivePartners ?? null)
  return (
    <>
      {moved('away', away)} {gainer ? moved('gainer', gainer) : null}{' '}
      {t('support.hhi', { from: formats.number(hhiFrom, 3), to: formats.number(hhiTo, 3), a: effective(from), b: effective(to) })}
    </>
  )
}
