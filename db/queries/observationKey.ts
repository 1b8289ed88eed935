import { PERIOD_CODE_LIMIT } from '../../electron/shared/domain/period.ts'

/** Keys of one series: an observation's key is series × this + period code, below 2^53, so that JavaScript holds it exactly. */
export const SERIES_SIZE = PERIOD_CODE_LIMIT
