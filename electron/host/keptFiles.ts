// Names of the raw files that a store keeps: content, size, packing. A host reads them before the store is open.
import { readdirSync } from 'node:fs'

/** Folder of the raw files of a store. */
export const filesFolder = (store: string): string => `${store}.files`

/** Name of a kept file. Versions before left the size out. @param ending of the packing, with its dot */
export const keptName = (sha256: string, bytes: number, ending: string): string => `${sha256}.${bytes}.csv${ending}`

const NAME = /^([0-9a-f]{64})(?:\.(\d+))?\.csv(\.\w+)$/

export interface KeptFile {
  readonly name: string
  readonly sha256: string
  /** of the file as it was imported; null = a version before did not say */
  readonly bytes: number | null
  readonly ending: string
}

/** Every raw file that a store keeps; none where there is no folder. */
export function keptFiles(store: string): readonly KeptFile[] {
  let names: readonly string[]
  try {
    names = readdirSync(filesFolder(store))
  } catch {
    return []
  }
  return names.flatMap((name) => {
    const [, sha256, bytes, ending] = NAME.exec(name) ?? []
    if (sha256 === undefined || ending === undefined) return []
    return [{ name, sha256, bytes: bytes === undefined ? null : Number(bytes), ending }]
  })
}

/** False when no file of that size was ever imported, as far as the names say. */
export const mayBeKept = (kept: readonly KeptFile[], bytes: number): boolean =>
  kept.some((file) => file.bytes === null || file.bytes === bytes)
