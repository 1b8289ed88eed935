import { setFlagsFromString } from 'node:v8'
import { CallError } from '../shared/contract/errors.ts'

/** Oldest Node that the SQLite module can be loaded in; an older one crashes without a word. */
export const LEAST_NODE_MAJOR = 22

/** @throws {CallError} runtime-too-old, with what to do, when this process runs on a Node the SQLite module cannot be loaded in */
export function assertRuntime(version: string = process.versions.node): void {
  if (Number(version.split('.')[0]) >= LEAST_NODE_MAJOR) return
  throw new CallError(
    'runtime-too-old',
    `Multivector needs Node ${LEAST_NODE_MAJOR} or later and was started on ${version}. Run it by its npm scripts (npm start, npm run multivector), which bring their own Node.`,
  )
}

/**
 * Lets the heaps of all threads grow by a fifth of what was left between two collections, where V8 would let them double and more: what an import
 * leaves behind is mostly dead, and collecting it earlier takes no time that could be measured. To be called when the threads run: one that starts
 * under other flags than Node was built with compiles Node's own modules anew, 30 ms each. Electron's V8 takes no flags once it runs.
 */
export function collectSooner(): void {
  if (process.versions.electron === undefined) setFlagsFromString('--heap-growing-percent=20')
}
