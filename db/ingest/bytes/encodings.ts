import { Buffer } from 'node:buffer'
import { type Encoding, encodings } from '../../../electron/shared/domain/csvFile.ts'
import { type CodePage, codePages } from './codePages.ts'

export type { Encoding }

const otherNames: ReadonlyMap<string, Encoding> = new Map(
  Object.entries({
    utf8: 'utf-8',
    ascii: 'utf-8',
    'us-ascii': 'utf-8',
    'utf-8-sig': 'utf-8',
    'utf-16': 'utf-16le',
    utf16: 'utf-16le',
    utf16le: 'utf-16le',
    utf16be: 'utf-16be',
    'utf-16-le': 'utf-16le',
    'utf-16-be': 'utf-16be',
    cp1251: 'windows-1251',
    win1251: 'windows-1251',
    '1251': 'windows-1251',
    kz1048: 'kz-1048',
    'strk1048-2002': 'kz-1048',
    rk1048: 'kz-1048',
    koi8r: 'koi8-r',
    koi8: 'koi8-r',
    ibm866: 'cp866',
    '866': 'cp866',
    cp1252: 'windows-1252',
    latin1: 'iso-8859-1',
    'latin-1': 'iso-8859-1',
    'iso8859-1': 'iso-8859-1',
  } satisfies Readonly<Record<string, Encoding>>),
)

/** The encoding a user or a profile names, or null. */
export function encodingByName(name: string): Encoding | null {
  const folded = name.trim().toLowerCase().replaceAll('_', '-')
  return encodings.find((known) => known === folded) ?? otherNames.get(folded) ?? null
}

/** Turns a range of bytes into text. */
export type Decode = (bytes: Uint8Array, start: number, end: number) => string

const pageOf = (encoding: Encoding): CodePage | null =>
  encoding === 'iso-8859-1' ? 'windows-1252' : encoding in codePages ? (encoding as CodePage) : null

/** True when the bytes can be cut into fields as they are: every ASCII byte means itself. */
export const containsAscii = (encoding: Encoding): boolean => !encoding.startsWith('utf-16')

/**
 * A decoder for bytes as the splitter sees them. UTF-16 never reaches it: such files are turned into UTF-8 while they are read.
 * A byte without a meaning becomes U+FFFD, which no number, period or area contains.
 */
export function decoderOf(encoding: Encoding): Decode {
  const page = pageOf(encoding)
  if (!page) {
    // the same memory is read from again and again
    let seen: Uint8Array | null = null
    let view = Buffer.alloc(0)
    return (bytes, start, end) => {
      if (bytes !== seen) {
        seen = bytes
        view = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length)
      }
      return view.toString('utf8', start, end)
    }
  }
  const upper = codePages[page]
  return (bytes, start, end) => {
    let text = ''
    for (let i = start; i < end; i++) {
      const byte = bytes[i] as number
      text += byte < 128 ? String.fromCharCode(byte) : upper.charAt(byte - 128)
    }
    return text
  }
}

/** Commonest letters of Russian and Kazakh running text, most frequent first; the score falls with the place. */
const russianLetters = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'
const kazakhLetters = 'әғқңөұүһі'
const isCyrillicLower = (c: string): boolean => (c >= 'а' && c <= 'я') || c === 'ё' || kazakhLetters.includes(c)
const isCyrillicUpper = (c: string): boolean => (c >= 'А' && c <= 'Я') || c === 'Ё' || kazakhLetters.toUpperCase().includes(c)
const isLatin = (c: string): boolean => /[A-Za-z]/.test(c)

/** How much a reading looks like Cyrillic words, per letter above ASCII; about 1 for a right guess, below 0 for a wrong one. */
function cyrillicScore(text: string): number {
  let score = 0
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if (c < '\u0080') continue
    letters++
    const before = text.charAt(i - 1)
    if (isCyrillicLower(c)) {
      const place = russianLetters.indexOf(c)
      score += place < 0 ? 0.6 : 1.4 - place / 20
      if (isLatin(before)) score -= 1
    } else if (isCyrillicUpper(c)) {
      // a capital after a small letter is what a wrong code page looks like
      // words in capitals are weighed by their letters too: КАЗАХСТАН is a word, ЙЮГЮУЯРЮМ is not
      const place = russianLetters.indexOf(c.toLowerCase())
      score += isCyrillicLower(before) ? -2 : isLatin(before) ? -0.5 : place < 0 ? 0.4 : (1.4 - place / 20) * 0.75
    } else if ('№«»—–…°\u00a0’‘“”'.includes(c)) score += 0.2
    else score -= 2
  }
  return letters === 0 ? 0 : score / letters
}

/** How much a reading looks like western European words: accented letters stand alone among plain ones. */
function latinScore(text: string): number {
  let score = 0
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if (c < '\u0080') continue
    letters++
    const beside = isLatin(text.charAt(i - 1)) || isLatin(text.charAt(i + 1))
    if (/\p{Script=Latin}/u.test(c)) score += beside ? 1 : -0.6
    else if ('\u00a0’‘“”–—…°€£§«»·'.includes(c)) score += 0.4
    else score -= 1.5
  }
  return letters === 0 ? 0 : score / letters
}

/** Below this a code page is a guess we do not make. */
const LEAST_SCORE = 0.15

/**
 * The code page of bytes that are not UTF-8, judged by what each reading looks like.
 *
 * @param sample lines that hold bytes above 7F
 * @returns null when no reading looks like a language
 */
export function guessCodePage(sample: Uint8Array): Encoding | null {
  const read = (page: CodePage): string => decoderOf(page)(sample, 0, sample.length)
  const candidates: { encoding: Encoding; score: number }[] = [
    { encoding: 'windows-1251', score: cyrillicScore(read('windows-1251')) },
    { encoding: 'kz-1048', score: cyrillicScore(read('kz-1048')) },
    { encoding: 'koi8-r', score: cyrillicScore(read('koi8-r')) },
    { encoding: 'cp866', score: cyrillicScore(read('cp866')) },
    { encoding: 'windows-1252', score: latinScore(read('windows-1252')) },
  ]
  let best = candidates[0]
  for (const candidate of candidates) if (best === undefined || candidate.score > best.score) best = candidate
  if (best === undefined || best.score < LEAST_SCORE) return onlySigns(sample)
  if (best.encoding !== 'windows-1252') return best.encoding
  return sample.some((byte) => byte >= 0x80 && byte <= 0x9f) ? 'windows-1252' : 'iso-8859-1'
}

/** Files whose only bytes above ASCII are no-break spaces or dashes read the same in every Windows code page. */
function onlySigns(sample: Uint8Array): Encoding | null {
  const signs = new Set([0xa0, 0x96, 0x97, 0x85, 0x91, 0x92, 0x93, 0x94, 0xab, 0xbb, 0xb0, 0xa7])
  return sample.every((byte) => byte < 0x80 || signs.has(byte)) ? 'windows-1252' : null
}
