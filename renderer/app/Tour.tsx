import { Button, CloseButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { useCall, useSend } from '../ui/data/client.tsx'
import { useView } from '../ui/view/useView.ts'
import { searchOf } from '../ui/view/view.ts'
import { screens } from './routes.tsx'
import classes from './Tour.module.css'

/** Each step, the screen it is about and the element it points at. */
const steps = [
  { id: 'headline', path: '/overview', target: '[data-testid="headline"]' },
  { id: 'view', path: '/overview', target: 'header' },
  { id: 'charts', path: '/overview', target: 'main section' },
  { id: 'briefing', path: '/briefings', target: '[data-testid="headline"]' },
  { id: 'import', path: '/import', target: '[data-testid="headline"]' },
  { id: 'store', path: '/help', target: '[data-testid="headline"]' },
] as const
/** A step of a screen that does not exist is not shown. */
const walked = steps.filter(({ path }) => screens.some((screen) => screen.path === path))

const ROOM_PX = 6
/** How often the frame follows its element: screens load, cards move. */
const FOLLOW_MS = 250

/** A frame around the element that a step speaks of; it lies above the page and takes no clicks. */
function Pointer({ target }: { readonly target: string }) {
  const [box, setBox] = useState<DOMRect | null>(null)
  useEffect(() => {
    const look = (): void => setBox(document.querySelector(target)?.getBoundingClientRect() ?? null)
    look()
    const timer = setInterval(look, FOLLOW_MS)
    return () => clearInterval(timer)
  }, [target])
  if (box === null) return null
  const style = {
    left: box.left - ROOM_PX,
    top: box.top - ROOM_PX,
    width: box.width + 2 * ROOM_PX,
    height: box.height + 2 * ROOM_PX,
  }
  return <div className={classes.pointer} style={style} aria-hidden="true" />
}

/**
 * One minute at the first start: six places, one after another, beside a page that stays usable. Skipped or walked, it does not come again.
 */
export function Tour() {
  const { t } = useTranslation('tour')
  const settings = useCall('settings.get', {})
  const info = useCall('host.info', {})
  const send = useSend('settings.set', ['settings.get'])
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const search = searchOf(useView())
  const [index, setIndex] = useState(0)
  const step = walked[index]
  if (settings.state !== 'ready' || settings.value.tourSeen === true || step === undefined) return null
  const end = (): void => {
    setIndex(0)
    send.mutate({ tourSeen: true })
  }
  const go = (to: number): void => {
    const next = walked[to]
    if (next === undefined) {
      end()
      return
    }
    setIndex(to)
    if (next.path !== pathname) void navigate({ pathname: next.path, search })
  }
  const store = info.state === 'ready' ? info.value.store : ''
  return (
    <>
      {pathname === step.path ? <Pointer target={step.target} /> : null}
      <section className={classes.tour} aria-label={t('title')}>
        <div className={classes.head}>
          <span>{t('step', { step: index + 1, steps: walked.length })}</span>
          <CloseButton size="sm" aria-label={t('skip')} onClick={end} />
        </div>
        <div aria-live="polite">
          <h2>{t(`${step.id}.title`)}</h2>
          <p>{step.id === 'store' ? t('store.text', { store }) : t(`${step.id}.text`)}</p>
        </div>
        <div className={classes.buttons}>
          {index === 0 ? (
            <Button variant="default" size="xs" onClick={end}>
              {t('skip')}
            </Button>
          ) : (
            <Button variant="default" size="xs" onClick={() => go(index - 1)}>
              {t('back')}
            </Button>
          )}
          {pathname === step.path ? null : (
            <Button variant="default" size="xs" onClick={() => go(index)}>
              {t('show')}
            </Button>
          )}
          <Button size="xs" onClick={() => go(index + 1)}>
            {index === walked.length - 1 ? t('done') : t('next')}
          </Button>
        </div>
      </section>
    </>
  )
}
