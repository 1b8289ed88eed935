import { useTranslation } from 'react-i18next'
import type { TradeAnswer } from '../../../electron/shared/contract/schema/trade.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { type CellRef, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import layout from '../../ui/parts/layout.module.css'
import { useView } from '../../ui/view/useView.ts'
import { type Weighed, weighedPartners } from './prepare.ts'
import classes from './trade.module.css'
import type { Flow } from './useTrade.ts'

const OPPOSITE = { exports: 'imports', imports: 'exports', both: 'both' } as const
const MOST_ROWS = 6

/** Figures behind a share of a flow, by the printed rule: the part and the whole. */
const cellsOf = (flow: Flow, reporter: string, partner: string, year: number): readonly CellRef[] =>
  (flow === 'both' ? (['exports', 'imports'] as const) : [flow]).flatMap((one) =>
    [partner, WORLD].map((code) => ({
      indicator: `trade.${one}_usd_m`,
      reporter,
      partner: code,
      period: String(year),
      source: '',
    })),
  )

/** What partners weigh for the country beside what it weighs for them, and of which of the chosen ones that is not known. */
export function AsymmetryCard({ answer, flow }: { readonly answer: TradeAnswer; readonly flow: Flow }) {
  const { t } = useTranslation('trade')
  const names = useNames()
  const formats = useFormats()
  const { open } = useEvidence()
  const { reporter, partners } = useView()
  const { rows, unknown, told } = weighedPartners(answer, partners)
  if (rows.length === 0 && unknown.length === 0) return null
  const mirror = OPPOSITE[flow]
  const words = {
    ...areaWords(names, 'reporter', reporter),
    flow: t(`flowName.${flow}`),
    mirror: t(`flowName.${mirror}`),
    world: names.area(WORLD),
    list: formats.list(unknown.map((code) => names.areaIn(code, 'nominative'))),
  }
  const title =
    told === null
      ? t('asymmetry.title')
      : t(`asymmetry.${told.word}`, { ...words, ...areaWords(names, 'partner', told.partner), times: formats.number(told.times) })
  const sentence = ({ year }: Weighed, from: string, of: string, by: Flow): string =>
    `${names.area(of)}, ${names.area(from)}, ${t(`flowName.${by}`)}, ${year}`
  const figure = (value: number, cells: readonly CellRef[], sentence: string) => (
    <button type="button" className={classes.figure} onClick={() => open({ cells, figure: formats.percent(value), sentence })}>
      {formats.number(value)}
    </button>
  )
  return (
    <FigureCard
      id={`trade.asymmetry.${flow}`}
      kind="table"
      title={title}
      subtitle={t('asymmetry.subtitle', words)}
      source={unknown.length > 0 ? t('asymmetry.unknown', words) : ''}
      twin={{
        columns: [
          { id: 'partner', label: t('asymmetry.partner'), kind: 'text' },
          { id: 'year', label: t('asymmetry.year'), kind: 'period' },
          { id: 'share', label: t('asymmetry.share'), kind: 'number' },
          { id: 'mirrorShare', label: t('asymmetry.mirrorShare'), kind: 'number', decimals: 2 },
          { id: 'ratio', label: t('asymmetry.ratio'), kind: 'number', decimals: 2 },
        ],
        rows: answer.asymmetry.flatMap(({ partner, years }) =>
          years.toReversed().map((one) => ({
            id: `${partner} ${one.year}`,
            cells: [names.area(partner), String(one.year), one.share, one.mirrorShare, one.ratio],
          })),
        ),
      }}
    >
      {rows.length === 0 ? null : (
        <table className={layout.figures}>
          <thead>
            <tr>
              <th scope="col">{t('asymmetry.partner')}</th>
              {(['share', 'mirrorShare', 'ratio', 'year'] as const).map((column) => (
                <th key={column} scope="col" data-number>
                  {t(`asymmetry.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row) => (
              <tr key={row.partner}>
                <td>{names.area(row.partner)}</td>
                <td data-number>
                  {figure(row.share, cellsOf(flow, reporter, row.partner, row.year), sentence(row, reporter, row.partner, flow))}
                </td>
                <td data-number>{figure(row.mirrorShare, row.mirrorCells, sentence(row, row.partner, reporter, mirror))}</td>
                <td data-number>{formats.number(row.ratio)}</td>
                <td data-number>{row.year}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </FigureCard>
  )
}
