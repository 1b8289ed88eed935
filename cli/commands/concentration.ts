import { concentration } from '../../electron/shared/analytics/concentration.ts'
import { type Command, optionalNumber, required, UsageError } from '../command.ts'
import { rounded, table } from '../text.ts'

/** What is shown of the measures; null where one is not defined. */
type Measures = {
  readonly partners: readonly { readonly partner: string; readonly value: number; readonly share: number | null }[]
} & { readonly [K in 'total' | 'unallocated' | 'hhi' | 'hhiLow' | 'hhiHigh' | 'effectivePartners']: number | null } & {
  readonly n: number
}

/** Partners and measures as text for a terminal. */
export function measuresText({ partners, hhi, hhiLow, hhiHigh, effectivePartners, unallocated, total, n }: Measures): string {
  return [
    table(
      ['partner', 'value', 'share'],
      partners.map(({ partner, value, share }) => [partner, value, rounded(share)]),
    ),
    `total ${total ?? '–'}, unallocated ${unallocated ?? '–'}, partners ${n}`,
    `HHI ${rounded(hhi)} (${rounded(hhiLow)} to ${rounded(hhiHigh)}), effective partners ${rounded(effectivePartners, 2)}`,
  ].join('\n')
}

/** @throws {UsageError} when a part is not a number of zero or more */
function amounts(list: string): readonly { readonly partner: string; readonly value: number }[] {
  return list.split(',').map((part, index) => {
    const value = part.trim() === '' ? Number.NaN : Number(part)
    if (!Number.isFinite(value) || value < 0)
      throw new UsageError(`--values has "${part}" where an amount of zero or more must stand`)
    return { partner: String(index + 1), value }
  })
}

export const concentrationCommand: Command = {
  name: 'concentration',
  usage: '--values 30,30,20,20 [--unallocated 20]',
  summary: 'the same measures on given amounts',
  options: { values: { type: 'string' }, unallocated: { type: 'string' } },
  run: async (context) => {
    const unallocated = optionalNumber(context, 'unallocated') ?? 0
    if (unallocated < 0) throw new UsageError('--unallocated must be zero or more')
    const measures = concentration(amounts(required(context, 'values')), unallocated)
    context.print(measures, () => measuresText(measures))
    return 0
  },
}
