import type { Membership, Politics } from '../../../electron/shared/contract/schema/politics.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { yearTicks } from '../../charts/core/geometry.ts'
import { type RowOf, RowsChart } from '../../charts/RowsChart.tsx'
import { worded } from '../../language/wording.ts'
import { useCatalogue } from '../../ui/data/catalogue.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import { useView } from '../../ui/view/useView.ts'
import { clubs } from './prepare.ts'
import { clubInFull, clubName, type Words } from './words.ts'

const loose: readonly Membership['kind'][] = ['partner', 'observer', 'candidate', 'participant', 'agreement']

/** The clubs a country belongs to, by who leads them. */
export function ClubsCard({
  politics,
  reporter,
  words,
}: {
  readonly politics: Politics
  readonly reporter: string
  readonly words: Words
}) {
  const { t, formats, names } = words
  const { asOf } = useView()
  const { summary } = useCatalogue()
  const { dated, undated } = clubs(politics.memberships)
  const title = t('clubs.title')
  if (politics.memberships.length === 0)
    return (
      <Card title={title}>
        <p className={layout.text}>{t('clubs.none', areaWords(names, 'reporter', reporter))}</p>
      </Card>
    )
  const now = Number((asOf === '' ? summary.vintage : asOf).slice(0, 4)) + 0.9
  const from = Math.max(1990, Math.min(...dated.map((span) => Math.floor(span.from ?? now))))
  const leader = (code: string): string => (code === '' ? t('clubs.open') : t('clubs.ledBy', { partner: names.area(code) }))
  const rows: readonly RowOf[] = dated.map((span, index) => {
    const one = span.membership
    const [start, end] = [Math.max(from, span.from ?? from), Math.min(now, span.to ?? now)]
    const years = formats.years(one.joined.slice(0, 4), one.left === '' ? '…' : one.left.slice(0, 4))
    return {
      id: `${one.organisation} ${index}`,
      label: clubName(t, one.organisation),
      group: leader(one.ledBy),
      items: [
        {
          key: 'span',
          shape: 'span',
          from: start,
          to: Math.max(end, start + 0.2),
          ...(one.ledBy === '' || one.ledBy === reporter ? {} : { partner: one.ledBy }),
          hollow: loose.includes(one.kind),
          openEnd: span.open,
          label: `${one.joined.slice(0, 4)}${one.left === '' ? '' : `–${one.left.slice(0, 4)}`} · ${t(`kind.${one.kind}`)}`,
          tip: {
            title: clubInFull(t, one.organisation),
            rows: [{ label: leader(one.ledBy), value: years, active: true }],
            lines: [t(`kind.${one.kind}`), worded(formats.language, one.status), one.sourceTitle],
          },
        },
      ],
    }
  })
  // one entry per club, however many undated statements there are on it
  const undatedTexts = [...Map.groupBy(undated, (one) => one.organisation)].map(
    ([organisation, all]) => `${clubName(t, organisation)} (${all.map((one) => t(`kind.${one.kind}`)).join('; ')})`,
  )
  return (
    <FigureCard
      id="politics.clubs"
      title={title}
      subtitle={t('clubs.subtitle')}
      source={
        undated.length === 0 ? t('clubs.source') : `${t('clubs.source')} ${t('clubs.undated', { list: undatedTexts.join(', ') })}`
      }
      twin={{
        columns: [
          { id: 'club', label: t('column.club'), kind: 'text' },
          { id: 'ledBy', label: t('column.ledBy'), kind: 'text' },
          { id: 'joined', label: t('column.joined'), kind: 'text' },
          { id: 'left', label: t('column.left'), kind: 'text' },
          { id: 'kind', label: t('column.kind'), kind: 'text' },
          { id: 'status', label: t('column.status'), kind: 'text' },
          { id: 'source', label: t('column.source'), kind: 'text' },
        ],
        rows: politics.memberships.map((one, index) => ({
          id: `${one.organisation} ${index}`,
          cells: [
            clubInFull(t, one.organisation),
            one.ledBy === '' ? '' : names.area(one.ledBy),
            one.joined === '' ? '' : formats.period(one.joined),
            one.left === '' ? '' : formats.period(one.left),
            t(`kind.${one.kind}`),
            worded(formats.language, one.status),
            one.sourceTitle,
          ],
        })),
      }}
    >
      <RowsChart
        name={title}
        summary={t('clubs.subtitle')}
        fill
        layout={{
          rows,
          rowHeight: 26,
          axis: { domain: [from, Math.ceil(now)], ticks: yearTicks(from, Math.ceil(now), 7), format: String },
        }}
      />
    </FigureCard>
  )
}
