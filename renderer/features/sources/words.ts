import type { ChannelAge } from '../../../electron/shared/contract/schema/coverage.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import type { Formats } from '../../language/formats.ts'
import type { Say } from '../../language/useSay.ts'

export interface Words {
  readonly t: Say<'sources'>
  readonly formats: Formats
  readonly names: Names
}

const topics = ['trade', 'investment', 'corridors', 'opinion', 'politics', 'governance', 'projects'] as const

/** Name of a topic; one that this version does not know is "other". */
export const topicName = ({ t }: Words, topic: string): string => t(`topic.${topics.find((one) => one === topic) ?? 'other'}`)

/** Name of a channel of dependence. */
export const channelName = ({ t }: Words, id: ChannelAge['id']): string => t(`channel.${id}`)
