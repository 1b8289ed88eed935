// Names on a small map stand too close: the ones that matter more keep their place, others move a line or stay away.
import { textWidth } from '../../../charts/core/geometry.ts'

export interface MapLabel {
  readonly id: string
  readonly text: string
  readonly x: number
  /** baseline */
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly weight: number
  /** how far it may move up and down, px, in the order tried; a label that finds no free place is left out */
  readonly moves: readonly number[]
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function boxOf({ text, x, y, anchor, size, weight }: MapLabel, dy: number): Box {
  const width = textWidth(text, size, weight)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  // capitals to descenders, without the air of a line
  return { left, right: left + width, top: y + dy - size * 0.75, bottom: y + dy + size * 0.2 }
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Where each label stands so that no two meet.
 *
 * @param labels from the one that matters most
 * @returns px to move each placed label down, by id; a label without a free place is missing
 */
export function freeLabels(labels: readonly MapLabel[]): ReadonlyMap<string, number> {
  const taken: Box[] = []
  const moved = new Map<string, number>()
  for (const label of labels) {
    const dy = [0, ...label.moves].find((move) => !taken.some((box) => meet(box, boxOf(label, move))))
    if (dy === undefined) continue
    taken.push(boxOf(label, dy))
    moved.set(label.id, dy)
  }
  return moved
}
