// All that is known of a number: value, source, licence, note, how it was made, other sources for the same cell, traps, batch and line.

import { Button, CloseButton } from '@mantine/core'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOf } from '../../../electron/shared/contract/channels.ts'
import type { Evidence, ObservationRow } from '../../../electron/shared/contract/schema/observations.ts'
import type { ObservationStatus } from '../../../electron/shared/domain/observation.ts'
import { useFormats, useLanguage } from '../../language/useFormats.ts'
import { useWorded, wordedPublisher } from '../../language/wording.ts'
import { useNames } from '../data/catalogue.tsx'
import { useCall, useKnown } from '../data/client.tsx'
import { copyText } from '../parts/copyText.ts'
import { SourceLink } from '../parts/SourceLink.tsx'
import { StateView } from '../parts/StateView.tsx'
import { useView } from '../view/useView.ts'
import { cellName, citationOf } from './citation.ts'
import classes from './evidence.module.css'
import { type CellRef, type EvidenceRequest, useEvidence } from './evidence.tsx'

function useValueText(): (row: ObservationRow) => string {
  const formats = useFormats()
  const names = useNames()
  return (row) => formats.value(row.value, names.unitOf(row.unit))
}

function Others({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useTranslation('evidence')
  const formats = useFormats()
  const text = useValueText()
  useWorded(formats.language)
  const { chosen } = evidence
  if (evidence.all.length < 2) return null
  return (
    <section className={classes.section}>
      <h3>{t('others')}</h3>
      <table className={classes.others}>
        <tbody>
          {evidence.all.map((row) => {
            const difference = chosen?.value && row.value !== null ? (row.value / chosen.value - 1) * 100 : null
            const isChosen = row.source === chosen?.source
            return (
              <tr key={`${row.source} ${row.batch}`} className={isChosen ? classes.chosen : undefined}>
                <td>
                  {wordedPublisher(
                    formats.language,
                    evidence.sources.find((source) => source.code === row.source)?.publisher || row.source,
                  )}
                </td>
                <td>{text(row)}</td>
                <td>{isChosen ? t('used') : difference === null ? '' : formats.signedPercent(difference)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function SourceSection({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useTranslation('evidence')
  const formats = useFormats()
  const said = useWorded(formats.language)
  const { chosen } = evidence
  const source = evidence.sources.find((candidate) => candidate.code === chosen?.source)
  const batch = evidence.batches.find((candidate) => candidate.batch === chosen?.batch)
  if (!chosen || !source) return null
  const terms = t(`terms.${source.terms as 'open' | 'narrow' | 'unreviewed'}`)
  const licence = said(source.licence)
  // a source that came with an imported file has a title and no more
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('title'), source.title],
    [t('publisher'), wordedPublisher(formats.language, source.publisher)],
    [
      t('address'),
      source.url === '' ? (
        ''
      ) : (
        <SourceLink key="address" url={source.url} className={classes.link}>
          {source.url}
        </SourceLink>
      ),
    ],
    [t('licence'), licence === '' ? terms : `${licence} (${terms})`],
    [t('note'), said(chosen.note)],
    [t('sourceNote'), said(source.note)],
    [t('rule'), said(evidence.rule)],
    [t('status'), `${t(`statuses.${chosen.status as ObservationStatus}`)} (${chosen.status})`],
    [t('vintage'), formats.day(chosen.vintage)],
    [t('batch'), t('batchLine', { batch: chosen.batch, file: batch?.file ?? '', line: chosen.line ?? '–' })],
  ]
  return (
    <section className={classes.section}>
      <h3>{t('source')}</h3>
      <dl className={classes.rows}>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
    </section>
  )
}

const requestOf = ({ indicator, reporter, partner, period, source }: CellRef, asOf: string): RequestOf<'evidence.get'> => ({
  indicator,
  reporter,
  partner,
  period,
  source: source === '' ? null : source,
  asOf,
})

function Cell({ cell, first, asOf }: { readonly cell: CellRef; readonly first: boolean; readonly asOf: string }) {
  const { t } = useTranslation('evidence')
  const language = useLanguage()
  const formats = useFormats()
  const names = useNames()
  const text = useValueText()
  const answer = useCall('evidence.get', requestOf(cell, asOf))
  return (
    <StateView of={answer}>
      {(evidence) => (
        <>
          <section className={classes.section}>
            <h3>{cellName(cell, { names, formats })}</h3>
            <div className={classes.chosen}>{evidence.chosen ? text(evidence.chosen) : t('none')}</div>
          </section>
          {first ? (
            <>
              {evidence.warnings.map((warning) => (
                <p key={warning.id} className={classes.warning}>
                  {warning.text[language]}
                </p>
              ))}
              <SourceSection evidence={evidence} />
            </>
          ) : null}
          <Others evidence={evidence} />
          {evidence.revisions.length === 0 ? null : (
            <section className={classes.section}>
              <h3>{t('revisions')}</h3>
              {evidence.revisions.map((revision) => (
                <div key={revision.batch}>
                  {formats.number(revision.value, 2)} ({formats.day(revision.vintage)})
                </div>
              ))}
            </section>
          )}
        </>
      )}
    </StateView>
  )
}

function Content({ request }: { readonly request: EvidenceRequest }) {
  const { t } = useTranslation('evidence')
  const { t: figureText } = useTranslation('figure')
  const names = useNames()
  const formats = useFormats()
  const { asOf } = useView()
  const [told, tell] = useState('')
  const copy = (what: string): void => tell(figureText(copyText(what) ? 'copied' : 'notCopied'))
  const { cells, figure, sentence } = request
  const known = useKnown()
  const text = useValueText()
  const chosenOf = (cell: CellRef | undefined) => (cell ? known('evidence.get', requestOf(cell, asOf))?.chosen : null) ?? null
  // a mark of a chart has no printed number of its own: of one cell it is that cell's figure, of several nobody printed what they make
  const hasValue = figure !== '' || cells.length === 1
  const valueText = (): string => {
    const chosen = cells.length === 1 ? chosenOf(cells[0]) : null
    return figure !== '' || chosen === null ? figure : text(chosen)
  }
  const citation = (): string =>
    citationOf(
      { cells, sentence, figure: valueText() },
      cells.map((cell) => chosenOf(cell)?.source ?? cell.source),
      { names, formats },
    )
  return (
    <>
      {figure === '' ? null : <div className={classes.figure}>{figure}</div>}
      <p className={classes.sentence}>{sentence}</p>
      {cells.length > 1 ? (
        <p className={classes.sentence}>{t(cells.length === 2 ? 'madeOfTwo' : 'madeOfMany', { count: cells.length })}</p>
      ) : null}
      {cells.map((cell, i) => (
        <Cell key={`${cell.indicator} ${cell.partner} ${cell.period} ${cell.source}`} cell={cell} first={i === 0} asOf={asOf} />
      ))}
      <div className={classes.actions}>
        {hasValue ? (
          <Button variant="default" size="xs" onClick={() => copy(valueText())}>
            {t('copyValue')}
          </Button>
        ) : null}
        <Button variant="default" size="xs" onClick={() => copy(citation())}>
          {t('copyCitation')}
        </Button>
        <span role="status">{told}</span>
      </div>
    </>
  )
}

/** Stands beside the page on wide windows, over it on others; Escape closes it and the focus returns to the number. */
export function EvidenceDrawer() {
  const { t } = useTranslation('evidence')
  const { request, close } = useEvidence()
  const drawer = useRef<HTMLElement>(null)
  useEffect(() => {
    if (request) drawer.current?.focus()
  }, [request])
  if (!request) return null
  return (
    <aside
      ref={drawer}
      className={classes.drawer}
      tabIndex={-1}
      role="dialog"
      aria-label={t('label')}
      data-testid="evidence"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div className={classes.head}>
        <span />
        <CloseButton aria-label={t('close')} onClick={close} />
      </div>
      <Content key={JSON.stringify(request)} request={request} />
    </aside>
  )
}
