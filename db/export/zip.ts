import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'

interface Entry {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** Sizes stand behind the data, names are UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8
/** 1980-01-01: the same content makes the same file on every day. */
const DATE = 0x0021
const LIMIT = 0xffff_ffff

/** Writes a zip archive entry by entry, in constant memory. Below 4 GB, which every program can read. */
export class ZipWriter {
  readonly #out: WriteStream
  readonly #entries: Entry[] = []
  #offset = 0

  constructor(path: string) {
    this.#out = createWriteStream(path, { mode: 0o600 })
  }

  /** @throws {RangeError} when the archive grows beyond 4 GB */
  async add(name: string, content: Iterable<string>): Promise<void> {
    const bytes = Buffer.from(name, 'utf8')
    const offset = this.#offset
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(FLAGS, 6)
    head.writeUInt16LE(DEFLATED, 8)
    head.writeUInt16LE(DATE, 12)
    head.writeUInt16LE(bytes.length, 26)
    await this.#write(head)
    await this.#write(bytes)
    let crc = 0
    let size = 0
    let packed = 0
    const deflate = createDeflateRaw()
    const drained = (async () => {
      for await (const chunk of deflate) {
        packed += (chunk as Buffer).length
        await this.#write(chunk as Buffer)
      }
    })()
    for (const text of content) {
      const piece = Buffer.from(text, 'utf8')
      crc = crc32(piece, crc)
      size += piece.length
      if (!deflate.write(piece)) await once(deflate, 'drain')
    }
    deflate.end()
    await drained
    if (size > LIMIT || this.#offset > LIMIT) throw new RangeError('the archive grows beyond 4 GB')
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(0x08074b50, 0)
    tail.writeUInt32LE(crc, 4)
    tail.writeUInt32LE(packed, 8)
    tail.writeUInt32LE(size, 12)
    await this.#write(tail)
    this.#entries.push({ name: bytes, crc, packed, size, offset })
  }

  async finish(): Promise<void> {
    const start = this.#offset
    for (const { name, crc, packed, size, offset } of this.#entries) {
      const head = Buffer.alloc(46)
      head.writeUInt32LE(0x02014b50, 0)
      head.writeUInt16LE(20, 4)
      head.writeUInt16LE(20, 6)
      head.writeUInt16LE(FLAGS, 8)
      head.writeUInt16LE(DEFLATED, 10)
      head.writeUInt16LE(DATE, 14)
      head.writeUInt32LE(crc, 16)
      head.writeUInt32LE(packed, 20)
      head.writeUInt32LE(size, 24)
      head.writeUInt16LE(name.length, 28)
      head.writeUInt32LE(offset, 42)
      await this.#write(head)
      await this.#write(name)
    }
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.#entries.length, 8)
    end.writeUInt16LE(this.#entries.length, 10)
    end.writeUInt32LE(this.#offset - start, 12)
    end.writeUInt32LE(start, 16)
    await this.#write(end)
    this.#out.end()
    await once(this.#out, 'close')
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#offset += bytes.length
    if (!this.#out.write(bytes)) await once(this.#out, 'drain')
  }
}
