import { useSay } from '../../../language/useSay.ts'
import { Slide } from '../slide/Slide.tsx'
import { useWidth } from '../slide/useWidth.ts'
import { type StageAction, timerText } from './keys.ts'
import classes from './present.module.css'
import type { Shown } from './Stage.tsx'
import { useClock, useTimeOfDay } from './useClock.ts'

/** What the speaker alone sees: the slide on stage, the next one, notes, timer. Its keys turn the stage. */
export function NotesWindow({ document, slides, link, act }: Shown & { readonly act: (action: StageAction) => void }) {
  const t = useSay('briefings')
  const { state } = link
  const seconds = useClock(state.timer)
  const time = useTimeOfDay()
  const [left, leftWidth] = useWidth()
  const [right, rightWidth] = useWidth()
  const [slide, next] = [slides[state.at], slides[state.at + 1]]
  return (
    <div className={classes.notes} data-testid="notes">
      <header>
        <b>{t('present.of', { n: state.at + 1, of: slides.length })}</b>
        <span className={classes.timer} data-testid="timer">
          {timerText(seconds)}
        </span>
        <button type="button" className={classes.tool} onClick={() => act('timer')}>
          {t(state.timer.since === null ? 'present.go' : 'present.pause')}
        </button>
        <span>{time}</span>
        <span className={classes.push} />
        <button type="button" className={classes.tool} onClick={() => act('back')}>
          {t('present.does.back')}
        </button>
        <button type="button" className={classes.tool} onClick={() => act('next')}>
          {t('present.does.next')}
        </button>
        <button type="button" className={classes.tool} aria-pressed={state.black} onClick={() => act('black')}>
          {t('present.does.black')}
        </button>
        <button type="button" className={classes.tool} onClick={() => act('swap')}>
          {t('present.does.swap')}
        </button>
      </header>
      <div className={classes.pair}>
        <div ref={left}>
          <h2 className={classes.label}>{t(state.black ? 'present.black' : 'present.now')}</h2>
          {slide && leftWidth > 0 ? (
            <Slide
              document={document}
              slide={slide}
              number={state.at + 1}
              theme={state.dark ? 'dark' : 'light'}
              width={leftWidth}
              marks
            />
          ) : null}
        </div>
        <div ref={right}>
          <h2 className={classes.label}>{t('present.next')}</h2>
          {next && rightWidth > 0 ? (
            <Slide
              document={document}
              slide={next}
              number={state.at + 2}
              theme={state.dark ? 'dark' : 'light'}
              width={rightWidth}
            />
          ) : (
            <p>{t('present.end')}</p>
          )}
        </div>
      </div>
      <section aria-label={t('form.notes')} className={classes.words}>
        <h2 className={classes.label}>{t('form.notes')}</h2>
        {slide?.notes ? (
          slide.notes.split(/\n+/).map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be equal
            <p key={at}>{line}</p>
          ))
        ) : (
          <p>{t('present.noNotes')}</p>
        )}
      </section>
    </div>
  )
}
