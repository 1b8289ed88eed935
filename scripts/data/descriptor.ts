import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The part of Frictionless Table Schema that the bundled tables use. */
export interface Field {
  readonly name: string
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'year' | 'array'
  readonly description?: string
  readonly constraints?: {
    readonly required?: boolean
    readonly unique?: boolean
    readonly pattern?: string
    readonly enum?: readonly (string | number)[]
    readonly minimum?: number
    readonly maximum?: number
  }
}
export interface ForeignKey {
  readonly fields: string
  readonly reference: { readonly resource: string; readonly fields: string }
}
export interface TableSchema {
  readonly fields: readonly Field[]
  readonly primaryKey?: string | readonly string[]
  readonly foreignKeys?: readonly ForeignKey[]
}
export interface Resource {
  readonly name: string
  readonly path: string
  readonly format: string
  readonly bytes: number
  readonly hash: string
  readonly schema?: TableSchema
}
/** A Frictionless Data Package (v1) as far as the scripts read it; what they do not name they leave as it is. */
export interface Descriptor {
  readonly version: string
  readonly created: string
  readonly sources: readonly { readonly title: string; readonly path?: string }[]
  readonly resources: readonly Resource[]
}

/** Folder of the bundled data package. */
export const dataFolder = fileURLToPath(new URL('../../resources/data/', import.meta.url))

/** A file of the data package as text. */
export const readText = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8')

/** The descriptor of the data package. */
export const readDescriptor = (folder: string): Descriptor => JSON.parse(readText(folder, 'datapackage.json')) as Descriptor

/** Files that hold observations, in the order in which they are loaded. */
export const observationNames = ['trade', 'investment', 'sentiment', 'politics', 'corridors', 'macro'] as const
