// Runs the index beside the page, so that a slider never stutters while a thousand runs are on their way.
import { type Evaluation, evaluate } from './evaluate.ts'
import { refusalOf } from './refusals.ts'
import type { WorkerAnswer } from './useReports.ts'

interface Port {
  addEventListener(
    type: 'message',
    listen: (event: MessageEvent<{ id: number; evaluations: readonly Evaluation[] }>) => void,
  ): void
  postMessage(answer: WorkerAnswer): void
}
const port = globalThis as unknown as Port

port.addEventListener('message', ({ data: { id, evaluations } }) => {
  const startMs = performance.now()
  try {
    const reports = evaluations.map(evaluate)
    port.postMessage({ id, reports, refusal: null, ms: performance.now() - startMs })
  } catch (error) {
    port.postMessage({ id, reports: null, refusal: refusalOf(error), ms: performance.now() - startMs })
  }
})
