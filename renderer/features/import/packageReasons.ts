import type { ImportReportAnswer } from '../../../electron/shared/contract/schema/imports.ts'

const reasons = [
  'package-damaged',
  'package-unsafe',
  'package-unsigned',
  'package-tampered',
  'package-unknown-signer',
  'package-distrusted',
] as const
export type PackageReason = (typeof reasons)[number]

/** Why a data package was not taken; null for a report of anything else. */
export const packageReasonOf = ({ outcome, reason }: Pick<ImportReportAnswer, 'outcome' | 'reason'>): PackageReason | null =>
  outcome === 'refused' ? (reasons.find((one) => one === reason) ?? null) : null

/** Reasons with a text in the reader's language; what is wrong with a damaged or unsafe file only its own message says. */
export const saysMore = (reason: PackageReason): reason is Exclude<PackageReason, 'package-damaged' | 'package-unsafe'> =>
  reason !== 'package-damaged' && reason !== 'package-unsafe'
