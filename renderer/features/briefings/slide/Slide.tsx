// One slide as it stands on a screen: 1280 by 720 units, scaled to whatever room there is. Preview, overview grid and stage draw the same.
import { type CSSProperties, type ReactNode, useMemo } from 'react'
import { figureToSvg } from '../../../../electron/shared/briefing/figureToSvg.ts'
import type { BriefingDocument, DocumentSlide } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import { formatsOf } from '../../../../electron/shared/domain/formats.ts'
import { InLanguage } from '../../../language/InLanguage.tsx'
import { type Say, useSay } from '../../../language/useSay.ts'
import classes from './slide.module.css'

export const SLIDE = { width: 1280, height: 720 } as const
export type SlideTheme = 'light' | 'dark'

interface Props {
  readonly document: BriefingDocument
  readonly slide: DocumentSlide
  readonly number: number
  readonly theme: SlideTheme
  /** px on the screen */
  readonly width: number
  /** takes the place of the drawn figure: a chart that answers */
  readonly figure?: ReactNode
  /** marks figures that changed since the last refresh */
  readonly marks?: boolean
}

type Run = DocumentSlide['support'][number]

function Runs({ runs, marks, t }: { readonly runs: readonly Run[]; readonly marks: boolean; readonly t: Say<'briefings'> }) {
  return runs.map((run, at) => {
    const key = `${at}`
    if ('text' in run) return <span key={key}>{run.text}</span>
    const { text, was } = run.field
    return (
      <span key={key} className={marks && was !== null ? classes.stale : classes.field}>
        {text}
        {marks && was !== null ? <span className={classes.was}> {t('was', { value: was })}</span> : null}
      </span>
    )
  })
}

/** A drawing of ours: its text is parsed apart from the page and only its elements are taken over. */
function drawingOf(text: string): SVGSVGElement | null {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  return parsed instanceof SVGSVGElement ? parsed : null
}

function Drawing({ document, slide, theme, wide }: Pick<Props, 'document' | 'slide' | 'theme'> & { readonly wide: boolean }) {
  const { figure, svg } = slide
  const drawn = useMemo(() => {
    if (figure === null) return null
    try {
      return figureToSvg(figure, {
        width: wide ? 1152 : 724,
        height: 400,
        theme,
        language: document.language,
        text: 13,
        id: slide.id.replaceAll(/[^A-Za-z0-9]/g, ''),
      })
    } catch (error) {
      if (error instanceof RangeError) return null
      throw error
    }
  }, [figure, theme, document.language, slide.id, wide])
  if (svg !== null)
    // of unknown origin: an image runs nothing
    return (
      <img className={classes.picture} alt={slide.title} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />
    )
  if (drawn === null) return null
  return (
    <div
      ref={(place) => {
        const node = drawingOf(drawn)
        if (place && node) place.replaceChildren(window.document.importNode(node, true))
      }}
    />
  )
}

const arrows = { up: 'M9 3l8 13H1z', down: 'M9 16L1 3h16z', held: 'M1 9h16' } as const

function Numbers({ slide, t }: { readonly slide: DocumentSlide; readonly t: Say<'briefings'> }) {
  return (
    <dl className={classes.numbers}>
      {slide.numbers.map((one) => (
        <div key={one.label}>
          <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
            {one.direction === null ? null : (
              <path
                d={arrows[one.direction]}
                fill={one.direction === 'up' ? 'currentColor' : 'none'}
                stroke="currentColor"
                strokeWidth={one.direction === 'held' ? 3 : 1.8}
              />
            )}
          </svg>
          <dt>{one.label}</dt>
          <dd>
            {one.from === null ? null : (
              <span className={classes.from}>
                {one.from} {t('to')}{' '}
              </span>
            )}
            <b>{one.to}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The first words of a subtitle are what is measured: they are set apart. */
function Subtitle({ text }: { readonly text: string }) {
  const at = text.indexOf(',')
  return (
    <p className={classes.subtitle}>
      {at < 0 ? <b>{text}</b> : <b>{text.slice(0, at)}</b>}
      {at < 0 ? null : text.slice(at)}
    </p>
  )
}

function SlideTable({ table }: { readonly table: NonNullable<DocumentSlide['table']> }) {
  return (
    <table
      className={classes.table}
      data-many={table.rows.length > 10 || undefined}
      data-few={table.rows.length <= 5 ? 'few' : table.rows.length <= 8 ? 'some' : undefined}
    >
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.label} scope="col" data-align={column.align}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a slide stand still
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={table.columns[column]?.label ?? column} data-align={table.columns[column]?.align}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Sources whose titles may take two lines. */
const MOST_FULL = 15

function Sources({ document, t }: { readonly document: BriefingDocument; readonly t: Say<'briefings'> }) {
  return (
    <div className={classes.sources}>
      <ol data-many={document.sources.length > MOST_FULL || undefined}>
        {document.sources.map((source) => (
          <li key={source.code}>
            <span>{source.publisher === '' ? source.title : `${source.publisher}: ${source.title}`}</span>
            <small>
              {source.narrow ? '* ' : ''}
              {source.licence}
            </small>
          </li>
        ))}
      </ol>
      <div>
        <h3>{t('slide.method')}</h3>
        {document.method.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {document.warnings.map((text) => (
          <p key={text}>
            <b>{text}</b>
          </p>
        ))}
      </div>
    </div>
  )
}

/** Publishers named below a slide; all of them stand on the slide of sources. */
const MOST_NAMED = 3

/** Where the figures come from and what must be known, in two lines. */
function footOf(document: BriefingDocument, slide: DocumentSlide, t: Say<'briefings'>): string {
  const publishers = slide.sources.flatMap((n) => {
    const source = document.sources[n - 1]
    return source ? [source.publisher || source.title] : []
  })
  const named = [...new Set(publishers)]
  const list = named.slice(0, MOST_NAMED).join('; ')
  const rest = named.length - MOST_NAMED
  const sources = rest > 0 ? t('slide.andMore', { list, count: rest }) : list
  const day = formatsOf(document.language).dayLong(document.asOf)
  return [named.length === 0 ? '' : `${t('slide.sources')}: ${sources}.`, t('slide.asOf', { day }), slide.warnings[0] ?? '']
    .filter((part) => part !== '')
    .join(' ')
}

function Body(props: Props) {
  const { document, slide, theme, figure, marks = false } = props
  const t = useSay('briefings')
  const { layout } = slide
  const support = <Runs runs={slide.support} marks={marks} t={t} />
  const paragraphs = slide.paragraphs.map((paragraph, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a slide have no other name
    <p key={at}>
      <Runs runs={paragraph} marks={marks} t={t} />
    </p>
  ))
  if (layout === 'cover')
    return (
      <div className={classes.cover}>
        <h2>{slide.title}</h2>
        <p>{support}</p>
        {paragraphs}
        <p className={classes.day}>{document.subtitle}</p>
      </div>
    )
  const side = slide.numbers.length > 0 || paragraphs.length > 0
  return (
    <>
      <h2 className={classes.title}>{slide.title}</h2>
      {layout === 'figure' ? (
        <div className={side ? classes.halves : classes.whole}>
          <div className={classes.chart}>
            {slide.figure ? <Subtitle text={slide.figure.subtitle} /> : <p className={classes.subtitle}>{support}</p>}
            <div className={classes.drawing}>
              {slide.notice === undefined ? (
                (figure ?? <Drawing document={document} slide={slide} theme={theme} wide={!side} />)
              ) : (
                <p className={classes.notice} role="note">
                  {slide.notice}
                </p>
              )}
            </div>
          </div>
          {side ? (
            <div className={classes.beside}>
              <Numbers slide={slide} t={t} />
              <div className={classes.words}>{paragraphs.length > 0 ? paragraphs : slide.figure ? <p>{support}</p> : null}</div>
            </div>
          ) : null}
        </div>
      ) : (
        <div className={classes.content}>
          {slide.support.length > 0 ? <p className={classes.lead}>{support}</p> : null}
          <div className={layout === 'text' ? classes.text : classes.paragraphs}>{paragraphs}</div>
          {slide.table ? <SlideTable table={slide.table} /> : null}
          {layout === 'sources' ? <Sources document={document} t={t} /> : null}
        </div>
      )}
    </>
  )
}

/** A slide at a width; its height follows. Fixed words and numbers are in the language of the briefing, whatever the interface's is. */
export function Slide(props: Props) {
  return (
    <InLanguage language={props.document.language}>
      <Sheet {...props} />
    </InLanguage>
  )
}

function Sheet(props: Props) {
  const { document, slide, number, theme, width } = props
  const t = useSay('briefings')
  const scale = width / SLIDE.width
  const frame: CSSProperties = { width, height: SLIDE.height * scale }
  return (
    <div className={classes.frame} style={frame}>
      <section
        className={`${classes.slide} mv-${theme}`}
        style={{ transform: `scale(${scale})` }}
        lang={document.language}
        aria-label={t('slide.name', { n: number, title: slide.title })}
      >
        <Body {...props} />
        <footer className={classes.foot}>
          <span>{slide.layout === 'cover' ? '' : footOf(document, slide, t)}</span>
          <span className={classes.page}>
            <b>Multivector</b> {number}
          </span>
        </footer>
      </section>
    </div>
  )
}
