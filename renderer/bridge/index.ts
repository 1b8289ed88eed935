export type { Bridge, FileKind, Listener } from './bridge.ts'
export { chooseBridge } from './choose.ts'
export { styleNonce } from './styleNonce.ts'
