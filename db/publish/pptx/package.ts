// An Office package: parts, their content types and their relationships, kept together so that none can be forgotten.
// Written here and not by a library: of pptxgenjs 4.0.1, every chart, every paragraph of two runs and every second shape of a slide would have
// to be mended afterwards (third axis id without an axis, repeated paragraph properties, ids used twice), which is more code than the parts.
// the build for browsers: the one for Node declares a `require` of its own, which the bundle of the hosts has already
import { strToU8, zipSync } from 'fflate/browser'

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Relation {
  readonly type: string
  readonly target: string
}

/** `ppt/slides/slide1.xml` to `ppt/slides/_rels/slide1.xml.rels`; the package itself is the empty path. */
const relationsPath = (part: string): string =>
  `${part.slice(0, part.lastIndexOf('/') + 1)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`

/** Kinds of the extensions that occur; every other part names its own. */
const DEFAULTS: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  svg: 'image/svg+xml',
  png: 'image/png',
}

export class OfficePackage {
  readonly #parts = new Map<string, Uint8Array>()
  readonly #kinds = new Map<string, string>()
  readonly #relations = new Map<string, Relation[]>()

  /** @param kind content type; null = that of the file's extension */
  add(path: string, content: string | Uint8Array, kind: string | null): void {
    if (this.#parts.has(path)) throw new Error(`${path} is there already`)
    this.#parts.set(path, typeof content === 'string' ? strToU8(content) : content)
    if (kind !== null) this.#kinds.set(path, kind)
  }

  /**
   * @param from a part, or an empty text for the package
   * @param type full address, or the last part of an Office relationship
   * @param to a part by its path
   * @returns id of the relationship within `from`
   */
  relate(from: string, type: string, to: string): string {
    const list = this.#relations.get(from) ?? []
    list.push({ type: type.includes('/') ? type : `${OFFICE}/${type}`, target: `/${to}` })
    this.#relations.set(from, list)
    return `rId${list.length}`
  }

  /** The package as a zip; the same content makes the same bytes. */
  bytes(): Uint8Array {
    const files: Record<string, Uint8Array> = {}
    const overrides = [...this.#kinds].map(([path, kind]) => `<Override PartName="/${path}" ContentType="${kind}"/>`).join('')
    const used = new Set(['rels', 'xml', ...[...this.#parts.keys()].map((path) => path.slice(path.lastIndexOf('.') + 1))])
    const defaults = Object.entries(DEFAULTS)
      .filter(([extension]) => used.has(extension))
      .map(([extension, kind]) => `<Default Extension="${extension}" ContentType="${kind}"/>`)
      .join('')
    // the list of contents comes first, as readers that stream expect
    files['[Content_Types].xml'] = strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults}${overrides}</Types>`,
    )
    for (const [from, list] of this.#relations) {
      const items = list
        .map(({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
        .join('')
      files[relationsPath(from)] = strToU8(`${XML}<Relationships xmlns="${RELATIONS}">${items}</Relationships>`)
    }
    for (const [path, content] of this.#parts) files[path] = content
    return zipSync(files, { level: 6, mtime: new Date('2000-01-01T00:00:00') })
  }
}
