// How kept files are packed. Stores of earlier versions hold gzip; both are read for good.
import type { Transform } from 'node:stream'
import zlib from 'node:zlib'

/** A stage of a pipeline: packed bytes in pieces of any length in, what they hold out. */
type Unpacker = Transform | ((packed: AsyncIterable<Buffer>) => AsyncIterable<Buffer>)

export interface Packing {
  /** of the file's name */
  readonly ending: string
  /** false on a runtime that does not know the format */
  readonly readable: boolean
  /** Packs one piece; packed pieces one behind the other are a file. */
  pack(piece: Uint8Array): Buffer
  /** Fails with what the library says of damage. */
  unpacker(): Unpacker
}

/** Memory for one packed piece; figures become a fifth. */
const PACKED_BYTES = 1 << 17
const { constants } = zlib

const FRAME_MAGIC = 0xfd2fb528
const MOST_FRAME_BYTES = 1 << 24

/**
 * Length of the frame of zstd at the beginning (RFC 8878, 3.1.1): its header, its blocks, its checksum.
 *
 * @returns null where more bytes are needed to tell
 * @throws where no frame begins
 */
function frameLength(bytes: Buffer): number | null {
  if (bytes.length < 5) return null
  const flags = bytes.readUInt8(4)
  if (bytes.readUInt32LE(0) !== FRAME_MAGIC) throw new Error('no frame of zstd')
  const single = (flags >> 5) & 1
  const dictionary = (1 << (flags & 3)) >> 1
  const size = flags >> 6 === 0 ? single : 1 << (flags >> 6)
  let at = 6 - single + dictionary + size
  for (let last = false; !last; ) {
    if (at + 3 > bytes.length) return null
    const block = bytes.readUIntLE(at, 3)
    const repeated = ((block >> 1) & 3) === 1
    at += 3 + (repeated ? 1 : block >> 3)
    last = (block & 1) === 1
  }
  at += flags & 4
  return at <= bytes.length ? at : null
}

/** Frame by frame: Node's own stream ends without a word behind a frame whose end meets no end of its buffers. */
async function* unpackFrames(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of packed) {
    rest = Buffer.concat([rest, piece])
    for (let length = frameLength(rest); length !== null; length = frameLength(rest)) {
      yield zlib.zstdDecompressSync(rest.subarray(0, length), { chunkSize: PACKED_BYTES })
      rest = rest.subarray(length)
    }
    if (rest.length > MOST_FRAME_BYTES) throw new Error('a frame without an end')
  }
  if (rest.length > 0) throw new Error('cut off')
}

export const packings: { readonly zstd: Packing; readonly gzip: Packing } = {
  zstd: {
    ending: '.zst',
    readable: typeof zlib.zstdDecompressSync === 'function',
    pack: (piece) =>
      zlib.zstdCompressSync(piece, {
        chunkSize: PACKED_BYTES,
        params: {
          [constants.ZSTD_c_compressionLevel]: 1,
          [constants.ZSTD_c_checksumFlag]: 1,
          [constants.ZSTD_c_windowLog]: 17,
        },
      }),
    unpacker: () => unpackFrames,
  },
  gzip: {
    ending: '.gz',
    readable: true,
    pack: (piece) => zlib.gzipSync(piece, { level: constants.Z_BEST_SPEED, chunkSize: PACKED_BYTES }),
    unpacker: () => zlib.createGunzip({ chunkSize: PACKED_BYTES }),
  },
}
