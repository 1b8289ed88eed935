// How much of a hostile file is believed. Every bound keeps memory constant and stands far above what a publisher sends.

/** Columns of one record; a wide daily series of forty years has 14,610. */
export const MOST_COLUMNS = 16_384
/** Bytes of one field, as the file writes them. */
export const MOST_FIELD_BYTES = 131_072
/** Bytes of one record, quoted line ends included. */
export const MOST_RECORD_BYTES = 4_194_304
/** Bytes from the start of a file that decide on delimiter, header and marks. */
export const HEAD_BYTES = 1_048_576
/** A refused file larger than that is not read to its end for the sake of its checksum: a refusal comes at once. */
export const MOST_BYTES_TO_HASH_REFUSED = 268_435_456
/** Bytes read at once. */
export const CHUNK_BYTES = 1_048_576
