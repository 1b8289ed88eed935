// What an address asks for that the store cannot know: said before any screen asks for figures. Pure.
import type { Catalogue } from '../../../electron/shared/contract/schema/store.ts'
import { defaultView, isDay, type View } from './view.ts'

type Known = Pick<Catalogue, 'areas' | 'reporters'> & { readonly summary: Pick<Catalogue['summary'], 'vintages'> }

export type AddressFault =
  | { readonly kind: 'reporter'; readonly code: string; readonly patch: Pick<View, 'reporter'> }
  | { readonly kind: 'partner'; readonly code: string; readonly patch: Pick<View, 'partners'> }
  | { readonly kind: 'day'; readonly asOf: string; readonly first: string; readonly patch: Pick<View, 'asOf'> }
  | { readonly kind: 'no-day'; readonly asOf: string; readonly patch: Pick<View, 'asOf'> }

/** The first thing in an address that the store does not know, with the change that leads out; null where it knows all. */
export function addressFault(params: URLSearchParams, { areas, reporters, summary }: Known): AddressFault | null {
  const known = new Set(areas.map((area) => area.code))
  const reporter = params.get('r') ?? ''
  const ways = [defaultView.reporter, ...reporters]
  if (reporter !== '' && !known.has(reporter))
    return { kind: 'reporter', code: reporter, patch: { reporter: ways.find((code) => known.has(code)) ?? defaultView.reporter } }
  const asked = (params.get('p') ?? '').split(',').filter((code) => code !== '')
  const partner = asked.find((code) => !known.has(code))
  if (partner !== undefined) {
    const left = asked.filter((code) => known.has(code))
    return { kind: 'partner', code: partner, patch: { partners: left.length > 0 ? left : defaultView.partners } }
  }
  const asOf = params.get('d') ?? ''
  if (asOf !== '' && !isDay(asOf)) return { kind: 'no-day', asOf, patch: { asOf: '' } }
  // ISO days order as text
  const [first] = summary.vintages.toSorted()
  return asOf !== '' && first !== undefined && asOf < first ? { kind: 'day', asOf, first, patch: { asOf: '' } } : null
}
