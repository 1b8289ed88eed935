import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BriefingDraft } from '../../../electron/shared/contract/schema/own.ts'
import { useSend } from '../data/client.tsx'
import { IconAction } from '../parts/IconAction.tsx'

export type BriefingContent = Omit<BriefingDraft, 'title'>

const SHOWN_MS = 2500

/** Sets a chart, table or number aside for a briefing: the view that draws it again, and the figures as they stand now. */
export function AddToBriefing({ title, content }: { readonly title: string; readonly content: () => Promise<BriefingContent> }) {
  const { t } = useTranslation('figure')
  const add = useSend('briefing.add', ['briefing.items'])
  const [told, tell] = useState<'added' | 'failed' | null>(null)
  useEffect(() => {
    if (told === null) return
    const timer = setTimeout(() => tell(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [told])
  const [making, setMaking] = useState(false)
  const press = async (): Promise<void> => {
    setMaking(true)
    try {
      await add.mutateAsync({ title, ...(await content()) })
      tell('added')
    } catch {
      tell('failed')
    } finally {
      setMaking(false)
    }
  }
  return (
    <>
      <IconAction
        icon={told === null ? 'add' : told === 'added' ? 'done' : 'failed'}
        hint={t(told ?? 'add')}
        name={t('addNamed', { title })}
        busy={making}
        onClick={() => void press()}
      />
      <span className="visually-hidden" aria-live="polite">
        {told === null ? '' : t(told)}
      </span>
    </>
  )
}
