import { z } from 'zod'

/** What a backup was made before; `hand` = when the user asked. */
export const backupReasons = ['import', 'undo', 'upgrade', 'hand'] as const
export type BackupReason = (typeof backupReasons)[number]

export const backup = z.object({
  number: z.number().int().positive(),
  /** ISO date and time by the machine's clock; null when its note is lost */
  at: z.string().nullable(),
  reason: z.enum(backupReasons).nullable(),
  figures: z.number().nullable(),
  bytes: z.number(),
  /** false = seals of the store were broken already when it was made */
  whole: z.boolean(),
  /** holds the same as the store does now; null when that cannot be said */
  same: z.boolean().nullable(),
})
export type Backup = z.infer<typeof backup>

export const backups = z.object({
  /** newest first, by number */
  backups: z.array(backup),
  /** stores that a restore replaced and that are still kept */
  replaced: z.number().int(),
  /** bytes of all of them */
  bytes: z.number(),
})
export type Backups = z.infer<typeof backups>

export const backupChoice = z.strictObject({ number: z.number().int().positive() })
/** The backup that was made; null when the newest one holds the same already. */
export const backupMade = z.object({ number: z.number().int().positive().nullable() })
export const restored = z.object({ number: z.number().int().positive(), figures: z.number() })
