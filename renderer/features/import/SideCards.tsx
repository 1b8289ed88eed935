import type { MovementAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { Histogram } from '../../charts/Histogram.tsx'
import { LineChart } from '../../charts/LineChart.tsx'
import { useCatalogue } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import { useView } from '../../ui/view/useView.ts'
import classes from './import.module.css'
import { changePercent, decimalsOf, movementDecimals, movementSeries, onlyChange, valuesOfBins } from './prepare.ts'
import type { Entry } from './queue.ts'
import { partnerName, percentText, type Words } from './words.ts'

const PERCENT = { code: 'PCT', short: { en: '%', ru: '%', kk: '%' }, decimals: 1 }

type Line = MovementAnswer['lines'][number]

/** The one figure of a line that changes, in words: on the scale of the whole line it may not be seen. */
function OneFigure({ point, words }: { readonly point: Line['points'][number]; readonly words: Words }) {
  const { t, formats } = words
  const { period, stored, inFile } = point
  const figure = (value: number | null): string =>
    value === null ? '–' : formats.number(value, decimalsOf(...[stored, inFile].filter((one) => one !== null)))
  const change = inFile === null ? null : changePercent({ from: stored, to: inFile })
  const facts: readonly (readonly [string, string])[] = [
    [t('column.period'), formats.period(period)],
    [capital(t('moves.stored')), figure(stored)],
    [capital(t('moves.inFile')), figure(inFile ?? stored)],
    ...(change === null ? [] : [[t('column.change'), percentText(words, change, stored)] as const]),
  ]
  return (
    <dl className={`${layout.facts} ${classes.oneFigure}`}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Beside the groups: what moves for the reporter on screen, and how large the revisions are. */
export function SideCards({ entry, words }: { readonly entry: Entry; readonly words: Words }) {
  const { t, formats, names } = words
  const { reporter } = useView()
  const { indicators, units } = useCatalogue()
  const movement = useCall('csv.movement', { job: entry.id, reporter }, { state: entry.readings })
  const found = movement.state === 'ready' ? movement.value : movement.state === 'loading' ? movement.previous : null
  if (!found) return null
  const { spread, lines } = found
  const [line] = lines
  const country = { reporter: names.area(reporter), reporterGenitive: names.areaIn(reporter, 'genitive') }
  const unit = units.find(({ code }) => code === indicators.find((one) => one.code === line?.indicator)?.unit)
  const series = line ? movementSeries(line, { stored: t('moves.stored'), inFile: t('moves.inFile') }) : []
  const title = t('moves.title', country)
  const partner = line ? partnerName(words, line.indicator, line.partner) : ''
  const only = line ? onlyChange(line.points) : null
  // one period is no line
  const drawn = line && unit && line.points.length > 1
  return (
    <>
      <Card
        title={title}
        subtitle={
          line
            ? t('moves.subtitle', {
                indicator: names.indicator(line.indicator),
                unit: unit ? names.unitShort(unit.code) : '',
                partner: partner === '' ? '' : `, ${partner}`,
                count: line.figures,
                figures: formats.number(line.figures, 0),
              })
            : undefined
        }
      >
        {only ? <OneFigure point={only} words={words} /> : null}
        {drawn ? (
          <LineChart
            name={title}
            summary={names.indicator(line.indicator)}
            series={series}
            unit={{ ...unit, decimals: movementDecimals(line, unit.decimals) }}
            height={210}
          />
        ) : null}
        {line ? null : <p className={layout.text}>{t('moves.none', country)}</p>}
        {lines.length > 1 ? (
          <p className={layout.small}>
            {t('moves.also', {
              list: formats
                .list(
                  lines
                    .slice(1)
                    .map((other) =>
                      [names.indicator(other.indicator), partnerName(words, other.indicator, other.partner)]
                        .filter((name) => name !== '')
                        .join(', '),
                    ),
                )
                // a name that is short ends with its own full stop: Congo Rep.
                .replace(/\.$/, ''),
            })}
          </p>
        ) : null}
      </Card>
      {spread ? (
        <Card
          title={t('spread.title', { count: spread.count, figures: formats.number(spread.count, 0) })}
          subtitle={t('spread.subtitle', {
            median: formats.signedPercent(spread.median, 2),
            beyond: formats.number(spread.beyond, 0),
            limit: formats.number(spread.limit, 1),
          })}
        >
          <Histogram
            name={t('spread.title', { count: spread.count, figures: formats.number(spread.count, 0) })}
            values={valuesOfBins(spread)}
            binWidth={(2 * spread.limit) / spread.bins.length}
            unit={PERCENT}
            squareRoot
            height={150}
          />
        </Card>
      ) : null}
    </>
  )
}
