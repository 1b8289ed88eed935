import { Kbd, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import classes from './Shortcuts.module.css'

/** True where a key press writes text. */
const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

const rows = [
  { id: 'search', keys: ['Ctrl', 'K'] },
  { id: 'chartMove', keys: ['left', 'right', 'up', 'down'] },
  { id: 'chartEnds', keys: ['Home', 'End'] },
  { id: 'chartOpen', keys: ['Enter'] },
  { id: 'tableMove', keys: ['up', 'down', 'PgUp', 'PgDn'] },
  { id: 'close', keys: ['Esc'] },
  { id: 'help', keys: ['?'] },
] as const

const turns = { up: 0, right: 90, down: 180, left: 270 } as const
type Direction = keyof typeof turns

/** Drawn, as the typeface has no arrows to the side. */
function Arrow({ to }: { readonly to: Direction }) {
  const { t } = useTranslation('app')
  return (
    <svg
      viewBox="0 0 10 10"
      width={10}
      height={10}
      role="img"
      aria-label={t(`keys.${to}`)}
      style={{ transform: `rotate(${turns[to]}deg)` }}
    >
      <path d="M5 9V1.5M1.8 4.6L5 1.4l3.2 3.2" fill="none" stroke="currentColor" strokeWidth={1.3} />
    </svg>
  )
}

/** The keys of the product, shown on "?". */
export function Shortcuts() {
  const { t } = useTranslation('app')
  const [opened, open] = useState(false)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: going elsewhere closes the list
  useEffect(() => open(false), [pathname])
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return
      event.preventDefault()
      open(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <Modal
      opened={opened}
      onClose={() => open(false)}
      title={t('keys.title')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('dismiss') }}
    >
      <dl className={classes.keys}>
        {rows.map((row) => (
          <div key={row.id} className={classes.row}>
            <dt>{t(`keys.${row.id}`)}</dt>
            <dd>
              {row.keys.map((key) => (
                <Kbd key={key}>{Object.hasOwn(turns, key) ? <Arrow to={key as Direction} /> : key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
