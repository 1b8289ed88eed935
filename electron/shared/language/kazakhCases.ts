// Kazakh case endings by rule: the vowel of the last syllable chooses back or front, the last sound chooses the consonant.
// Written for names of countries and titles; abbreviations take a hyphen and are given in the data.

export type KazakhCase = 'genitive' | 'dative' | 'accusative' | 'locative' | 'ablative' | 'instrumental'

const BACK = 'аоұыуяёю'
const FRONT = 'әөүіеиэ'
const VOWELS = BACK + FRONT
const NASALS = 'мнң'
const SONORANTS = 'рлйу'
const VOICED = 'зж'
const VOICELESS = 'пфкқтсшщчцхһбвгд'

type Sound = 'vowel' | 'nasal' | 'sonorant' | 'voiced' | 'voiceless'

function soundOf(letter: string, before: string): Sound {
  // у and и after a vowel are consonants
  if (letter === 'у' && VOWELS.includes(before)) return 'sonorant'
  if (VOWELS.includes(letter)) return 'vowel'
  if (NASALS.includes(letter)) return 'nasal'
  if (SONORANTS.includes(letter)) return 'sonorant'
  if (VOICED.includes(letter)) return 'voiced'
  return VOICELESS.includes(letter) ? 'voiceless' : 'voiceless'
}

/** First form after back vowels, second after front ones; instrumental does not follow harmony. */
const endings: Readonly<Record<KazakhCase, Readonly<Record<Sound, readonly [string, string]>>>> = {
  genitive: {
    vowel: ['ның', 'нің'],
    nasal: ['ның', 'нің'],
    sonorant: ['дың', 'дің'],
    voiced: ['дың', 'дің'],
    voiceless: ['тың', 'тің'],
  },
  dative: { vowel: ['ға', 'ге'], nasal: ['ға', 'ге'], sonorant: ['ға', 'ге'], voiced: ['ға', 'ге'], voiceless: ['қа', 'ке'] },
  accusative: { vowel: ['ны', 'ні'], nasal: ['ды', 'ді'], sonorant: ['ды', 'ді'], voiced: ['ды', 'ді'], voiceless: ['ты', 'ті'] },
  locative: { vowel: ['да', 'де'], nasal: ['да', 'де'], sonorant: ['да', 'де'], voiced: ['да', 'де'], voiceless: ['та', 'те'] },
  ablative: {
    vowel: ['дан', 'ден'],
    nasal: ['нан', 'нен'],
    sonorant: ['дан', 'ден'],
    voiced: ['дан', 'ден'],
    voiceless: ['тан', 'тен'],
  },
  instrumental: {
    vowel: ['мен', 'мен'],
    nasal: ['мен', 'мен'],
    sonorant: ['мен', 'мен'],
    voiced: ['бен', 'бен'],
    voiceless: ['пен', 'пен'],
  },
}

/**
 * A Kazakh name in a case.
 *
 * @param name in the nominative; an ending that is already a possessive (Құрама Штаттары) is not recognised: give such forms in the data
 */
export function declineKazakh(name: string, grammaticalCase: KazakhCase): string {
  const letters = [...name.toLowerCase()].filter((letter) => /\p{L}/u.test(letter))
  const last = letters.at(-1)
  if (last === undefined) return name
  const sound = soundOf(last, letters.at(-2) ?? '')
  const vowel = letters.findLast((letter) => VOWELS.includes(letter)) ?? 'а'
  const [back, front] = endings[grammaticalCase][sound]
  return name + (FRONT.includes(vowel) ? front : back)
}
