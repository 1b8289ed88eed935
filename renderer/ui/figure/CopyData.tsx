import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { twinText } from '../../charts/core/twin.ts'
import { copyText } from '../parts/copyText.ts'
import { IconAction } from '../parts/IconAction.tsx'
import type { Twin } from './TwinTable.tsx'

const SHOWN_MS = 2500

/** Puts the figures of a card on the clipboard as a table for a spreadsheet: unrounded, with a decimal point. */
export function CopyData({ title, twin }: { readonly title: string; readonly twin: Twin }) {
  const { t } = useTranslation('figure')
  const [told, tell] = useState<'copied' | 'notCopied' | null>(null)
  useEffect(() => {
    if (told === null) return
    const timer = setTimeout(() => tell(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [told])
  return (
    <>
      <IconAction
        icon={told === null ? 'copy' : told === 'copied' ? 'done' : 'failed'}
        hint={t(told ?? 'copy')}
        name={t('copyNamed', { title })}
        onClick={() => tell(copyText(twinText(twin)) ? 'copied' : 'notCopied')}
      />
      <span className="visually-hidden" aria-live="polite">
        {told === null ? '' : t(told)}
      </span>
    </>
  )
}
