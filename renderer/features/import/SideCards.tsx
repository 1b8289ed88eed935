import { NO_PARTNER } from '../../../electron/shared/domain/observation.ts'
import { Histogram } from '../../charts/Histogram.tsx'
import { LineChart } from '../../charts/LineChart.tsx'
import { useCatalogue } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import { useView } from '../../ui/view/useView.ts'
import { movementSeries, valuesOfBins } from './prepare.ts'
import type { Entry } from './queue.ts'
import type { Words } from './words.ts'

const PERCENT = { code: 'PCT', short: { en: '%', ru: '%', kk: '%' }, decimals: 1 }

/** Beside the groups: what moves for the reporter on screen, and how large the revisions are. */
export function SideCards({ entry, words }: { readonly entry: Entry; readonly words: Words }) {
  const { t, formats, names } = words
  const { reporter } = useView()
  const { indicators, units } = useCatalogue()
  const movement = useCall('csv.movement', { job: entry.id, reporter })
  const found = movement.state === 'ready' ? movement.value : movement.state === 'loading' ? movement.previous : null
  if (!found) return null
  const { spread, lines } = found
  const [line] = lines
  const country = { reporter: names.area(reporter), reporterGenitive: names.areaIn(reporter, 'genitive') }
  const unit = units.find(({ code }) => code === indicators.find((one) => one.code === line?.indicator)?.unit)
  const series = line ? movementSeries(line, { stored: t('moves.stored'), inFile: t('moves.inFile') }) : []
  const title = t('moves.title', country)
  return (
    <>
      <Card
        title={title}
        subtitle={
          line
            ? t('moves.subtitle', {
                indicator: names.indicator(line.indicator),
                unit: unit ? names.unitShort(unit.code) : '',
                partner: line.partner === NO_PARTNER ? '' : `, ${names.area(line.partner)}`,
                count: line.figures,
                figures: formats.number(line.figures, 0),
              })
            : undefined
        }
      >
        {line && unit ? (
          <LineChart name={title} summary={names.indicator(line.indicator)} series={series} unit={unit} height={210} />
        ) : (
          <p className={layout.text}>{t('moves.none', country)}</p>
        )}
        {lines.length > 1 ? (
          <p className={layout.small}>
            {t('moves.also', {
              list: formats.list(
                lines
                  .slice(1)
                  .map(({ indicator, partner }) =>
                    partner === NO_PARTNER ? names.indicator(indicator) : `${names.indicator(indicator)}, ${names.area(partner)}`,
                  ),
              ),
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
