import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** A rectangle on the desktop, in device-independent pixels. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const saved = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximised: z.boolean(),
})
export type WindowState = z.infer<typeof saved>

export const LEAST = { width: 1024, height: 680 } as const
const USUAL = { width: 1440, height: 900 } as const
/** So much of a window must lie on a display for its owner to find and move it. */
const VISIBLE = 120

const overlap = (startA: number, lengthA: number, startB: number, lengthB: number): number =>
  Math.min(startA + lengthA, startB + lengthB) - Math.max(startA, startB)

/**
 * Where a window opens: where it stood, if enough of that place still lies on a display; else in the middle of the first display.
 *
 * @param state what was saved; null at the first start or when the file could not be read
 * @param areas work areas of the displays, the primary one first, at least one
 */
export function placeWindow(state: WindowState | null, areas: readonly Bounds[]): Bounds {
  const [primary = { x: 0, y: 0, ...USUAL }] = areas
  // the size is cut to the display before its place is judged: a smaller window reaches less far
  const sizeOn = (area: Bounds) => ({
    width: Math.min(Math.max(state?.width ?? USUAL.width, LEAST.width), area.width),
    height: Math.min(Math.max(state?.height ?? USUAL.height, LEAST.height), area.height),
  })
  const isSeen = (area: Bounds, { x, y }: WindowState): boolean => {
    const { width, height } = sizeOn(area)
    return overlap(x, width, area.x, area.width) >= VISIBLE && overlap(y, height, area.y, area.height) >= VISIBLE
  }
  const home = state ? areas.find((area) => isSeen(area, state)) : undefined
  const area = home ?? primary
  const size = sizeOn(area)
  // the title bar must stay reachable, so the upper edge never lies above its display
  if (state && home) return { x: state.x, y: Math.max(state.y, area.y), ...size }
  return {
    x: area.x + Math.round((area.width - size.width) / 2),
    y: area.y + Math.round((area.height - size.height) / 2),
    ...size,
  }
}

/** @returns null when there is no such file or it holds something else */
export function readWindowState(file: string): WindowState | null {
  try {
    return saved.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** A window's place is a comfort: when it cannot be written, nothing is said. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(state)}\n`, { mode: 0o600 })
  } catch {
    // a full or read-only disk: the window opens in the middle next time
  }
}
