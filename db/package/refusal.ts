import type { PackageSigner } from '../../electron/shared/contract/schema/packages.ts'

/** Why a data package is not taken. */
export type PackageReason =
  | 'package-damaged'
  | 'package-unsafe'
  | 'package-unsigned'
  | 'package-tampered'
  | 'package-unknown-signer'
  | 'package-distrusted'

/** A data package that is not taken. Nothing of it was written. */
export class PackageRefusal extends Error {
  readonly reason: PackageReason
  /** who signed it, when the signature holds */
  readonly signer: PackageSigner | null

  constructor(reason: PackageReason, message: string, signer: PackageSigner | null = null) {
    super(message)
    this.name = 'PackageRefusal'
    this.reason = reason
    this.signer = signer
  }
}
