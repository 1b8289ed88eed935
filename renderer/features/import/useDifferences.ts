import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { RequestOf } from '../../../electron/shared/contract/channels.ts'
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import type { ReviewGroup } from '../../../electron/shared/contract/schema/importRequests.ts'
import type { Difference } from '../../../electron/shared/contract/schema/imports.ts'
import { useLanguage } from '../../language/useFormats.ts'
import { asFailure, useClient } from '../../ui/data/client.tsx'

type Request = RequestOf<'csv.differences'>

/** Rows fetched at once. */
const PAGE = 100

export interface Differences {
  /** rows that answer to the filter; 0 until the first answer */
  readonly total: number
  /** rows of the group that can be looked at; the group may hold more */
  readonly listed: number
  readonly all: number
  readonly ready: boolean
  /** why rows on screen cannot be fetched */
  readonly failure: CallFailure | null
  readonly rowAt: (index: number) => Difference | undefined
  readonly onRange: (first: number, last: number) => void
}

/**
 * The differences of one group, fetched page by page as they come on screen.
 *
 * @param readings how often the file was read: pages of an older reading are not shown
 */
export function useDifferences(
  query: {
    readonly job: string
    readonly readings: number
    readonly group: ReviewGroup
    readonly order: NonNullable<Request['order']>
    readonly descending: boolean
  },
  words: string,
): Differences {
  const client = useClient()
  const language = useLanguage()
  const { job, readings, group, order, descending } = query
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const ask = useCallback(
    (page: number) => {
      const request = { job, group, order, descending, language, query: words, offset: page * PAGE, limit: PAGE }
      return {
        queryKey: ['csv.differences', readings, request] as const,
        queryFn: () => client['csv.differences'](request),
      }
    },
    [client, job, readings, group, order, descending, language, words],
  )
  const first = useQuery({ ...ask(0), placeholderData: keepPreviousData })
  const from = Math.max(1, Math.floor(range[0] / PAGE))
  const to = Math.max(from - 1, Math.floor(range[1] / PAGE))
  const pages = useQueries({ queries: Array.from({ length: to - from + 1 }, (_, i) => ask(from + i)) })
  const rowAt = useCallback(
    (index: number): Difference | undefined => {
      const page = Math.floor(index / PAGE)
      const rows = page === 0 ? first.data?.rows : pages[page - from]?.data?.rows
      return rows?.[index % PAGE]
    },
    [first.data, pages, from],
  )
  const error = first.error ?? pages.find((page) => page.error !== null)?.error ?? null
  const failure = useMemo(() => (error === null ? null : asFailure(error)), [error])
  const onRange = useCallback((a: number, b: number) => setRange([a, b]), [])
  const { total = 0, listed = 0, all = 0 } = first.data ?? {}
  return useMemo(
    () => ({ total, listed, all, ready: first.isSuccess && !first.isPlaceholderData, failure, rowAt, onRange }),
    [total, listed, all, first.isSuccess, first.isPlaceholderData, failure, rowAt, onRange],
  )
}
