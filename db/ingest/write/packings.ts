// How kept files are packed. Stores of earlier versions hold gzip; both are read for good.
import zlib from 'node:zlib'

export interface Packing {
  /** of the file's name */
  readonly ending: string
  /** false on a runtime that does not know the format */
  readonly readable: boolean
  /** Packs one piece; packed pieces one behind the other are a file. */
  pack(piece: Uint8Array): Buffer
  /** @throws what the library says of damage */
  unpack(packed: Uint8Array): Buffer
}

/** Memory for one packed piece; figures become a fifth. */
const PACKED_BYTES = 1 << 17
const { constants } = zlib

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
    unpack: (packed) => zlib.zstdDecompressSync(packed),
  },
  gzip: {
    ending: '.gz',
    readable: true,
    pack: (piece) => zlib.gzipSync(piece, { level: constants.Z_BEST_SPEED, chunkSize: PACKED_BYTES }),
    unpack: (packed) => zlib.gunzipSync(packed),
  },
}
