import type { Queue } from './queue.ts'
import { shareDone, type Words } from './words.ts'

/** Steps of the share that are said aloud: every tenth would talk over the reader. */
const SAID_EVERY = 25

/** Says to those who cannot see it how far the file on screen is, and what became of the others. */
export function Spoken({ queue: { entries, shown }, words }: { readonly queue: Queue; readonly words: Words }) {
  const { t, formats } = words
  const said = entries.flatMap(({ id, file, stage, progress }) => {
    const at = `${file.name}: ${t(`stage.${stage}`)}`
    if (id !== shown) return [at]
    if (stage !== 'reading' && stage !== 'writing') return []
    const share = progress ? Math.floor((shareDone(progress) * 100) / SAID_EVERY) * SAID_EVERY : 0
    return [share > 0 ? `${at}, ${formats.percent(share, 0)}` : at]
  })
  return (
    <p className="visually-hidden" role="status">
      {said.join('. ')}
    </p>
  )
}
