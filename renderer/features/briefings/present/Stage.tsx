import { type PointerEvent, useEffect, useState } from 'react'
import type { BriefingDocument, DocumentSlide } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { BriefingContent } from '../../../../electron/shared/contract/schema/briefings.ts'
import { type Say, useSay } from '../../../language/useSay.ts'
import { LiveFigure } from '../slide/LiveFigure.tsx'
import { SLIDE, Slide } from '../slide/Slide.tsx'
import { type StageAction, stageActions, timerText } from './keys.ts'
import classes from './present.module.css'
import { useClock } from './useClock.ts'
import type { Link } from './useShared.ts'

export interface Shown {
  readonly document: BriefingDocument
  readonly slides: readonly DocumentSlide[]
  readonly link: Link
  readonly go: (to: number) => void
  /** digits of a number that Enter will end */
  readonly typed: string
}

interface Props extends Shown {
  readonly content: BriefingContent
  readonly grid: boolean
  readonly help: boolean
  readonly act: (action: StageAction) => void
  readonly closeGrid: () => void
}

/** The largest slide that fits the window. */
const widest = (): number => Math.floor(Math.min(window.innerWidth, (window.innerHeight * SLIDE.width) / SLIDE.height))

/** {@link widest} as the window changes. */
function useFit(): number {
  const [width, setWidth] = useState(widest)
  useEffect(() => {
    const listen = (): void => setWidth(widest())
    window.addEventListener('resize', listen)
    return () => window.removeEventListener('resize', listen)
  }, [])
  return width
}

const IDLE_MS = 2500

/** A pointer that stands still hides after a moment. */
function usePlace() {
  const [place, setPlace] = useState<{ readonly x: number; readonly y: number } | null>(null)
  useEffect(() => {
    if (place === null) return
    const timer = setTimeout(() => setPlace(null), IDLE_MS)
    return () => clearTimeout(timer)
  }, [place])
  return [place, (event: PointerEvent) => setPlace({ x: event.clientX, y: event.clientY })] as const
}

function Help({ t }: { readonly t: Say<'briefings'> }) {
  return (
    <div className={classes.help} role="dialog" aria-label={t('present.help')}>
      <h2 className={classes.helpTitle}>{t('present.help')}</h2>
      <dl>
        {stageActions.map((action) => (
          <div key={action}>
            <dt>{t(`present.key.${action}`)}</dt>
            <dd>{t(`present.does.${action}`)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('present.key.jump')}</dt>
          <dd>{t('present.does.jump')}</dd>
        </div>
      </dl>
    </div>
  )
}

function Grid({ document, slides, link, go, closeGrid }: Pick<Props, 'document' | 'slides' | 'link' | 'go' | 'closeGrid'>) {
  const t = useSay('briefings')
  return (
    <div className={classes.grid} role="dialog" aria-label={t('present.does.overview')}>
      {slides.map((slide, index) => (
        <button
          key={slide.id}
          type="button"
          // biome-ignore lint/a11y/noAutofocus: a grid opened by key starts at the slide on stage
          autoFocus={index === link.state.at}
          aria-label={t('slide.name', { n: index + 1, title: slide.title })}
          data-current={index === link.state.at || undefined}
          onClick={() => {
            go(index)
            closeGrid()
          }}
        >
          <span aria-hidden="true" inert>
            <Slide document={document} slide={slide} number={index + 1} theme={link.state.dark ? 'dark' : 'light'} width={356} />
          </span>
        </button>
      ))}
    </div>
  )
}

/** What the audience sees. */
export function Stage(props: Props) {
  const { document, slides, link, content, grid, help, typed, act } = props
  const t = useSay('briefings')
  const { state } = link
  const width = useFit()
  const seconds = useClock(state.timer)
  const [place, moved] = usePlace()
  const slide = slides[state.at]
  const year = slide ? (state.baseYears[slide.id] ?? content.baseYear) : content.baseYear
  const theme = state.dark ? 'dark' : 'light'
  const live = slide?.figure ?? null
  return (
    <div
      className={`${classes.stage} mv-${theme}`}
      data-pointer={state.pointer}
      data-idle={place === null || undefined}
      onPointerMove={moved}
      data-testid="stage"
    >
      <div className="visually-hidden" aria-live="polite">
        {state.black ? t('present.black') : slide ? t('slide.name', { n: state.at + 1, title: slide.title }) : ''}
      </div>
      {slide ? (
        <Slide
          document={document}
          slide={slide}
          number={state.at + 1}
          theme={theme}
          width={width}
          {...(live
            ? { figure: <LiveFigure key={`${slide.id} ${state.resets}`} figure={live} title={slide.title} height={400} /> }
            : {})}
        />
      ) : null}
      <div className={classes.bar} data-shown={place !== null || undefined}>
        <button type="button" onClick={() => act('back')} aria-label={t('present.does.back')}>
          ‹
        </button>
        <span>{t('present.of', { n: state.at + 1, of: slides.length })}</span>
        <button type="button" onClick={() => act('next')} aria-label={t('present.does.next')}>
          ›
        </button>
        {live === null ? null : (
          <span className={classes.year}>
            <button type="button" onClick={() => act('earlier')} aria-label={t('present.does.earlier')}>
              −
            </button>
            {t('present.base', { year })}
            <button type="button" onClick={() => act('later')} aria-label={t('present.does.later')}>
              +
            </button>
          </span>
        )}
        <button type="button" onClick={() => act('notes')}>
          {t('present.second')}
        </button>
        <span data-testid="timer">{timerText(seconds)}</span>
        <button type="button" onClick={() => act('help')} aria-label={t('present.help')}>
          ?
        </button>
        <button type="button" onClick={() => act('leave')}>
          {t('present.leave')}
        </button>
      </div>
      {typed === '' ? null : (
        <div className={classes.typed} role="status">
          {typed}
        </div>
      )}
      {state.pointer === 'laser' && place ? <div className={classes.laser} style={{ left: place.x, top: place.y }} /> : null}
      {state.pointer === 'spotlight' ? (
        <div
          className={classes.spotlight}
          style={{
            background: `radial-gradient(circle 150px at ${place ? `${place.x}px ${place.y}px` : '50% 50%'}, transparent 96%, rgba(0, 0, 0, 0.72) 100%)`,
          }}
        />
      ) : null}
      {state.black ? <div className={classes.black} data-testid="black" /> : null}
      {grid ? <Grid {...props} /> : null}
      {help ? <Help t={t} /> : null}
    </div>
  )
}
