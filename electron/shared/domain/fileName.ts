/** A file name without ending from a title: letters of any script, no sign that a file system minds, at most 80 characters. */
export const safeFileName = (title: string): string =>
  title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trim() || 'multivector'
