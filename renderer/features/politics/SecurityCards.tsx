// Arms by supplier, and votes on Ukraine.

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Politics, UkraineVote } from '../../../electron/shared/contract/schema/politics.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { StackedBars } from '../../charts/StackedBars.tsx'
import { type CellRef, useEvidence, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import classes from './politics.module.css'
import { type ArmsFinding, armsBars, armsParts, directionOf, voteTable } from './prepare.ts'
import type { Words } from './words.ts'

/** Shares of suppliers in arms deliveries, in published windows of years. */
export function ArmsCard({
  politics,
  finding,
  reporter,
  words,
}: {
  readonly politics: Politics
  readonly finding: ArmsFinding | null
  readonly reporter: string
  readonly words: Words
}) {
  const { t, formats, names } = words
  const openMark = useMarkEvidence()
  const bars = armsBars(politics.arms)
  const moved = finding ? directionOf(finding.latest.share - finding.base.share, 1) : null
  const title = moved && finding ? t(`arms.title.${moved}`, areaWords(names, 'partner', finding.partner)) : t('arms.title.none')
  if (bars.length === 0)
    return (
      <Card title={title}>
        <p className={layout.text}>{t('arms.none', areaWords(names, 'reporter', reporter))}</p>
      </Card>
    )
  const label = (id: string): string => (id === 'OTH' ? t('arms.others') : names.area(id))
  const cellOf = (bar: (typeof bars)[number], id: string): CellRef | undefined =>
    bar.window.suppliers.find((one) => one.partner === id)?.cell
  const biggest = (bar: (typeof bars)[number]): string =>
    bar.window.suppliers
      .filter((one) => !armsParts.includes(one.partner))
      .slice(0, 3)
      .map((one) => `${names.area(one.partner)} ${formats.percent(one.share, 1)}`)
      .join(', ')
  return (
    <FigureCard
      id="politics.arms"
      title={title}
      subtitle={t('arms.subtitle')}
      source={t('arms.source')}
      twin={{
        columns: [
          { id: 'window', label: t('column.window'), kind: 'period' },
          ...armsParts.map((id) => ({ id, label: label(id), kind: 'number' as const })),
          { id: 'total', label: t('column.total'), kind: 'number' },
        ],
        rows: bars.map((bar) => ({
          id: bar.window.period,
          cells: [bar.window.period, ...armsParts.map((id) => bar.shares[id] ?? 0), bar.window.total],
          refs: [null, ...armsParts.map((id) => cellOf(bar, id)), bar.window.totalCell],
        })),
      }}
    >
      <StackedBars<CellRef>
        name={title}
        summary={t('arms.subtitle')}
        height="fill"
        format={(share) => formats.percent(share, 0)}
        onPoint={openMark(title)}
        bars={bars.map((bar) => ({
          id: bar.window.period,
          label: formats.period(bar.window.period),
          total: formats.number(bar.window.total, 0),
          parts: armsParts.map((id) => {
            const ref = cellOf(bar, id)
            return {
              id,
              label: label(id),
              share: bar.shares[id] ?? 0,
              ...(id === 'OTH' || id === 'EU27' ? { note: biggest(bar) } : {}),
              ...(ref ? { ref } : {}),
            }
          }),
        }))}
      />
    </FigureCard>
  )
}

function VoteGlyph({ vote }: { readonly vote: UkraineVote['vote'] }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {vote === 'yes' ? <circle cx="8" cy="8" r="6" fill="var(--mv-text-2)" /> : null}
      {vote === 'abstain' ? (
        <>
          <circle cx="8" cy="8" r="5.4" fill="none" stroke="var(--mv-text-2)" strokeWidth="1.3" />
          <path d="M8 2.6a5.400 5.400 0 010 10.8z" fill="var(--mv-text-2)" />
        </>
      ) : null}
      {vote === 'no' ? (
        <path d="M3.5 3.5l9 9M12.5 3.500l-9 9" stroke="var(--mv-text-2)" strokeWidth="2" strokeLinecap="round" />
      ) : null}
    </svg>
  )
}

/** Shape carries the vote, the word stands in the title and for a screen reader. */
function VoteMark({
  vote,
  label,
  onOpen,
}: {
  readonly vote: UkraineVote | null
  readonly label: string
  readonly onOpen: () => void
}) {
  if (vote === null) return <span title={label}>–</span>
  return (
    <button type="button" className={classes.vote} aria-label={label} title={label} onClick={onOpen}>
      <VoteGlyph vote={vote.vote} />
    </button>
  )
}

/** Countries that fit into half of a page, and into the whole. */
const FIT = { half: 7, whole: 12 } as const

/** How a country voted on resolutions on Ukraine, vote by vote. */
export function UkraineCard({
  politics,
  reporter,
  words,
  wide = false,
}: {
  readonly politics: Politics
  readonly reporter: string
  readonly words: Words
  /** the card takes the width of the page */
  readonly wide?: boolean
}) {
  const { t, formats, names } = words
  const few = wide ? FIT.whole : FIT.half
  const { open } = useEvidence()
  const [all, setAll] = useState(false)
  const table = voteTable(politics.ukraine, reporter)
  const own = table.rows.find((row) => row.reporter === reporter)
  const title = own ? t('ukraine.title', { yes: own.yes, abstained: own.abstained, no: own.no }) : t('ukraine.titleNone')
  const countries = all ? table.rows : table.rows.slice(0, few)
  const word = (vote: UkraineVote | null): string => (vote === null ? t('vote.none') : t(`vote.${vote.vote}`))
  return (
    <FigureCard
      id="politics.ukraine"
      title={title}
      subtitle={t('ukraine.subtitle')}
      source={t('ukraine.source')}
      kind="table"
      twin={{
        columns: [
          { id: 'country', label: t('ukraine.country'), kind: 'text' },
          ...table.resolutions.map((one) => ({
            id: one.key,
            label: `${formats.day(one.date)}, ${one.resolution}, ${t(`subject.${one.subject}`)}`,
            kind: 'text' as const,
          })),
        ],
        rows: table.rows.map((row) => ({
          id: row.reporter,
          cells: [names.area(row.reporter), ...row.votes.map((vote) => word(vote))],
          refs: [null, ...row.votes.map((vote) => vote?.cell)],
        })),
      }}
    >
      <div className={classes.room}>
        <ul className={classes.key}>
          {(['yes', 'abstain', 'no'] as const).map((vote) => (
            <li key={vote}>
              <VoteGlyph vote={vote} /> {t(`vote.${vote}`)}
            </li>
          ))}
        </ul>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <section className={classes.scroll} tabIndex={0} aria-label={title}>
          <table className={classes.votes}>
            <thead>
              <tr>
                <th scope="col">{t('ukraine.resolution')}</th>
                {countries.map((row) => (
                  <th key={row.reporter} scope="col" data-own={row.reporter === reporter || undefined}>
                    {names.area(row.reporter)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.resolutions.map((one, index) => (
                <tr key={one.key}>
                  <th scope="row" title={`${one.resolution}, ${formats.day(one.date)}`}>
                    <span className={classes.date}>{one.date.slice(0, 4)}</span> {t(`subject.${one.subject}`)}
                  </th>
                  {countries.map((row) => {
                    const vote = row.votes[index] ?? null
                    const label = `${names.area(row.reporter)}, ${t(`subject.${one.subject}`)}, ${one.date.slice(0, 4)}: ${word(vote)}`
                    return (
                      <td key={row.reporter} data-own={row.reporter === reporter || undefined}>
                        <VoteMark
                          vote={vote}
                          label={label}
                          onOpen={() => vote && open({ cells: [vote.cell], figure: word(vote), sentence: label })}
                        />
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {table.rows.length > few ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setAll(!all)}>
            {all ? t('ukraine.less') : t('ukraine.more', { count: table.rows.length })}
          </Button>
        ) : null}
      </div>
    </FigureCard>
  )
}
