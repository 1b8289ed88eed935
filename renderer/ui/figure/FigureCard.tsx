import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { BriefingDraft } from '../../../electron/shared/contract/schema/own.ts'
import { chartToSvg } from '../../charts/toSvg.ts'
import { Card } from '../parts/Card.tsx'
import { IconAction } from '../parts/IconAction.tsx'
import { unbroken } from '../parts/unbroken.tsx'
import { useView } from '../view/useView.ts'
import { AddToBriefing } from './AddToBriefing.tsx'
import classes from './figure.module.css'
import { asData, toPng } from './picture.ts'
import { SaveMenu } from './SaveMenu.tsx'
import { type Twin, TwinTable } from './TwinTable.tsx'

export interface FigureCardProps {
  /** names the chart within its screen, e.g. `opinion.questions`: a briefing draws it again by this name */
  readonly id: string
  readonly title: string
  readonly subtitle?: string
  readonly source?: ReactNode
  readonly kind?: BriefingDraft['kind']
  readonly twin: Twin
  readonly actions?: ReactNode
  readonly className?: string
  /** the chart */
  readonly children: ReactNode
}

/** More than this is no drawing for a slide. */
const MOST_SVG = 600_000

/** Letters of a picture beside the drawing; a program that knows no SVG shows it. */
const MOST_PNG = 900_000

function drawingOf(place: HTMLElement | null): string | null {
  const svg = place === null ? null : chartToSvg(place)
  return svg === null || svg.length > MOST_SVG ? null : svg
}

/** The drawing as a PNG (base64, two pixels for each of its own); null when it cannot be drawn or is too large to keep. */
async function pixelsOf(svg: string): Promise<string | null> {
  const [, width = '0', height = '0'] = /^<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  try {
    const png = await toPng({ svg, width: Number(width), height: Number(height) }, 2)
    const text = (await asData(png)).replace(/^[^,]*,/, '')
    return text.length > MOST_PNG ? null : text
  } catch {
    return null
  }
}

/** A card with a chart: its title is the finding, its twin is a table, and it can be set aside for a briefing. */
export function FigureCard({ id, title, subtitle, source, kind = 'chart', twin, actions, className, children }: FigureCardProps) {
  const { t } = useTranslation('figure')
  const { table, set: _set, ...view } = useView()
  const { pathname, search } = useLocation()
  const [asTable, setAsTable] = useState<boolean | null>(null)
  const showTable = asTable ?? table
  const drawing = useRef<HTMLDivElement>(null)
  const content = async () => {
    // as it is drawn now: a briefing shows it so, and the view draws it anew
    const svg = drawingOf(drawing.current)
    return {
      kind,
      view: { figure: id, path: pathname, search, view: JSON.parse(JSON.stringify(view)) },
      snapshot: JSON.parse(
        JSON.stringify({
          subtitle: subtitle ?? '',
          source: typeof source === 'string' ? source : '',
          columns: twin.columns,
          rows: twin.rows,
          svg,
          png: svg === null ? null : await pixelsOf(svg),
        }),
      ),
    }
  }
  return (
    <Card
      title={title}
      subtitle={subtitle}
      source={source ? <div data-figure-source>{unbroken(source)}</div> : source}
      {...(className === undefined ? {} : { className })}
      actions={
        <div className={classes.actions} data-icons={actions ? undefined : true}>
          {actions}
          <IconAction
            icon={showTable ? 'chart' : 'table'}
            hint={showTable ? t('chart') : t('table')}
            name={t('tableOf', { title })}
            pressed={showTable}
            onClick={() => setAsTable(!showTable)}
          />
          <SaveMenu title={title} subtitle={subtitle ?? ''} twin={twin} />
          <AddToBriefing title={title} content={content} />
        </div>
      }
    >
      {showTable ? (
        <TwinTable twin={twin} caption={title} />
      ) : (
        <div ref={drawing} className={classes.drawing}>
          {children}
        </div>
      )}
    </Card>
  )
}
