import { problemsOf } from '../seal/check.ts'
import type { TopicHandlers } from './context.ts'

export const storeHandlers: TopicHandlers<'store.check'> = {
  'store.check': ({ connection }) => {
    const problems = [...problemsOf(connection.raw)]
    return { ok: problems.length === 0, problems }
  },
}
