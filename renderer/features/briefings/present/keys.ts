// What the keys of a presentation do. Pure: the same for the stage, the window with notes and a clicker, which sends page keys.

export const stageActions = [
  'next',
  'back',
  'first',
  'last',
  'black',
  'overview',
  'pointer',
  'dark',
  'notes',
  'swap',
  'timer',
  'reset',
  'chart',
  'earlier',
  'later',
  'help',
  'full',
  'leave',
] as const
export type StageAction = (typeof stageActions)[number]

const byKey: Readonly<Record<string, StageAction>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  o: 'overview',
  g: 'overview',
  l: 'pointer',
  d: 'dark',
  n: 'notes',
  w: 'swap',
  t: 'timer',
  r: 'reset',
  c: 'chart',
  '-': 'earlier',
  '+': 'later',
  '=': 'later',
  '?': 'help',
  f: 'full',
  F5: 'full',
  Escape: 'leave',
}

/** Places of letters on the keyboard, so that a Russian or Kazakh layout does not change what a key does. */
const byCode: Readonly<Record<string, string>> = Object.fromEntries(
  'bogldnwtrcf'.split('').map((letter) => [`Key${letter.toUpperCase()}`, letter]),
)

export interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** What a key asks for; a digit is part of a number that Enter ends. Null = nothing of ours. */
export function actionOf(event: Pressed): StageAction | { readonly digit: string } | 'jump' | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (/^\d$/.test(event.key)) return { digit: event.key }
  if (event.key === 'Enter') return 'jump'
  return byKey[event.key] ?? byKey[byCode[event.code] ?? ''] ?? null
}

/** The slide that a typed number names, from 0; null when there is none of that number. */
export function slideNumbered(typed: string, count: number): number | null {
  const n = Number(typed)
  return typed !== '' && Number.isInteger(n) && n >= 1 && n <= count ? n - 1 : null
}

export type Pointer = 'none' | 'laser' | 'spotlight'
/** L goes through them in turn. */
export const nextPointer = (pointer: Pointer): Pointer =>
  pointer === 'none' ? 'laser' : pointer === 'laser' ? 'spotlight' : 'none'

/** Minutes and seconds, with hours from the first on: 04:09, 1:02:03. */
export function timerText(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
}
