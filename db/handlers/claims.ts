// Claims: the test of each over the store, the analyst's own verdict beside it, and claims of the user's own.
import {
  type ClauseResult,
  evaluateClaim,
  evaluateClause,
  evidenceOf,
  indicatorsOf,
  type VerdictReason,
} from '../../electron/shared/analytics/rules.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import {
  type ClaimDetail,
  type ClaimDocument,
  type ClaimSeries,
  type ClaimView,
  type ClauseOutcome,
  claimDocument,
  claimVerdict,
} from '../../electron/shared/contract/schema/claims.ts'
import type { FigureSpec } from '../../electron/shared/domain/claimRule.ts'
import { encodePeriod, periodEndYear } from '../../electron/shared/domain/period.ts'
import { type ClaimLookup, claimLookup } from '../queries/claimLookup.ts'
import {
  allClaims,
  type ClaimRow,
  claimById,
  dropVerdicts,
  latestBatch,
  putClaim,
  putVerdict,
  removeClaim,
  setAnalyst,
  setRule,
  storedUnder,
  verdictsBefore,
} from '../queries/claims.ts'
import type { ReadDb, WriteDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { requireArea } from './known.ts'

/** Charts per claim: more than these answer no question. */
const MOST_CHARTS = 4

const bases: Readonly<Record<VerdictReason, ClaimView['basis']>> = {
  'all-parts-hold': 'test',
  'test-holds': 'test',
  'no-part-holds': 'test',
  'some-parts-hold': 'test',
  'ranges-overlap': 'test',
  'later-facts': 'later-facts',
  'not-testable': 'not-testable',
  'no-figures': 'no-figures',
  'some-figures-missing': 'some-figures-missing',
}

const untested: ClaimDocument = { about: 'KAZ', claim: null, rule: { test: null }, speaks: [], reason: null, remark: null }

/** The document of a claim. A row without one is a claim without a test; a row that cannot be read is a damaged store. */
function documentOf(row: ClaimRow): ClaimDocument {
  if (row.rule === null) return untested
  const found = claimDocument.safeParse(JSON.parse(row.rule))
  if (found.success) return found.data
  throw new CallError('store-damaged', `The test of claim ${row.id} cannot be read.`, found.error.message)
}

/** Numbers with the cells behind them. A figure divided by another shows both. */
function outcome(result: ClauseResult, lookup: ClaimLookup, about: string): ClauseOutcome {
  const cells = (figure: FigureSpec | null, period: string | null): ClauseOutcome['values'][number]['cells'] => {
    if (figure === null || period === null) return []
    const { over, ...plain } = figure
    const own = lookup.series({ ...plain, reporter: figure.reporter ?? about }).find((point) => point.period === period)
    return [...(own?.cells ?? []), ...(over ? cells(over, period) : [])]
  }
  return {
    clause: result.clause,
    holds: result.holds,
    undecided: result.undecided,
    values: result.values.map((value) => ({
      ...value,
      sources: [...value.sources],
      cells: cells(value.figure, value.period),
    })),
    fact: result.fact === null ? null : { ...result.fact, sources: [...result.fact.sources] },
    parts: result.parts.map((part) => outcome(part, lookup, about)),
  }
}

function viewOf(row: ClaimRow, reporter: string, lookup: ClaimLookup): ClaimView {
  const document = documentOf(row)
  const { about } = document
  const applies = about === reporter
  const result = applies ? evaluateClaim(document.rule, lookup, about) : null
  const verdict = row.analyst_verdict === null ? null : claimVerdict.parse(row.analyst_verdict)
  return {
    id: row.id,
    claim: { en: row.claim, ru: document.claim?.ru || row.claim, kk: document.claim?.kk || row.claim },
    topic: row.topic,
    indicators: row.indicators === '' ? [] : row.indicators.split(';'),
    source: row.source,
    sourceTitle: row.source_title ?? row.source,
    sourceUrl: row.source_url ?? '',
    origin: row.origin,
    about,
    // a claim about one country says nothing about another: no figure of the reporter could decide it
    verdict: result?.verdict ?? 'no-data',
    basis: result ? bases[result.reason] : 'other-country',
    test: result?.test ? outcome(result.test, lookup, about) : null,
    outdated: result?.outdated ? outcome(result.outdated, lookup, about) : null,
    speaks: applies
      ? document.speaks
          .map((clause) => outcome(evaluateClause(clause, lookup, about), lookup, about))
          .filter((found) => found.holds === true)
      : [],
    reason: document.reason,
    remark: document.remark,
    rule: document.rule,
    edited: document.bundledRule !== undefined,
    analystVerdict: verdict,
    analystNote: row.analyst_note,
  }
}

const endYear = (period: string): number => {
  const code = encodePeriod(period)
  return code === null ? 0 : periodEndYear(code)
}

/** Each figure of a claim as a line, with the span its test looks at. */
function seriesOf(view: ClaimView, lookup: ClaimLookup): readonly ClaimSeries[] {
  const asResult = (found: ClauseOutcome): ClauseResult => ({ ...found, text: '', parts: found.parts.map(asResult) })
  const read = [view.test, view.outdated, ...view.speaks]
    .filter((found) => found !== null)
    .flatMap((found) => evidenceOf(asResult(found)))
  const figures = Map.groupBy(
    read.filter((value) => value.figure !== null),
    (value) => JSON.stringify(value.figure),
  )
  return [...figures].slice(0, MOST_CHARTS).flatMap(([key, values]) => {
    const figure = JSON.parse(key) as FigureSpec
    const { over, ...plain } = figure
    if (over) return []
    const points = lookup.series({ ...plain, reporter: figure.reporter ?? view.about })
    const periods = values.flatMap((value) => value.period ?? []).sort((a, b) => endYear(a) - endYear(b))
    const [from, to] = [periods[0] ?? null, periods.at(-1) ?? null]
    return [
      {
        figure,
        points: points.map((point) => ({ ...point, sources: [...point.sources], cells: [...point.cells] })),
        from: from === to ? null : from,
        to: from === to ? null : to,
      },
    ]
  })
}

/**
 * Verdicts of claims, each for the country it speaks of.
 *
 * @param asOf as known when; '' = today
 * @param touched only claims that rest on one of these indicators, or that name none; left out = all
 */
export function verdicts(
  db: ReadDb,
  asOf: string,
  touched?: ReadonlyMap<string, unknown>,
): readonly { readonly claim: string; readonly reporter: string; readonly verdict: string }[] {
  const lookup = claimLookup(db, asOf)
  const rests = (row: ClaimRow): boolean => {
    if (touched === undefined) return true
    const codes = new Set([...row.indicators.split(';'), ...indicatorsOf(documentOf(row).rule)].filter((code) => code !== ''))
    return codes.size === 0 || [...codes].some((code) => touched.has(code))
  }
  const rows = db.all(allClaims, {}).filter(rests)
  return rows.map((row) => {
    const { about, rule } = documentOf(row)
    return { claim: row.id, reporter: about, verdict: evaluateClaim(rule, lookup, about).verdict }
  })
}

const batchOf = (db: ReadDb): number => db.get(latestBatch, {})?.batch ?? 0

/** A claim in its three languages; undefined when there is none under this id. */
export function claimTexts(
  db: ReadDb,
  id: string,
): { readonly en: string; readonly ru: string; readonly kk: string } | undefined {
  const row = db.get(claimById, { id })
  if (!row) return undefined
  const { claim } = documentOf(row)
  return { en: row.claim, ru: claim?.ru || row.claim, kk: claim?.kk || row.claim }
}

/** Keeps the verdicts as they stand under the newest batch, so that the ones a later import changes can be told. */
export function rememberVerdicts(db: WriteDb): number {
  const batch = batchOf(db)
  const found = verdicts(db, '')
  db.transaction(() => {
    for (const verdict of found) db.run(putVerdict, { ...verdict, batch })
  })
  return found.length
}

function requireClaim(db: ReadDb, id: string): ClaimRow {
  const row = db.get(claimById, { id })
  if (!row) throw new CallError('not-found', `There is no claim ${id}.`)
  return row
}

type Channel =
  | 'claims.list'
  | 'claims.get'
  | 'claims.judge'
  | 'claims.save'
  | 'claims.setTest'
  | 'claims.remove'
  | 'claims.remember'

export const claimHandlers: TopicHandlers<Channel> = {
  'claims.list': ({ db }, { reporter, asOf }) => {
    requireArea(db, reporter)
    const lookup = claimLookup(db, asOf)
    const claims = db.all(allClaims, {}).map((row) => viewOf(row, reporter, lookup))
    const batch = batchOf(db)
    const before = new Map(db.all(verdictsBefore, { reporter, batch }).map((row) => [row.claim, row.verdict]))
    // looking back with "as known on" is no change of a verdict
    const changed = asOf
      ? []
      : claims.flatMap(({ id, about, verdict }) => {
          const old = before.get(id)
          if (about !== reporter || old === undefined || old === verdict) return []
          return [{ id, before: claimVerdict.parse(old), now: verdict }]
        })
    return { claims, changed, batch, remembered: (db.get(storedUnder, { batch })?.n ?? 0) > 0 }
  },
  'claims.get': ({ db }, { id, reporter, asOf }): ClaimDetail => {
    const lookup = claimLookup(db, asOf)
    const claim = viewOf(requireClaim(db, id), reporter, lookup)
    return { claim, series: [...seriesOf(claim, lookup)] }
  },
  'claims.judge': ({ db }, { id, verdict, note }) => {
    requireClaim(db, id)
    return { changed: db.run(setAnalyst, { id, verdict, note }).changes }
  },
  'claims.save': ({ db }, draft) => {
    if (draft.id !== null && requireClaim(db, draft.id).origin !== 'user')
      throw new CallError('refused', `Claim ${draft.id} came with the program. Its test can be changed, its words cannot.`)
    const taken = new Set(db.all(allClaims, {}).map((row) => row.id))
    let number = 1
    while (taken.has(`u${String(number).padStart(2, '0')}`)) number++
    const id = draft.id ?? `u${String(number).padStart(2, '0')}`
    const document: ClaimDocument = { ...untested, about: draft.about, rule: draft.rule }
    db.transaction(() => {
      db.run(putClaim, {
        id,
        claim: draft.claim,
        topic: draft.topic || 'own',
        indicators: indicatorsOf(draft.rule).join(';'),
        rule: JSON.stringify(document),
        source: draft.source,
      })
      db.run(dropVerdicts, { claim: id })
    })
    return { id }
  },
  'claims.setTest': ({ db }, { id, rule }) => {
    const row = requireClaim(db, id)
    const { bundledRule, ...document } = documentOf(row)
    const came = bundledRule ?? document.rule
    const next: ClaimDocument =
      rule === null || row.origin === 'user' ? { ...document, rule: rule ?? came } : { ...document, rule, bundledRule: came }
    return db.transaction(() => {
      // another test gives another verdict, which no import has changed
      db.run(dropVerdicts, { claim: id })
      return { changed: db.run(setRule, { id, rule: JSON.stringify(next) }).changes }
    })
  },
  'claims.remove': ({ db }, { id }) => {
    if (requireClaim(db, id).origin !== 'user') throw new CallError('refused', `Claim ${id} came with the program and stays.`)
    db.run(dropVerdicts, { claim: id })
    return { changed: db.run(removeClaim, { id }).changes }
  },
  'claims.remember': ({ db }) => ({ changed: rememberVerdicts(db) }),
}
