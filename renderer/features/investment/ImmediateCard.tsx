// Why a small country of passage stands first among the owners.

import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import { useView } from '../../ui/view/useView.ts'
import type { InvestmentCardProps } from './cardProps.ts'
import { conduits, lastYear, shareOf } from './prepare.ts'

/** Why the Netherlands stand first: only where such addresses are on record. */
export function ImmediateCard({ value, words }: InvestmentCardProps) {
  const { t, names, formats } = words
  const { reporter } = useView()
  const block = value.stock
  if (!block) return null
  const year = lastYear(block)
  const found = conduits.flatMap((code) => {
    const share = shareOf(block, code, year)
    return share === null ? [] : [{ code, share }]
  })
  const most = found.filter(({ share }) => share >= 1)
  if (most.length === 0) return null
  return (
    <Card title={t('immediate.title')}>
      <p className={layout.text}>
        {t('immediate.text', {
          reporter: names.areaIn(reporter, 'nominative'),
          countries: formats.list(most.map(({ code }) => names.area(code))),
          value: formats.percent(most.reduce((sum, one) => sum + one.share, 0)),
          year,
        })}
      </p>
    </Card>
  )
}
