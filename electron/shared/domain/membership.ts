// Kinds of belonging to an organisation or club, read from the words of the source.

export const membershipKinds = [
  'member',
  'partner',
  'observer',
  'candidate',
  'participant',
  'agreement',
  'former',
  'invited',
  'none',
] as const
export type MembershipKind = (typeof membershipKinds)[number]

const patterns: readonly (readonly [RegExp, MembershipKind])[] = [
  [/^not a member/, 'none'],
  [/^invited/, 'invited'],
  [/^former|^succeeded|membership ended/, 'former'],
  [/^(associate )?member/, 'member'],
  [/partner$|^partner|^dialogue partner/, 'partner'],
  [/^observer/, 'observer'],
  [/^candidate/, 'candidate'],
  [/^participant/, 'participant'],
  [/^in force|signed|declared|announced/, 'agreement'],
]

/** Kind of a membership; a status that no pattern knows counts as taking part. */
export const membershipKind = (status: string): MembershipKind =>
  patterns.find(([pattern]) => pattern.test(status.toLowerCase()))?.[1] ?? 'participant'
