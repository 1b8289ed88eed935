export type { Bridge } from './bridge.ts'
export { chooseBridge } from './choose.ts'
export { styleNonce } from './styleNonce.ts'
