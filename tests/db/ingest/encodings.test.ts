import { describe, expect, it } from 'vitest'
import { codePages } from '../../../db/ingest/bytes/codePages.ts'
import { decoderOf, encodingByName, guessCodePage } from '../../../db/ingest/bytes/encodings.ts'

function encode(text: string, page: keyof typeof codePages): Uint8Array {
  return Uint8Array.from([...text], (c) => (c < '\u0080' ? c.charCodeAt(0) : 128 + codePages[page].indexOf(c)))
}

const russian = 'Товарооборот с Российской Федерацией, Китай, Германия, Узбекистан, млн. долл. США'
const kazakh = 'Қазақстан Республикасының сыртқы саудасы: Ресей, Қытай, Өзбекстан, Түрікменстан'
const french = "Côte d'Ivoire, Curaçao, São Tomé and Príncipe, Réunion"

describe('code pages', () => {
  it.each([
    ['windows-1251', russian, 'windows-1251'],
    ['koi8-r', russian, 'koi8-r'],
    ['cp866', russian, 'cp866'],
    ['kz-1048', kazakh, 'kz-1048'],
    ['windows-1252', french, 'iso-8859-1'],
    ['windows-1252', `${french} – “note”`, 'windows-1252'],
  ] as const)('are told by what the text looks like: %s', (page, text, expected) => {
    expect(guessCodePage(encode(text, page))).toBe(expected)
  })

  it('decode to the text they were made from', () => {
    for (const page of ['windows-1251', 'koi8-r', 'cp866'] as const) {
      const bytes = encode(russian, page)
      expect(decoderOf(page)(bytes, 0, bytes.length)).toBe(russian)
    }
  })

  it('agree with the tables of the runtime where it has them', () => {
    const upper = Uint8Array.from({ length: 128 }, (_, i) => 128 + i)
    for (const page of ['windows-1251', 'koi8-r'] as const) {
      const theirs = [...new TextDecoder(page).decode(upper)]
      const ours = [...codePages[page]]
      expect(ours.filter((c, i) => c !== '\ufffd' && c !== theirs[i])).toEqual([])
    }
  })

  it('are refused when nothing fits', () => {
    expect(guessCodePage(Uint8Array.from([0x81, 0x8d, 0x90, 0x9d, 0x81, 0x98, 0x81]))).toBeNull()
  })

  it('are known under the names people use', () => {
    expect(['UTF-8', 'cp1251', 'Latin-1', 'ibm866', 'KOI8_R', 'utf-16'].map(encodingByName)).toEqual([
      'utf-8',
      'windows-1251',
      'iso-8859-1',
      'cp866',
      'koi8-r',
      'utf-16le',
    ])
    expect(encodingByName('klingon')).toBeNull()
  })
})
