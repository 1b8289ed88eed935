// How long a request may be, as JSON in bytes: one table for every host, so that what one takes the others take too.
import type { ChannelName } from './channels.ts'

/** What is kept of one thing set aside, drawing and figures together. */
export const MOST_SNAPSHOT_BYTES = 2_000_000

const USUAL = 1_048_576
/** Two hundred slides with all the text and notes they may have, in letters of two bytes, and the figures they showed. */
const BRIEFING = 16 * 1_048_576
/** A saved mapping of a million letters. */
const PROFILE = 4 * 1_048_576

const limits: Partial<Record<ChannelName, number>> = {
  // above what is kept, so that the store's own refusal is heard, which says what to do
  'briefing.add': 2 * MOST_SNAPSHOT_BYTES,
  'briefings.save': BRIEFING,
  'briefing.compose': BRIEFING,
  'briefing.refresh': BRIEFING,
  'briefing.render': BRIEFING,
  'briefing.write': BRIEFING,
  'csv.preview': PROFILE,
  'csv.import': PROFILE,
  'profiles.save': PROFILE,
  'profiles.export': PROFILE,
  'indicators.define': 16 * 1_048_576,
  'figure.data': 32 * 1_048_576,
  'host.keepPicture': 30_000_000,
}

/** Bytes of JSON that a request of a channel may have; a name that is no channel may have as many as a usual one. */
export const mostRequestBytes = (name: string): number =>
  Object.hasOwn(limits, name) ? (limits[name as ChannelName] ?? USUAL) : USUAL

/** What a reader is told whose request is longer. */
export const TOO_LONG = 'This holds more than one step can take. Make it shorter and try again.'
