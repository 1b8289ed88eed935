// A briefing under change: every step can be undone, and is saved by itself a moment later.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallFailure } from '../../../../electron/shared/contract/errors.ts'
import type { Briefing, BriefingContent } from '../../../../electron/shared/contract/schema/briefings.ts'
import { asFailure, useClient } from '../../../ui/data/client.tsx'

const SAVE_MS = 700
const MOST_STEPS = 100

export type Saving =
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: CallFailure }

export interface Editor {
  readonly content: BriefingContent
  readonly saving: Saving
  readonly version: number
  /** a change of the author's, to be undone */
  change(next: (content: BriefingContent) => BriefingContent): void
  /** what the program notes by itself (figures as seen): no step to undo */
  note(next: (content: BriefingContent) => BriefingContent): void
  readonly undo: (() => void) | null
  /** saves what waits, at once */
  saveNow(): Promise<void>
  /** another version took the place of what was here */
  replace(briefing: Briefing): void
}

/** A briefing while it is edited: its content, what can be undone, and whether it is saved. */
export function useEditor(briefing: Briefing): Editor {
  const client = useClient()
  const queries = useQueryClient()
  const [content, setContent] = useState(briefing.content)
  const [steps, setSteps] = useState<readonly BriefingContent[]>([])
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: briefing.savedAt })
  const [version, setVersion] = useState(briefing.version)
  const latest = useRef(briefing.content)
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  const running = useRef<Promise<void>>(Promise.resolve())
  const { id } = briefing

  const saveNow = useCallback((): Promise<void> => {
    if (waiting.current !== null) clearTimeout(waiting.current)
    waiting.current = null
    // one after the other, so that an older text never lands on a newer one
    running.current = running.current.then(async () => {
      const sent = latest.current
      try {
        const saved = await client['briefings.save']({ id, content: sent })
        setVersion(saved.version)
        queries.setQueryData(['briefings.get', { id }], saved)
        if (latest.current === sent) setSaving({ state: 'saved', at: saved.savedAt })
        void queries.invalidateQueries({ queryKey: ['briefings.list'] })
      } catch (error) {
        setSaving({ state: 'failed', error: asFailure(error) })
      }
    })
    return running.current
  }, [client, id, queries])

  const put = useCallback(
    (next: BriefingContent): void => {
      latest.current = next
      setContent(next)
      setSaving({ state: 'waiting' })
      if (waiting.current !== null) clearTimeout(waiting.current)
      waiting.current = setTimeout(() => void saveNow(), SAVE_MS)
    },
    [saveNow],
  )
  const change = useCallback<Editor['change']>(
    (next) => {
      const before = latest.current
      const after = next(before)
      if (after === before) return
      setSteps((known) => [...known.slice(1 - MOST_STEPS), before])
      put(after)
    },
    [put],
  )
  const note = useCallback<Editor['note']>((next) => put(next(latest.current)), [put])
  const undo = (): void => {
    const before = steps.at(-1)
    if (!before) return
    setSteps(steps.slice(0, -1))
    put(before)
  }
  const replace = (found: Briefing): void => {
    setSteps((known) => [...known.slice(1 - MOST_STEPS), latest.current])
    latest.current = found.content
    setContent(found.content)
    setVersion(found.version)
    setSaving({ state: 'saved', at: found.savedAt })
  }
  // a window that is hidden or closed does not wait for the moment to pass
  useEffect(() => {
    const flush = (): void => {
      if (waiting.current !== null) void saveNow()
    }
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [saveNow])
  // leaving the screen loses nothing: what waits is sent
  useEffect(
    () => () => {
      if (waiting.current !== null) {
        clearTimeout(waiting.current)
        void client['briefings.save']({ id, content: latest.current }).finally(() => {
          void queries.invalidateQueries({ queryKey: ['briefings.get'] })
          void queries.invalidateQueries({ queryKey: ['briefings.list'] })
        })
      }
    },
    [client, id, queries],
  )
  return { content, saving, version, change, note, undo: steps.length === 0 ? null : undo, saveNow, replace }
}
