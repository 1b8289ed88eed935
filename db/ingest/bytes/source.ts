// Longer than 300 lines: every way bytes arrive (plain, gzip, transcoded) behind one reader.
import { Buffer, isAscii, isUtf8 } from 'node:buffer'
import { fstatSync, readSync } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { FileRefusal, type RefusalKind } from '../refusal.ts'
import { containsAscii, type Encoding, guessCodePage } from './encodings.ts'
import { CHUNK_BYTES, HEAD_BYTES } from './limits.ts'

/** Bytes to judge a code page by. */
const MOST_SAMPLE = 65_536
/** Bytes outside UTF-8 that leave no doubt of a code page. */
const ENOUGH_BAD = 1 << 18
/** A gzip that grows beyond this many times its size is a bomb, not a table. */
const MOST_GROWTH = 200
/** …unless it stays small all the same. */
const FREE_GROWTH_BYTES = 1 << 28

/** What a file is, before its first record is read. */
export interface Survey {
  readonly encoding: Encoding
  /** bytes of marks before the text: BOM, also a doubly encoded one */
  readonly skip: number
  /** false when a file that is UTF-8 on the whole holds bytes that are not: then each record is looked at */
  readonly sound: boolean
  readonly gzip: boolean
  /** bytes of text, after gzip */
  readonly textBytes: number
  /** the first bytes of the text, in an encoding that contains ASCII, without marks */
  readonly head: Uint8Array
  /** true when {@link head} is the whole text */
  readonly headIsAll: boolean
}

/** A file opened by the host; read by descriptor and position, so that several passes need no second opening. */
export interface FileBytes {
  readonly descriptor: number
  readonly bytes: number
}

/** @throws {FileRefusal} not-csv for anything but a regular file */
export function regularFile(descriptor: number): FileBytes {
  const stat = fstatSync(descriptor)
  if (!stat.isFile())
    throw new FileRefusal('not-csv', 'This is not a regular file (a folder, a device or a pipe). Choose a file.')
  return { descriptor, bytes: stat.size }
}

/** Pieces of a file. The same memory is filled again for each: whoever keeps bytes copies them. */
function* rawChunks(file: FileBytes): Generator<Buffer> {
  let position = 0
  const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES)
  for (;;) {
    const read = readSync(file.descriptor, chunk, 0, CHUNK_BYTES, position)
    if (read === 0) return
    position += read
    yield read === CHUNK_BYTES ? chunk : chunk.subarray(0, read)
  }
}

function* copies(chunks: Iterable<Buffer>): Generator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

/** @throws {FileRefusal} truncated-file when a gzip ends early, binary-content when it is no gzip after all */
async function* unzipped(file: FileBytes): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  const stream = Readable.from(copies(rawChunks(file)), { objectMode: false, highWaterMark: CHUNK_BYTES })
    .on('error', (error) => gunzip.destroy(error))
    .pipe(gunzip)
  let total = 0
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Buffer
      total += bytes.length
      if (total > FREE_GROWTH_BYTES && total > file.bytes * MOST_GROWTH)
        throw new FileRefusal(
          'binary-content',
          `The compressed file grows beyond ${MOST_GROWTH} times its size. Unpack it and look at it first.`,
        )
      yield bytes
    }
  } catch (error) {
    if (error instanceof FileRefusal) throw error
    const cut = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
    throw cut
      ? new FileRefusal('truncated-file', 'The compressed file ends early: the transfer was cut. Fetch it again.', null, null, {
          kind: 'cut-gzip',
        })
      : new FileRefusal('binary-content', 'The compressed file is damaged. Fetch it again.', null, null, {
          kind: 'damaged-gzip',
        })
  }
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

/** The bytes of the text, as the file has them, after gzip. */
function textChunks(file: FileBytes, gzip: boolean): AsyncIterable<Buffer> | Iterable<Buffer> {
  return gzip ? unzipped(file) : rawChunks(file)
}

/**
 * The text in an encoding that contains ASCII, without marks, ready for the splitter. UTF-16 arrives as UTF-8; everything else as it
 * stands. `bytesDone` counts bytes of the text, for progress.
 */
export async function* splittableChunks(file: FileBytes, survey: Survey): AsyncGenerator<Uint8Array> {
  let skip = survey.skip
  const decoder = containsAscii(survey.encoding) ? null : new TextDecoder(survey.encoding)
  for await (const chunk of textChunks(file, survey.gzip)) {
    const rest = skip >= chunk.length ? chunk.subarray(0, 0) : chunk.subarray(skip)
    skip = Math.max(0, skip - chunk.length)
    yield decoder ? Buffer.from(decoder.decode(rest, { stream: true }), 'utf8') : rest
  }
  const tail = decoder?.decode() ?? ''
  if (tail !== '') yield Buffer.from(tail, 'utf8')
}

const DOUBLE_BOM = [0xc3, 0xaf, 0xc2, 0xbb, 0xc2, 0xbf]
const startsWith = (bytes: Uint8Array, mark: readonly number[], from: number): boolean =>
  mark.every((byte, i) => bytes[from + i] === byte)

/** Bytes of UTF-8 marks at the start; a mark may be there twice, or encoded twice (`ï»¿`). */
function utf8Marks(head: Uint8Array): number {
  let at = 0
  for (let round = 0; round < 3; round++) {
    if (startsWith(head, [0xef, 0xbb, 0xbf], at)) at += 3
    else if (startsWith(head, DOUBLE_BOM, at)) at += 6
    else break
  }
  return at
}

/** High bytes of Latin and Cyrillic text in UTF-16; no text of one byte a letter holds them. */
const isHighByte = (byte: number | undefined): boolean => byte === 0 || byte === 4

/**
 * UTF-16 by its mark, or without one by the bytes at every second place.
 * @throws {FileRefusal} undecodable-text for UTF-32
 */
function utf16Of(head: Uint8Array): { readonly encoding: Encoding; readonly skip: number } | null {
  if (startsWith(head, [0xff, 0xfe, 0, 0], 0) || startsWith(head, [0, 0, 0xfe, 0xff], 0))
    throw new FileRefusal('undecodable-text', 'The text is in UTF-32, which is not read here. Save it as UTF-8.')
  if (startsWith(head, [0xff, 0xfe], 0)) return { encoding: 'utf-16le', skip: 2 }
  if (startsWith(head, [0xfe, 0xff], 0)) return { encoding: 'utf-16be', skip: 2 }
  const length = Math.min(head.length, 4096) & ~1
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (isHighByte(head[i])) even++
    if (isHighByte(head[i + 1])) odd++
  }
  const pairs = length / 2
  if (odd > pairs * 0.4 && even < pairs * 0.05) return { encoding: 'utf-16le', skip: 0 }
  if (even > pairs * 0.4 && odd < pairs * 0.05) return { encoding: 'utf-16be', skip: 0 }
  return null
}

const magics: readonly { readonly bytes: readonly number[]; readonly what: string; readonly kind?: RefusalKind }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: 'an Excel workbook or a zip archive: open it and save the sheet as CSV',
    kind: 'workbook',
  },
  { bytes: [0x50, 0x4b, 0x05, 0x06], what: 'an empty zip archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Excel workbook: open it and save the sheet as CSV', kind: 'workbook' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a picture' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: 'an SQLite database' },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: 'a Parquet file' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: 'a zstd archive: unpack it first', kind: 'archive' },
  { bytes: [0x42, 0x5a, 0x68], what: 'a bzip2 archive: unpack it first', kind: 'archive' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58], what: 'an xz archive: unpack it first', kind: 'archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7-zip archive: unpack it first', kind: 'archive' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
]

/** @throws {FileRefusal} binary-content, not-csv by what the first bytes are */
function refuseOtherKinds(head: Uint8Array): void {
  const magic = magics.find(({ bytes }) => startsWith(head, bytes, 0))
  if (magic)
    throw new FileRefusal('binary-content', `The file is ${magic.what}.`, null, null, magic.kind ? { kind: magic.kind } : null)
  const length = Math.min(head.length, 8192)
  let controls = 0
  for (let i = 0; i < length; i++) {
    const byte = head[i] as number
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++
  }
  if (controls > 2 && controls > length * 0.02) throw new FileRefusal('binary-content', 'The file holds binary data, not text.')
}

/** @throws {FileRefusal} not-csv for web pages, XML and JSON */
export function refuseOtherText(head: string): void {
  const start = head.trimStart().slice(0, 200).toLowerCase()
  if (start.startsWith('<!doctype') || start.startsWith('<html') || start.startsWith('<head') || start.startsWith('<body'))
    throw new FileRefusal(
      'not-csv',
      'The file is a web page, perhaps an error message of the server. Fetch the table again.',
      null,
      null,
      {
        kind: 'web-page',
      },
    )
  if (start.startsWith('<'))
    throw new FileRefusal('not-csv', 'The file is XML. Ask the publisher for CSV.', null, null, {
      kind: 'other-text',
      text: 'XML',
    })
  if (/^[[{]\s*(["{[\]}]|$)/.test(start))
    throw new FileRefusal('not-csv', 'The file is JSON. Ask the publisher for CSV.', null, null, {
      kind: 'other-text',
      text: 'JSON',
    })
  if (start.startsWith('%pdf') || start.startsWith('{\\rtf'))
    throw new FileRefusal('not-csv', 'The file is a document, not a table.')
}

/** Gathers evidence on the encoding from every chunk of the text, in constant memory. */
class EncodingSurvey {
  #pending = Buffer.alloc(0)
  #sample: number[] = []
  ascii = true
  utf8 = true
  /** well-formed multi-byte sequences and bytes that belong to none, counted only where a chunk is not UTF-8 */
  good = 0
  bad = 0

  take(chunk: Buffer, last: boolean): void {
    const bytes = this.#pending.length > 0 ? Buffer.concat([this.#pending, chunk]) : chunk
    this.#pending = Buffer.alloc(0)
    if (bytes.length === 0 || isAscii(bytes)) return
    this.ascii = false
    // a sequence cut by the chunk's end waits for the next one
    const whole = last ? bytes.length : bytes.length - cutSequence(bytes)
    this.#pending = Buffer.from(bytes.subarray(whole))
    const part = bytes.subarray(0, whole)
    if (isUtf8(part)) {
      if (this.good < 1000) this.#count(part)
    } else {
      this.utf8 = false
      // a code page has shown itself; more of it says nothing new
      if (this.bad < ENOUGH_BAD || this.bad < this.good) this.#count(part)
    }
  }

  #count(bytes: Buffer): void {
    for (let i = 0; i < bytes.length; ) {
      const byte = bytes[i] as number
      if (byte < 0x80) {
        i++
        continue
      }
      this.#remember(bytes, i)
      const length = sequenceAt(bytes, i)
      if (length > 0) {
        this.good++
        i += length
      } else {
        this.bad++
        i++
      }
    }
  }

  #remember(bytes: Buffer, at: number): void {
    if (this.#sample.length >= MOST_SAMPLE) return
    const before = bytes[at - 1] ?? 32
    if (before < 0x80) this.#sample.push(32, before)
    this.#sample.push(bytes[at] as number)
    const after = bytes[at + 1] ?? 32
    if (after < 0x80) this.#sample.push(after)
  }

  sample(): Uint8Array {
    return Uint8Array.from(this.#sample)
  }
}

/** Bytes of the well-formed sequence of UTF-8 that begins with a byte beyond ASCII (RFC 3629, 4); 0 = none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  if (length === 0 || at + length > bytes.length) return 0
  // the second byte of some is narrower: no longer form of what has a shorter one, no surrogates, nothing beyond U+10FFFF
  const second = bytes[at + 1] as number
  if (second < (first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80)) return 0
  if (second > (first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf)) return 0
  for (let i = at + 2; i < at + length; i++) if (((bytes[i] as number) & 0xc0) !== 0x80) return 0
  return length
}

/** Bytes at the end that begin a multi-byte sequence without finishing it. */
function cutSequence(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

/**
 * Looks at the whole file once, without cutting it: is it text, gzip, and in which encoding.
 *
 * @param wanted the encoding the user or a profile names; null = find out
 * @throws {FileRefusal} empty-file, binary-content, not-csv, undecodable-text, truncated-file
 */
export async function surveyFile(file: FileBytes, wanted: Encoding | null): Promise<Survey> {
  if (file.bytes === 0) throw new FileRefusal('empty-file', 'The file is empty.')
  const magic = Buffer.alloc(2)
  readSync(file.descriptor, magic, 0, 2, 0)
  const gzip = isGzip(magic)
  const evidence = new EncodingSurvey()
  let head: Buffer = Buffer.alloc(0)
  let textBytes = 0
  let utf16: ReturnType<typeof utf16Of> = null
  let looked = false
  for await (const chunk of textChunks(file, gzip)) {
    textBytes += chunk.length
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk])
    if (!looked) {
      utf16 = wanted === null || !containsAscii(wanted) ? utf16Of(head) : null
      if (!utf16 && (wanted === null || containsAscii(wanted))) refuseOtherKinds(head)
      looked = true
    }
    if (utf16) {
      if (!gzip) {
        textBytes = file.bytes
        break
      }
      continue
    }
    evidence.take(chunk, false)
  }
  evidence.take(Buffer.alloc(0), true)
  if (textBytes === 0) throw new FileRefusal('empty-file', 'The file is empty.')
  const encoding = utf16?.encoding ?? decide(evidence, head, wanted)
  const skip = utf16?.skip ?? (encoding === 'utf-8' ? utf8Marks(head) : 0)
  const headIsAll = textBytes <= head.length && textBytes <= HEAD_BYTES
  const cut = head.subarray(skip, headIsAll ? head.length : HEAD_BYTES & ~1)
  return {
    encoding,
    skip,
    sound: encoding !== 'utf-8' || evidence.utf8,
    gzip,
    textBytes,
    head: containsAscii(encoding) ? cut : Buffer.from(new TextDecoder(encoding).decode(cut, { stream: !headIsAll }), 'utf8'),
    headIsAll,
  }
}

function decide(evidence: EncodingSurvey, head: Uint8Array, wanted: Encoding | null): Encoding {
  if (wanted !== null) return wanted
  if (evidence.ascii || evidence.utf8) return 'utf-8'
  const marked = utf8Marks(head) > 0
  // damage inside UTF-8 is far rarer than its sound sequences; a code page gives hardly any such sequence by chance
  if (marked || evidence.good > evidence.bad * 4) return 'utf-8'
  const guess = guessCodePage(evidence.sample())
  if (guess === null || evidence.good > evidence.bad)
    throw new FileRefusal(
      'undecodable-text',
      'The text is in no encoding known here, or in two at once. Save it as UTF-8, or name the encoding.',
    )
  return guess
}
