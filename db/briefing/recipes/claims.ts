// The claims of the founding article by their verdicts.
import { CLAIMS_ON_SLIDE, type EntryParams } from '../../../electron/shared/domain/briefing.ts'
import type { Missing, SlideDraft } from '../draft.ts'
import { codesOf, type Kit } from '../kit.ts'

/** Verdicts in the order in which a reader wants them: what does not hold first. */
const order = ['contradicted', 'mixed', 'outdated', 'supported', 'no-data', 'not-testable'] as const

/** Claims with their computed verdicts, so many on a slide. */
export function claimsSlide(kit: Kit, params: EntryParams): SlideDraft | Missing {
  const { reporter, asOf, say, language, names } = kit
  const { claims } = kit.ask('claims.list', { reporter, asOf })
  const own = claims.filter((claim) => claim.about === reporter)
  const page = Math.max(1, Math.floor(Number(params.page ?? 1)))
  const sorted = [...own].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  const rows = sorted.slice((page - 1) * CLAIMS_ON_SLIDE, page * CLAIMS_ON_SLIDE)
  if (rows.length === 0) return { missing: say('briefing:missing.claims', kit.words) }
  const count = (verdict: (typeof order)[number]): number => own.filter((claim) => claim.verdict === verdict).length
  const total = Math.ceil(own.length / CLAIMS_ON_SLIDE)
  return {
    layout: 'table',
    title: say('claims:headline.counts', {
      total: own.length,
      supported: count('supported'),
      contradicted: count('contradicted'),
    }),
    support: [
      {
        text: say('claims:support.rest', {
          mixed: count('mixed'),
          outdated: count('outdated'),
          untestable: count('not-testable'),
          nodata: count('no-data'),
        }),
      },
    ],
    table: {
      columns: [
        { label: say('claims:list.claim'), align: 'left' },
        { label: say('claims:list.verdict'), align: 'left' },
      ],
      rows: rows.map((claim) => [claim.claim[language], say(`claims:verdict.${claim.verdict}`)]),
    },
    sources: codesOf(...rows.map((claim) => claim.source).filter((code) => kit.source(code) !== undefined)),
    warnings: total > 1 ? [say('briefing:warning.part', { page, total, country: names.area(reporter) })] : [],
  }
}
