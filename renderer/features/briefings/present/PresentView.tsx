// A briefing before an audience: on stage, or in the window with notes. Everything can be done by keys.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link as PageLink, useSearchParams } from 'react-router'
import type { BriefingDocument } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { BriefingContent } from '../../../../electron/shared/contract/schema/briefings.ts'
import { useLanguage } from '../../../language/useFormats.ts'
import { useSay } from '../../../language/useSay.ts'
import { useCall, useClient } from '../../../ui/data/client.tsx'
import { StateView } from '../../../ui/parts/StateView.tsx'
import { useAddress } from '../../../ui/view/useAddress.ts'
import { nextPointer, type StageAction } from './keys.ts'
import { NotesWindow } from './NotesWindow.tsx'
import classes from './present.module.css'
import { Stage } from './Stage.tsx'
import { type Shared, useShared } from './useShared.ts'
import { useStageKeys } from './useStageKeys.ts'

const OLDEST = 1950

/** Slides whose base year was changed on stage are composed with it; the others stand as they are. */
function useAsked(content: BriefingContent, document: BriefingDocument, state: Shared): BriefingDocument {
  const current = document.slides[state.at]
  const year = current ? state.baseYears[current.id] : undefined
  const asked = useCall(
    'briefing.compose',
    { content: { ...content, baseYear: year ?? content.baseYear }, language: document.language, only: current?.id ?? '' },
    { enabled: year !== undefined && current !== undefined },
  )
  const answer = asked.state === 'ready' ? asked.value : null
  return useMemo(() => (year !== undefined && answer ? withSlide(document, answer) : document), [document, answer, year])
}

/** A document with one slide composed apart. Its sources were numbered apart too: they take their numbers in the whole. */
function withSlide(document: BriefingDocument, apart: BriefingDocument): BriefingDocument {
  const [other] = apart.slides
  if (!other) return document
  const known = new Set(document.sources.map(({ code }) => code))
  const sources = [...document.sources, ...apart.sources.filter(({ code }) => !known.has(code))]
  const place = new Map(sources.map(({ code }, index) => [code, index + 1]))
  const numbers = other.sources.flatMap((n) => place.get(apart.sources[n - 1]?.code ?? '') ?? [])
  return {
    ...document,
    sources,
    slides: document.slides.map((slide) => (slide.id === other.id ? { ...other, sources: numbers } : slide)),
  }
}

interface Opened {
  readonly id: number
  readonly content: BriefingContent
  readonly document: BriefingDocument
}

function Presentation({ id, content, document: whole }: Opened) {
  const client = useClient()
  const [params, setParams] = useAddress()
  const withNotes = params.get('role') === 'notes'
  const count = whole.slides.length
  const first = Math.min(count, Math.max(1, Number(params.get('slide')) || 1)) - 1
  const start: Shared = {
    at: first,
    black: false,
    dark: false,
    pointer: 'none',
    baseYears: {},
    resets: 0,
    timer: { before: 0, since: null },
  }
  const leave = useCallback((): void => {
    void client['host.present']({ action: 'end', briefing: id })
    if (window.document.fullscreenElement) void window.document.exitFullscreen().catch(() => {})
    if (window.opener === null) window.location.hash = `#/briefings?id=${id}`
    else window.close()
  }, [client, id])
  const turn = useCallback(
    (): void =>
      setParams((now) => {
        const next = new URLSearchParams(now)
        if (next.get('role') === 'notes') next.delete('role')
        else next.set('role', 'notes')
        return next
      }),
    [setParams],
  )
  const link = useShared(id, start, { swap: turn, end: leave }, withNotes || params.get('second') === '1')
  const { state, set } = link
  const document = useAsked(content, whole, state)
  const { slides } = document
  const [grid, setGrid] = useState(false)
  const [help, setHelp] = useState(false)
  const stage = useRef<HTMLDivElement>(null)

  // the clock begins with the talk
  const begun = useRef(false)
  useEffect(() => {
    if (withNotes || begun.current) return
    begun.current = true
    set({ timer: { before: 0, since: Date.now() } })
  }, [withNotes, set])
  useEffect(() => {
    if (withNotes) return
    void client['host.present']({ action: 'start', briefing: id }).then(({ done }) => {
      if (!done) void window.document.documentElement.requestFullscreen?.().catch(() => {})
    })
  }, [client, id, withNotes])

  const go = (to: number): void => set({ at: Math.min(count - 1, Math.max(0, to)), black: false })
  const openSecond = async (): Promise<void> => {
    const { done } = await client['host.present']({ action: 'second', briefing: id })
    if (done) return
    // the browser host: a window of this page beside this one
    window.open(
      `${window.location.pathname}#/present?briefing=${id}&role=notes&slide=${state.at + 1}`,
      'multivector-notes',
      'popup,width=1100,height=720',
    )
  }
  const shiftYear = (by: number): void => {
    const slide = slides[state.at]
    if (!slide?.figure) return
    const year = Math.max(OLDEST, (state.baseYears[slide.id] ?? content.baseYear) + by)
    set({ baseYears: { ...state.baseYears, [slide.id]: year } })
  }
  const leaveStep = (): void => {
    if (help) setHelp(false)
    else if (grid) setGrid(false)
    else if (state.black || state.pointer !== 'none') set({ black: false, pointer: 'none' })
    else {
      link.send('end')
      leave()
    }
  }
  const actions: Readonly<Record<StageAction, () => void>> = {
    next: () => go(state.at + 1),
    back: () => go(state.at - 1),
    first: () => go(0),
    last: () => go(count - 1),
    black: () => set({ black: !state.black }),
    overview: () => setGrid(!grid),
    pointer: () => set({ pointer: nextPointer(state.pointer) }),
    dark: () => set({ dark: !state.dark }),
    notes: () => void openSecond(),
    swap: () => {
      link.send('swap')
      turn()
    },
    timer: () => set({ timer: toggled(state.timer) }),
    reset: () => set({ baseYears: {}, resets: state.resets + 1, pointer: 'none', black: false }),
    chart: () => stage.current?.querySelector<HTMLElement>('[role="application"]')?.focus(),
    earlier: () => shiftYear(-1),
    later: () => shiftYear(1),
    help: () => setHelp(!help),
    full: () => {
      if (window.document.fullscreenElement) void window.document.exitFullscreen()
      else void window.document.documentElement.requestFullscreen?.().catch(() => {})
    },
    leave: leaveStep,
  }
  const typed = useStageKeys(actions, count, (to) => {
    setGrid(false)
    go(to)
  })

  const shown = { document, slides, link, go, typed }
  return withNotes ? (
    <NotesWindow {...shown} act={(action) => actions[action]()} />
  ) : (
    <div ref={stage}>
      <Stage
        {...shown}
        content={content}
        grid={grid}
        help={help}
        act={(action) => actions[action]()}
        closeGrid={() => setGrid(false)}
      />
    </div>
  )
}

/** A standing timer goes on, a running one stands. */
function toggled({ before, since }: Shared['timer']): Shared['timer'] {
  const now = Date.now()
  return since === null ? { before, since: now } : { before: before + (now - since) / 1000, since: null }
}

function Composed({ id, content }: Omit<Opened, 'document'>) {
  const [params] = useSearchParams()
  // another slide in the address is another beginning
  const start = params.get('slide') ?? ''
  const t = useSay('briefings')
  const language = useLanguage()
  const answer = useCall('briefing.compose', { content, language: content.language ?? language })
  return (
    <StateView of={answer} height={600}>
      {(document) =>
        document.slides.length === 0 ? (
          <p className={classes.nothing}>{t('present.empty')}</p>
        ) : (
          <Presentation key={start} id={id} content={content} document={document} />
        )
      }
    </StateView>
  )
}

/** `/present?briefing=1&slide=3`, and with `role=notes` what the speaker alone sees. */
export function PresentView() {
  const t = useSay('briefings')
  const [params] = useSearchParams()
  const id = Number(params.get('briefing'))
  const briefing = useCall('briefings.get', { id }, { enabled: Number.isInteger(id) && id > 0 })
  useEffect(() => {
    document.title = `${t('present.title')} – Multivector`
  }, [t])
  const known = Number.isInteger(id) && id > 0
  // nothing to present: a page with a way back, not a dark room without a door
  const nothing = !known || briefing.state === 'failed'
  return (
    <main className={classes.room} data-nothing={nothing || undefined}>
      {known ? (
        <StateView of={briefing} height={600}>
          {(value) => <Composed id={value.id} content={value.content} />}
        </StateView>
      ) : (
        <p>{t('present.none')}</p>
      )}
      {nothing ? <PageLink to="/briefings">{t('back')}</PageLink> : null}
    </main>
  )
}
