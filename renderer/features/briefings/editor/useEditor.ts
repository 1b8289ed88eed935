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
  /** saves what is not in the store yet, at once. @returns false when that failed, and the store has an older text */
  saveNow(): Promise<boolean>
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
  const stored = useRef(briefing.content)
  const left = useRef(false)
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const { id } = briefing

  const keep = useCallback(
    (saved: Briefing): void => {
      stored.current = saved.content
      setVersion(saved.version)
      queries.setQueryData(['briefings.get', { id }], saved)
    },
    [id, queries],
  )
  const saveNow = useCallback((): Promise<boolean> => {
    if (waiting.current !== null) clearTimeout(waiting.current)
    waiting.current = null
    // one after the other, so that an older text never lands on a newer one
    running.current = running.current.then(async () => {
      const sent = latest.current
      if (sent === stored.current) return true
      try {
        const saved = await client['briefings.save']({ id, content: sent })
        keep({ ...saved, content: sent })
        if (latest.current === sent) setSaving({ state: 'saved', at: saved.savedAt })
        void queries.invalidateQueries({ queryKey: ['briefings.list'] })
        return true
      } catch (error) {
        setSaving({ state: 'failed', error: asFailure(error) })
        return false
      }
    })
    return running.current
  }, [client, id, queries, keep])

  const put = useCallback(
    (next: BriefingContent): void => {
      // an answer that comes after the author left must not overwrite what another visit wrote
      if (left.current) return
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
    if (waiting.current !== null) clearTimeout(waiting.current)
    waiting.current = null
    setSteps((known) => [...known.slice(1 - MOST_STEPS), latest.current])
    latest.current = found.content
    setContent(found.content)
    keep(found)
    setSaving({ state: 'saved', at: found.savedAt })
  }
  // a window that is hidden or closed does not wait for the moment to pass
  useEffect(() => {
    const flush = (): void => {
      if (latest.current !== stored.current) void saveNow()
    }
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [saveNow])
  // leaving the screen loses nothing: what is not stored is sent, and the next visit begins with it even while that takes its time
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
      if (latest.current === stored.current) return
      const { current: content } = latest
      queries.setQueryData<Briefing>(['briefings.get', { id }], (known) => (known ? { ...known, content } : known))
      void saveNow()
    }
  }, [id, queries, saveNow])
  return { content, saving, version, change, note, undo: steps.length === 0 ? null : undo, saveNow, replace }
}
