import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ClaimDetail, ClaimSeries, ClaimView } from '../../../electron/shared/contract/schema/claims.ts'
import { type ClaimVerdict, claimVerdicts } from '../../../electron/shared/domain/claimRule.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import type { ChartSeries, UnitFormat } from '../../charts/core/types.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { failureOf, useCall, useSend } from '../../ui/data/client.tsx'
import { type CellRef, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { VerdictShape } from '../../ui/marks/VerdictMark.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { useView } from '../../ui/view/useView.ts'
import { Clauses } from './Clauses.tsx'
import classes from './claims.module.css'
import { isShare } from './prepare.ts'
import { figureTitle, type Words } from './words.ts'

const percent: UnitFormat = { code: 'PCT', short: { en: '%', ru: '%', kk: '%' }, decimals: 1 }
const plain = (decimals: number): UnitFormat => ({ code: 'X', short: { en: '', ru: '', kk: '' }, decimals })

function EvidenceChart({ series, words }: { readonly series: ClaimSeries; readonly words: Words }) {
  const { open } = useEvidence()
  const { t, names, formats } = words
  const title = figureTitle(series.figure, words)
  const factor = isShare(series) ? 100 : 1
  const unit = isShare(series)
    ? percent
    : series.figure.measure === 'value'
      ? (names.unitOf(names.indicatorOf(series.figure.indicator)?.unit ?? '') ?? plain(1))
      : plain(series.figure.measure === 'hhi' ? 3 : 0)
  const partner = series.figure.partners?.length === 1 ? series.figure.partners[0] : undefined
  const ranged = series.points.some((point) => point.high - point.low > 0.001)
  const line: ChartSeries<readonly CellRef[]> = {
    id: JSON.stringify(series.figure),
    label: partner && partner !== WORLD ? names.area(partner) : '',
    ...(partner && partner !== WORLD ? { partner } : {}),
    role: ranged ? 'ranges' : series.points.length < 3 ? 'dots' : 'main',
    points: series.points.map((point) => ({
      period: point.period,
      value: ranged && point.high - point.low > 0.001 ? null : point.low * factor,
      low: point.low * factor,
      high: point.high * factor,
      source: point.sources.map(names.source).join('; '),
      ref: point.cells,
    })),
  }
  const unitWords = unit.code === 'PCT' ? names.unit('PCT') : unit.short[formats.language]
  return (
    <FigureCard
      id="claims.evidence"
      title={title}
      subtitle={[unitWords === '' ? '' : capital(unitWords), t('panel.chart')].filter((part) => part !== '').join(' · ')}
      source={t('panel.sources', {
        sources: [...new Set(series.points.flatMap((point) => point.sources.map(names.source)))].slice(0, 4).join('; '),
      })}
      className={classes.inner ?? ''}
      twin={{
        columns: [
          { id: 'period', label: t('add.from'), kind: 'period' },
          { id: 'low', label: title, kind: 'number', decimals: unit.decimals },
          { id: 'high', label: '', kind: 'number', decimals: unit.decimals },
        ],
        rows: series.points.map((point) => ({
          id: point.period,
          cells: [point.period, point.low * factor, point.high * factor],
          refs: [null, point.cells[0] ?? null, null],
        })),
      }}
    >
      <LineChart
        name={title}
        height={150}
        series={[line]}
        unit={unit}
        zero={series.figure.measure !== 'rank'}
        endLabels={false}
        {...(series.from && series.to ? { shaded: { from: series.from, to: series.to } } : {})}
        onPoint={(cells) => open({ cells, figure: title, sentence: title })}
      />
    </FigureCard>
  )
}

function Yours({ claim, words }: { readonly claim: ClaimView; readonly words: Words }) {
  const { t } = words
  const judge = useSend('claims.judge', ['claims.list', 'claims.get'])
  const [note, setNote] = useState(claim.analystNote)
  const choose = (verdict: ClaimVerdict): void =>
    judge.mutate({ id: claim.id, verdict: claim.analystVerdict === verdict ? null : verdict, note })
  return (
    <section className={classes.yours} aria-label={t('yours.title')}>
      <h3>{t('yours.title')}</h3>
      <p className={classes.small}>{t('yours.hint')}</p>
      <div className={classes.choices}>
        {claimVerdicts.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className={classes.chip}
            aria-pressed={claim.analystVerdict === verdict}
            onClick={() => choose(verdict)}
          >
            <VerdictShape verdict={verdict} /> {t(`verdict.${verdict}`)}
          </button>
        ))}
      </div>
      <Textarea
        aria-label={t('yours.note')}
        placeholder={t('yours.note')}
        value={note}
        autosize
        minRows={2}
        maxLength={4000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {note === claim.analystNote ? null : (
        <Button size="xs" variant="default" onClick={() => judge.mutate({ id: claim.id, verdict: claim.analystVerdict, note })}>
          {t('yours.save')}
        </Button>
      )}
      <FailureNote failure={failureOf(judge)} />
    </section>
  )
}

function Panel({ detail, words }: { readonly detail: ClaimDetail; readonly words: Words }) {
  const { t, formats } = words
  const { claim, series } = detail
  const remove = useSend('claims.remove', ['claims.list'])
  const language = formats.language
  return (
    <article className={classes.panel} aria-label={claim.claim[language]}>
      <header>
        <h2>{claim.claim[language]}</h2>
        <p className={classes.verdict}>
          <VerdictShape verdict={claim.verdict} size={17} /> <strong>{t(`verdict.${claim.verdict}`)}</strong>{' '}
          {claim.basis === 'test' ? null : t(`basis.${claim.basis}`)}
        </p>
        <p className={classes.small}>{t('panel.source', { id: claim.id, source: claim.sourceTitle })}</p>
      </header>
      {claim.reason ? <p>{claim.reason[language]}</p> : null}
      {claim.basis === 'other-country' ? null : (
        <section className={classes.test} aria-label={t('panel.test')}>
          <h3>{claim.test ? t('panel.test') : t('panel.noTest')}</h3>
          {claim.test ? <Clauses outcome={claim.test} words={words} /> : null}
          {claim.outdated?.holds ? (
            <>
              <h3>{t('panel.outdated')}</h3>
              <Clauses outcome={claim.outdated} words={words} />
            </>
          ) : null}
        </section>
      )}
      {series.slice(0, 2).map((one) => (
        <EvidenceChart key={JSON.stringify(one.figure)} series={one} words={words} />
      ))}
      {claim.basis === 'other-country' ? null : (
        <section>
          <h3>{t('panel.speaks')}</h3>
          {claim.speaks.length > 0 ? (
            claim.speaks.map((found) => <Clauses key={JSON.stringify(found.clause)} outcome={found} words={words} />)
          ) : (
            <p className={classes.small}>{t('panel.speaksNone')}</p>
          )}
        </section>
      )}
      {claim.remark ? (
        <section>
          <h3>{t('panel.know')}</h3>
          <p>{claim.remark[language]}</p>
        </section>
      ) : null}
      <Yours key={claim.id} claim={claim} words={words} />
      {claim.origin === 'user' ? (
        <Button size="xs" variant="default" onClick={() => remove.mutate({ id: claim.id })}>
          {t('add.remove')}
        </Button>
      ) : null}
      <FailureNote failure={failureOf(remove)} />
    </article>
  )
}

/** One claim: its test, the charts behind it, what speaks for it, and the reader's own verdict. */
export function ClaimPanel({ id, words }: { readonly id: string; readonly words: Words }) {
  const { reporter, asOf } = useView()
  const detail = useCall('claims.get', { id, reporter, asOf })
  return (
    <StateView of={detail} height={420}>
      {(value) => <Panel detail={value} words={words} />}
    </StateView>
  )
}
