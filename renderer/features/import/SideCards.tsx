import type { MovementAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { Histogram } from '../../charts/Histogram.tsx'
import { LineChart } from '../../charts/LineChart.tsx'
import { useCatalogue } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import { type Fact, Facts } from '../../ui/parts/Facts.tsx'
import layout from '../../ui/parts/layout.module.css'
import { useView } from '../../ui/view/useView.ts'
import classes from './import.module.css'
import { changePercent, decimalsOf, movementDecimals, movementSeries, onlyChange, valuesOfBins } from './prepare.ts'
import type { Entry } from './queue.ts'
import { partnerName, percentText, type Words } from './words.ts'

const PERCENT = { code: 'PCT', short: { en: '%', ru: '%', kk: '%' }, decimals: 1 }

type Line = MovementAnswer['lines'][number]
type Spread = NonNullable<MovementAnswer['spread']>

/** The one figure of a line that changes, in words: on the scale of the whole line it may not be seen. */
function OneFigure({ point, words }: { readonly point: Line['points'][number]; readonly words: Words }) {
  const { t, formats } = words
  const { period, stored, inFile } = point
  const figure = (value: number | null): string =>
    value === null ? '–' : formats.number(value, decimalsOf(...[stored, inFile].filter((one) => one !== null)))
  const change = inFile === null ? null : changePercent({ from: stored, to: inFile })
  const facts: readonly Fact[] = [
    [t('column.period'), formats.period(period)],
    [capital(t('moves.stored')), figure(stored)],
    [capital(t('moves.inFile')), figure(inFile ?? stored)],
    [t('column.change'), change === null ? null : percentText(words, change, stored)],
  ]
  return <Facts facts={facts} className={`${layout.facts} ${classes.oneFigure}`} />
}

/** The line that moves most for the reporter on screen, stored and in the file, and which others move. */
function MovementCard({ lines, words }: { readonly lines: readonly Line[]; readonly words: Words }) {
  const { t, formats, names } = words
  const { reporter } = useView()
  const { indicators, units } = useCatalogue()
  const [line] = lines
  const country = { reporter: names.area(reporter), reporterGenitive: names.areaIn(reporter, 'genitive') }
  const title = t('moves.title', country)
  if (!line)
    return (
      <Card title={title}>
        <p className={layout.text}>{t('moves.none', country)}</p>
      </Card>
    )
  const unit = units.find(({ code }) => code === indicators.find((one) => one.code === line.indicator)?.unit)
  const partner = partnerName(words, line.indicator, line.partner)
  const only = onlyChange(line.points)
  const nameOf = (other: Line): string =>
    [names.indicator(other.indicator), partnerName(words, other.indicator, other.partner)]
      .filter((name) => name !== '')
      .join(', ')
  return (
    <Card
      title={title}
      subtitle={t('moves.subtitle', {
        indicator: names.indicator(line.indicator),
        unit: unit ? names.unitShort(unit.code) : '',
        partner: partner === '' ? '' : `, ${partner}`,
        count: line.figures,
        figures: formats.number(line.figures, 0),
      })}
    >
      {only ? <OneFigure point={only} words={words} /> : null}
      {/* one period is no line */}
      {unit && line.points.length > 1 ? (
        <LineChart
          name={title}
          summary={names.indicator(line.indicator)}
          series={movementSeries(line, { stored: t('moves.stored'), inFile: t('moves.inFile') })}
          unit={{ ...unit, decimals: movementDecimals(line, unit.decimals) }}
          height={210}
        />
      ) : null}
      {lines.length > 1 ? (
        <p className={layout.small}>
          {t('moves.also', {
            // a name that is short ends with its own full stop: Congo Rep.
            list: formats.list(lines.slice(1).map(nameOf)).replace(/\.$/, ''),
          })}
        </p>
      ) : null}
    </Card>
  )
}

/** How large the revisions are, from the least to the most. */
function SpreadCard({ spread, words: { t, formats } }: { readonly spread: Spread; readonly words: Words }) {
  const title = t('spread.title', { count: spread.count, figures: formats.number(spread.count, 0) })
  return (
    <Card
      title={title}
      subtitle={t('spread.subtitle', {
        median: formats.signedPercent(spread.median, 2),
        beyond: formats.number(spread.beyond, 0),
        limit: formats.number(spread.limit, 1),
      })}
    >
      <Histogram
        name={title}
        values={valuesOfBins(spread)}
        binWidth={(2 * spread.limit) / spread.bins.length}
        unit={PERCENT}
        squareRoot
        height={150}
      />
    </Card>
  )
}

/** Beside the groups: what moves for the reporter on screen, and how large the revisions are. */
export function SideCards({ entry, words }: { readonly entry: Entry; readonly words: Words }) {
  const { reporter } = useView()
  const movement = useCall('csv.movement', { job: entry.id, reporter }, { state: entry.readings })
  const found = movement.state === 'ready' ? movement.value : movement.state === 'loading' ? movement.previous : null
  if (!found) return null
  return (
    <>
      <MovementCard lines={found.lines} words={words} />
      {found.spread ? <SpreadCard spread={found.spread} words={words} /> : null}
    </>
  )
}
