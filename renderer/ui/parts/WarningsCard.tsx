import { Card } from './Card.tsx'
import layout from './layout.module.css'

interface Props {
  readonly title: string
  /** what a reader could take wrongly, a sentence or two each */
  readonly warnings: readonly { readonly id: string | number; readonly text: string }[]
}

/** Where a reader of this screen could be misled, all of it; nothing where nobody could. */
export function WarningsCard({ title, warnings }: Props) {
  if (warnings.length === 0) return null
  return (
    <Card title={title}>
      <ul className={layout.care}>
        {warnings.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </Card>
  )
}
