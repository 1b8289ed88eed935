// How a series of a native chart looks: the partner's colour, dash and marker in Office's own terms.
import { type PartnerStyle, partnerStyles, UNALLOCATED } from '../../../../electron/shared/briefing/palette.ts'
import type { FigureSpec } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import { solid } from '../shapes.ts'

export interface Look {
  readonly fill: string
  readonly text: string
  readonly dash: string | undefined
  readonly marker: string
  readonly width: number
  readonly hatched: boolean
}

const hex = (colour: string): string => colour.replace('#', '')

/** The nearest of Office's dashes. */
function dashOf(dash: string): string | undefined {
  const [on = 0, off = 0, , fourth] = dash.split(' ').map(Number)
  if (dash === '') return undefined
  if (fourth !== undefined) return on > 8 ? 'dashDot' : 'lgDashDot'
  if (on <= 2) return off > 3 ? 'sysDot' : 'sysDash'
  return on >= 12 ? 'lgDash' : 'dash'
}

/** Looks of a figure's series by their partners; a series of no partner is ink. */
export function looksOf(spec: FigureSpec): readonly Look[] {
  const styles = partnerStyles(spec.series.flatMap(({ partner }) => (partner === null ? [] : [partner])))
  return spec.series.map(({ partner }): Look => {
    const style: PartnerStyle | undefined = partner === null ? undefined : styles.get(partner)
    if (!style) return { fill: '14181F', text: '14181F', dash: undefined, marker: 'circle', width: 2.25, hatched: false }
    return {
      fill: hex(style.light.fill),
      text: hex(style.light.text),
      dash: dashOf(style.dash),
      marker: style.marker,
      width: style.width < 1.5 ? 1.25 : 2.25,
      hatched: style.code === UNALLOCATED,
    }
  })
}

/** A fill; what no partner is named for is hatched. */
export const fillOf = ({ fill, hatched }: Look): string =>
  hatched
    ? `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${fill}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`
    : solid(fill)
