// Headlines of the overview as they read before a batch and after it.

import { setImmediate as pause } from 'node:timers/promises'
import type { BatchEffects } from '../../electron/shared/contract/schema/imports.ts'
import { BASE_YEAR } from '../../electron/shared/domain/baseYear.ts'
import { languages } from '../../electron/shared/domain/languages.ts'
import { prepareOverview } from '../../electron/shared/findings/overview.ts'
import { createKit } from '../briefing/kit.ts'
import { overviewTitle } from '../briefing/recipes/overviewModel.ts'
import { upToBatch } from '../queries/readSeries.ts'
import type { ReadDb } from '../worker/db.ts'
import { channelsOf } from './overview.ts'

/** A file about the whole world moves hundreds of headlines; more than these nobody reads. */
const MOST_PAIRS = 60

export interface Pair {
  readonly reporter: string
  readonly partner: string
}

/**
 * Headlines that say something else since a batch, in every language, composed by the rules of the overview with its usual year of comparison.
 *
 * @param pairs countries and partners of which some reading moved; the first {@link MOST_PAIRS} are looked at
 */
export async function headlineEffects(db: ReadDb, batch: number, pairs: readonly Pair[]): Promise<BatchEffects['headlines']> {
  const changed: BatchEffects['headlines'] = []
  for (const { reporter, partner } of pairs.slice(0, MOST_PAIRS)) {
    const models = [batch - 1, batch].map((number) => {
      const channels = channelsOf(db, { reporter, partners: [partner], baseYear: BASE_YEAR, asOf: upToBatch(number) })
      return prepareOverview({ channels, trade: noTrade }, [partner], BASE_YEAR, 0)
    })
    const kits = languages.map((language) =>
      createKit(db, { language, reporter, partners: [partner], baseYear: BASE_YEAR, asOf: '', today: '' }),
    )
    const [before, now] = models.map((model) => {
      const [en = '', ru = '', kk = ''] = kits.map((kit) => overviewTitle(kit, model))
      return { en, ru, kk }
    })
    if (before && now && before.en !== now.en) changed.push({ reporter, partner, before, now })
    await pause()
  }
  return changed
}

/** The headline says nothing of the stack of trade. */
const noTrade = { years: [], parts: [], sources: [], hhi: [], breaks: [] }
