// Figures of slides as they were last seen: taken at first sight, and again when the author asks.
import { useEffect, useRef, useState } from 'react'
import type { CallFailure } from '../../../../electron/shared/contract/errors.ts'
import type { BriefingContent, BriefingEntry } from '../../../../electron/shared/contract/schema/briefings.ts'
import type { Language } from '../../../language/languages.ts'
import { asFailure, useClient } from '../../../ui/data/client.tsx'
import type { Editor } from './useEditor.ts'

/** New slides come one after another: their figures are asked for once the author rests. */
const REST_MS = 450

/** Slides never refreshed take the figures of today as seen, so that a later import can be told from them. */
export function useFirstSight(editor: Editor, language: Language): void {
  const client = useClient()
  const { content, note } = editor
  const fresh = content.entries.filter((entry) => entry.seen === null).map((entry) => entry.id)
  const key = fresh.join()
  const latest = useRef(content)
  latest.current = content
  useEffect(() => {
    if (key === '') return
    let gone = false
    const timer = setTimeout(async () => {
      const sent = latest.current
      const { entries } = await client['briefing.refresh']({
        content: { ...sent, language: sent.language ?? language },
        entries: key.split(','),
        // what cannot be seen now is asked for again with the next new slide
      }).catch(() => ({ entries: [] }))
      if (gone) return
      const seen = new Map(entries.map((entry) => [entry.id, entry.seen]))
      note((now) => ({
        ...now,
        entries: now.entries.map((entry) => (entry.seen === null ? { ...entry, seen: seen.get(entry.id) ?? null } : entry)),
      }))
    }, REST_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [key, client, language, note])
}

type Seen = Pick<BriefingEntry, 'id' | 'seen'>

/** The briefing with these slides as seen now; a slide for which there are no figures keeps what was seen. */
export const withSeen = (content: BriefingContent, ids: readonly string[], entries: readonly Seen[]): BriefingContent => {
  const seen = new Map(entries.map((one) => [one.id, one.seen]))
  return {
    ...content,
    entries: content.entries.map((one) => (ids.includes(one.id) ? { ...one, seen: seen.get(one.id) ?? one.seen } : one)),
  }
}

/** Takes the figures of today as seen, as a step that can be undone; why that failed the last time, else null. */
export function useRefresh(editor: Pick<Editor, 'content' | 'change'>, language: Language) {
  const client = useClient()
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const ask = async (ids: readonly string[]): Promise<void> => {
    try {
      const { entries } = await client['briefing.refresh']({ content: { ...editor.content, language }, entries: [...ids] })
      setFailure(null)
      editor.change((now) => withSeen(now, ids, entries))
    } catch (error) {
      setFailure(asFailure(error))
    }
  }
  return { failure, refresh: (ids: readonly string[]): void => void ask(ids) }
}
