/** Names that Windows keeps for devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** A file name without ending from a title: letters of any script, no sign that a file system minds, no device, at most 80 characters. */
export const safeFileName = (title: string): string =>
  [
    ...title
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N} ._-]/gu, '')
      .replaceAll(/\s+/g, ' ')
      .replace(/^[. ]+|[. ]+$/g, ''),
  ]
    // by letters: half of a pair of surrogates is no text
    .slice(0, 80)
    .join('')
    .trim()
    .replace(DEVICE, '$&_') || 'multivector'
