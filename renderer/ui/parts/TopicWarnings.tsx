import { useLanguage } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useCall } from '../data/client.tsx'
import { useView } from '../view/useView.ts'
import classes from './parts.module.css'

/** Where a reader of this screen could be misled: the warnings of the data's notes for the reporter and partners on screen, folded. */
export function TopicWarnings({ topic, partners }: { readonly topic: string; readonly partners: readonly string[] }) {
  const t = useSay('figure')
  const language = useLanguage()
  const { reporter } = useView()
  const answer = useCall('warnings.list', { topic, reporter, partners: [...partners].slice(0, 10) })
  if (answer.state !== 'ready' || answer.value.length === 0) return null
  return (
    <details className={classes.warnings}>
      <summary>{t('warnings', { count: answer.value.length })}</summary>
      <ul>
        {answer.value.map((warning) => (
          <li key={warning.id}>{warning.text[language]}</li>
        ))}
      </ul>
    </details>
  )
}
