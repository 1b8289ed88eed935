import { Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { useHost } from '../ui/data/client.tsx'
import { EvidenceDrawer } from '../ui/evidence/EvidenceDrawer.tsx'
import { EvidenceProvider } from '../ui/evidence/evidence.tsx'
import { PageSlots } from '../ui/page/Page.tsx'
import { useSettled } from '../ui/page/useSettled.ts'
import { Palette, SearchButton } from './Palette.tsx'
import classes from './Shell.module.css'
import { Shortcuts } from './Shortcuts.tsx'
import { Sidebar } from './Sidebar.tsx'
import { Tour } from './Tour.tsx'
import { useKeptFocus } from './useKeptFocus.ts'
import { useLightPaper } from './useLightPaper.ts'

/** Menu items, a second start and opened files ask the page to go somewhere. */
function useHostRequests(): void {
  const host = useHost()
  const navigate = useNavigate()
  useEffect(() => host.onEvent('view.open', ({ path }) => void navigate(path)), [host, navigate])
}

/** Tells once that a thread was lost and started again. */
function Restarted() {
  const host = useHost()
  const { t } = useTranslation('app')
  const [told, tell] = useState(false)
  useEffect(() => host.onEvent('worker.restarted', () => tell(true)), [host])
  if (!told) return null
  return (
    <div className={classes.notice} role="status">
      {t('restarted')}
      <button type="button" className={classes.dismiss} onClick={() => tell(false)}>
        {t('dismiss')}
      </button>
    </div>
  )
}

/** Sidebar, top bar and the screen. Going to another screen moves the focus to its content, so that a keyboard starts at the top. */
export function Shell() {
  const { t } = useTranslation('app')
  const { pathname } = useLocation()
  const [pickers, setPickers] = useState<HTMLElement | null>(null)
  const [actions, setActions] = useState<HTMLElement | null>(null)
  const main = useRef<HTMLElement>(null)
  const arrived = useRef(pathname)
  useHostRequests()
  useLightPaper()
  useKeptFocus(main)
  const settled = useSettled()
  useEffect(() => {
    if (arrived.current === pathname) return
    arrived.current = pathname
    main.current?.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <EvidenceProvider>
      <div className={classes.shell}>
        <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
          {t('skip')}
        </button>
        <Sidebar />
        <div className={classes.column}>
          <header className={classes.topbar}>
            <div className={classes.pickers} ref={setPickers} />
            <div className={classes.actions}>
              <SearchButton />
              <div className={classes.slot} ref={setActions} />
            </div>
          </header>
          <Restarted />
          <main id="content" className={classes.main} ref={main} tabIndex={-1}>
            <PageSlots pickers={pickers} actions={actions}>
              <Suspense fallback={<div className={classes.wait} role="status" aria-label={t('loading')} />}>
                <Outlet />
              </Suspense>
            </PageSlots>
          </main>
        </div>
        <EvidenceDrawer />
        <Palette />
        <Shortcuts />
        {settled ? <Tour /> : null}
      </div>
    </EvidenceProvider>
  )
}
