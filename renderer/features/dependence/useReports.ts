import { useEffect, useRef, useState } from 'react'
import type { DependenceReport } from '../../../electron/shared/analytics/dependence/index.ts'
import type { Evaluation } from './evaluate.ts'
import type { Refusal } from './refusals.ts'

export interface WorkerAnswer {
  readonly id: number
  readonly reports: readonly DependenceReport[] | null
  /** why the method cannot be computed */
  readonly refusal: Refusal | null
  readonly ms: number
}

export interface Reports {
  /** the last ones that were computed; null before the first */
  readonly reports: readonly DependenceReport[] | null
  readonly refusal: Refusal | null
  /** true while newer weights are being computed */
  readonly computing: boolean
  readonly ms: number
}

const nothing: Reports = { reports: null, refusal: null, computing: true, ms: 0 }

/** One worker for the life of the screen; while it works, only the newest request waits and older ones are dropped. */
class Desk {
  readonly #worker = new Worker(new URL('./indexWorker.ts', import.meta.url), { type: 'module' })
  #busy = false
  #next: readonly Evaluation[] | null = null
  #id = 0

  constructor(told: (answer: WorkerAnswer) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      this.#busy = false
      if (data.id === this.#id || this.#next === null) told(data)
      if (this.#next !== null) this.#send()
    })
  }

  ask(evaluations: readonly Evaluation[]): void {
    this.#next = evaluations
    if (!this.#busy) this.#send()
  }

  #send(): void {
    this.#busy = true
    this.#id += 1
    this.#worker.postMessage({ id: this.#id, evaluations: this.#next })
    this.#next = null
  }

  close(): void {
    this.#worker.terminate()
  }
}

/** Reports for the evaluations given, computed off the page's main thread. Null = nothing to compute yet. */
export function useReports(evaluations: readonly Evaluation[] | null): Reports {
  const [state, setState] = useState(nothing)
  const desk = useRef<Desk | null>(null)
  useEffect(() => {
    desk.current = new Desk(({ reports, refusal, ms }) =>
      setState((before) => ({ reports: reports ?? before.reports, refusal, computing: false, ms })),
    )
    return () => {
      desk.current?.close()
      desk.current = null
    }
  }, [])
  useEffect(() => {
    if (evaluations === null) return
    setState((before) => ({ ...before, computing: true }))
    desk.current?.ask(evaluations)
  }, [evaluations])
  return state
}
