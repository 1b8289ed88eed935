// Files onto the desk: chosen in a dialog, or dropped anywhere on the screen.
import { useEffect, useState } from 'react'
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import type { ImportDesk } from './desk.ts'

export interface Taking {
  /** files are held over the window */
  readonly over: boolean
  /** why the last ones could not be taken */
  readonly failure: CallFailure | null
  /** opens the dialog; tells whether a file was taken */
  readonly choose: () => Promise<boolean>
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** The whole window takes files while the screen is open: a file let go beside a field must not be lost. */
export function useTaking(desk: ImportDesk): Taking {
  const [over, setOver] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      const files = event.dataTransfer?.files
      if (files && files.length > 0) void desk.drop(files).then(setFailure)
    }
    window.addEventListener('dragover', hold)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hold)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [desk])
  const choose = async (): Promise<boolean> => {
    const before = desk.queue().given
    setFailure(await desk.choose())
    return desk.queue().given > before
  }
  return { over, failure, choose }
}
