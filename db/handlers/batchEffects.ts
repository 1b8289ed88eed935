// What one batch moved: counted by indicator, and seen on the screens, before it and after it.

import { setImmediate as pause } from 'node:timers/promises'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { BatchEffects } from '../../electron/shared/contract/schema/imports.ts'
import { channelDefinitions } from '../../electron/shared/domain/channels.ts'
import { oneBatch } from '../ingest/write/batches.ts'
import { readChannel } from '../queries/channels.ts'
import { SERIES_SIZE } from '../queries/observationKey.ts'
import { upToBatch } from '../queries/readSeries.ts'
import type { ReadDb } from '../worker/db.ts'
import { statement } from '../worker/db.ts'
import { headlineEffects, type Pair } from './batchHeadlines.ts'
import { claimTexts, verdicts } from './claims.ts'

/** Partners whose readings the screens begin with. */
const partners = ['RUS', 'CHN', 'EU27', 'TUR', 'USA'] as const
/** Charts are answered in between. */
const PAUSE_MS = 20

const seriesAll = statement<object, { id: number; indicator: string; reporter: string }>(
  'effects.series',
  'SELECT s.id, i.code AS indicator, r.code AS reporter FROM series s JOIN indicator i ON i.id = s.indicator JOIN area r ON r.id = s.reporter',
)
const brought = statement<{ first: number; last: number; batch: number }, { n: number }>(
  'effects.brought',
  'SELECT count(*) AS n FROM observation WHERE id >= :first AND id < :last AND batch = :batch',
)
/** Figures of the batch that a later one superseded stand in `revision` by now. */
const broughtOnce = statement<{ batch: number }, { series: number; n: number }>(
  'effects.broughtOnce',
  'SELECT id / 1073741824 AS series, count(*) AS n FROM revision WHERE batch = :batch AND replaced_by <> batch GROUP BY 1',
)
const replaced = statement<{ batch: number }, { series: number; n: number }>(
  'effects.replaced',
  'SELECT id / 1073741824 AS series, count(*) AS n FROM revision WHERE replaced_by = :batch AND batch <> replaced_by GROUP BY 1',
)

interface Touched {
  readonly indicators: Map<string, { new: number; revised: number }>
  readonly reporters: Set<string>
}

async function touchedBy(db: ReadDb, batch: number): Promise<Touched> {
  const revisions = new Map(db.all(replaced, { batch }).map(({ series, n }) => [series, n]))
  const later = new Map(db.all(broughtOnce, { batch }).map(({ series, n }) => [series, n]))
  const touched: Touched = { indicators: new Map(), reporters: new Set() }
  let since = performance.now()
  for (const { id, indicator, reporter } of db.all(seriesAll, {})) {
    const here = db.get(brought, { first: id * SERIES_SIZE, last: (id + 1) * SERIES_SIZE, batch })?.n ?? 0
    const all = here + (later.get(id) ?? 0)
    if (all > 0) {
      const revised = revisions.get(id) ?? 0
      const counts = touched.indicators.get(indicator) ?? { new: 0, revised: 0 }
      touched.indicators.set(indicator, { new: counts.new + all - revised, revised: counts.revised + revised })
      touched.reporters.add(reporter)
    }
    if (performance.now() - since > PAUSE_MS) {
      await pause()
      since = performance.now()
    }
  }
  return touched
}

const transitIndicators = statement<object, { indicator: string }>(
  'effects.transit',
  'SELECT DISTINCT indicator FROM oil_transit_recipe',
)

/** Oil crossing a country is put together from many indicators. */
const touchesTransit = (db: ReadDb, indicators: Touched['indicators']): boolean =>
  db.all(transitIndicators, {}).some(({ indicator }) => indicators.has(indicator))

interface Moved {
  readonly channels: BatchEffects['channels']
  /** of which a reading moved, be it the latest or an older one */
  readonly pairs: readonly Pair[]
}

async function channelEffects(db: ReadDb, batch: number, { indicators, reporters }: Touched): Promise<Moved> {
  const [before, now] = [upToBatch(batch - 1), upToBatch(batch)]
  const transit = touchesTransit(db, indicators)
  const moved = channelDefinitions.filter(({ measure }) => ('indicator' in measure ? indicators.has(measure.indicator) : transit))
  const channels: BatchEffects['channels'] = []
  const pairs: Pair[] = []
  for (const reporter of [...reporters].sort()) {
    for (const partner of partners.filter((one) => one !== reporter)) {
      let any = false
      for (const definition of moved) {
        const [then, since] = [before, now].map((asOf) => readChannel(db, definition, { reporter, partner, asOf }))
        if (!then || !since || sameReadings(then, since)) continue
        any = true
        const [last, latest] = [latestOf(then), latestOf(since)]
        if (last?.period !== latest?.period || last?.value !== latest?.value)
          channels.push({ reporter, partner, channel: definition.id, before: last, now: latest })
      }
      if (any) pairs.push({ reporter, partner })
    }
    await pause()
  }
  return { channels, pairs }
}

type Readings = ReturnType<typeof readChannel>

const latestOf = (points: Readings): { readonly value: number; readonly period: string } | null => {
  const point = points.at(-1)
  return point === undefined || point.value === null ? null : { value: point.value, period: point.period }
}

const sameReadings = (a: Readings, b: Readings): boolean =>
  a.length === b.length &&
  a.every((point, i) => point.period === b[i]?.period && point.low === b[i]?.low && point.high === b[i]?.high)

/**
 * What a batch changed: figures by indicator, headlines, verdicts of claims and the latest readings of channels. Computed from what the store keeps of
 * every batch, so that it can be asked years later; an undone batch changed nothing that is left.
 *
 * @throws {CallError} not-found
 */
export async function effectsOf(db: ReadDb, batch: number): Promise<BatchEffects> {
  const row = db.get(oneBatch, { id: batch })
  if (!row) throw new CallError('not-found', `There is no batch ${batch}.`)
  if (row.undone_at !== null) return { headlines: [], claims: [], channels: [], indicators: [] }
  const touched = await touchedBy(db, batch)
  const only = touchesTransit(db, touched.indicators) ? undefined : touched.indicators
  const before = new Map(verdicts(db, upToBatch(batch - 1), only).map(({ claim, verdict }) => [claim, verdict]))
  await pause()
  const claims = verdicts(db, upToBatch(batch), only).flatMap(({ claim, verdict }) => {
    const old = before.get(claim)
    const texts = claimTexts(db, claim)
    return old === undefined || old === verdict || !texts ? [] : [{ id: claim, claim: texts, before: old, now: verdict }]
  })
  await pause()
  const { channels, pairs } = await channelEffects(db, batch, touched)
  return {
    headlines: await headlineEffects(db, batch, pairs),
    claims,
    channels,
    indicators: [...touched.indicators]
      .map(([indicator, counts]) => ({ indicator, ...counts }))
      .sort((a, b) => b.new + b.revised - (a.new + a.revised)),
  }
}
