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
