// A briefing document of one slide of each kind, with figures of the built store: what renderers are tested on.
import type { Connection } from '../../../db/worker/connection.ts'
import type { BriefingDocument, DocumentSlide, FigureSpec } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import { ask } from '../support/store.ts'

type Language = BriefingDocument['language']

/** Words of the three languages, enough to see long texts and every Kazakh letter. */
const texts = {
  en: {
    title: 'Kazakhstan: how dependence on Russia and China changed',
    finding: 'China gained more of Kazakhstan’s imports than Russia lost, but oil and arms lean on Russia more than in 2013',
    subtitle: 'Share of goods imports, per cent, 1995–2025',
    names: {
      RUS: 'Russia',
      CHN: 'China',
      EU27: 'EU27',
      TUR: 'Türkiye',
      USA: 'United States',
      CA5: 'Central Asia',
      OTH: 'others',
      _U: 'unallocated',
    },
    gap: 'Break in the statistics',
    event: 'Invasion of Ukraine',
    support: 'Russia’s share fell from ',
    words: {
      sources: 'Sources',
      method: 'Method and warnings',
      asOf: 'As known on',
      page: 'Page',
      notes: 'Notes',
      table: 'Table',
      was: 'was',
      figure: 'Figure',
      licence: 'Licence',
      warnings: 'Warnings',
      contents: 'Contents',
      of: 'of',
    },
  },
  ru: {
    title: 'Казахстан: как изменилась зависимость от России и Китая',
    finding:
      'Китай приобрёл в импорте Казахстана больше, чем потеряла Россия, но нефть и оружие опираются на Россию сильнее, чем в 2013 году',
    subtitle: 'Доля в импорте товаров, проценты, 1995–2025',
    names: {
      RUS: 'Россия',
      CHN: 'Китай',
      EU27: 'ЕС-27',
      TUR: 'Турция',
      USA: 'Соединённые Штаты',
      CA5: 'Центральная Азия',
      OTH: 'остальные',
      _U: 'не распределено',
    },
    gap: 'Разрыв в статистике',
    event: 'Вторжение в Украину',
    support: 'Доля России снизилась с ',
    words: {
      sources: 'Источники',
      method: 'Метод и оговорки',
      asOf: 'По состоянию на',
      page: 'Страница',
      notes: 'Заметки',
      table: 'Таблица',
      was: 'было',
      figure: 'Рисунок',
      licence: 'Лицензия',
      warnings: 'Оговорки',
      contents: 'Содержание',
      of: 'из',
    },
  },
  kk: {
    title: 'Қазақстан: Ресей мен Қытайға тәуелділік қалай өзгерді',
    finding:
      'Қытай Қазақстан импортынан Ресей жоғалтқаннан көп үлес алды, бірақ мұнай мен қару Ресейге 2013 жылғыдан да көбірек сүйенеді',
    subtitle: 'Тауар импортындағы үлес, пайыз, 1995–2025',
    names: {
      RUS: 'Ресей',
      CHN: 'Қытай',
      EU27: 'ЕО-27',
      TUR: 'Түркия',
      USA: 'Америка Құрама Штаттары',
      CA5: 'Орталық Азия',
      OTH: 'басқалар',
      _U: 'бөлінбеген',
    },
    gap: 'Статистикадағы үзіліс',
    event: 'Украинаға басып кіру',
    support: 'Ресейдің үлесі төмендеді: ',
    words: {
      sources: 'Дереккөздер',
      method: 'Әдіс пен ескертпелер',
      asOf: 'Белгілі күн',
      page: 'Бет',
      notes: 'Жазбалар',
      table: 'Кесте',
      was: 'бұрын',
      figure: 'Сурет',
      licence: 'Лицензия',
      warnings: 'Ескертпелер',
      contents: 'Мазмұны',
      of: '/',
    },
  },
} as const

const percent = { code: 'PCT', label: '%', decimals: 1 }

const series = (
  id: string,
  label: string,
  partner: string | null,
  values: readonly (number | null)[],
): FigureSpec['series'][number] => ({
  id,
  label,
  partner,
  values: [...values],
  low: null,
  high: null,
})

export const emptySlide = (id: string, layout: DocumentSlide['layout'], title: string): DocumentSlide => ({
  id,
  layout,
  title,
  support: [],
  paragraphs: [],
  figure: null,
  svg: null,
  png: null,
  table: null,
  numbers: [],
  sources: [],
  warnings: [],
  notes: '',
  stale: false,
})

/** Figures of every kind from the store, by kind. */
export async function sampleFigures(
  connection: Connection,
  language: Language,
): Promise<Readonly<Record<FigureSpec['kind'], FigureSpec>>> {
  const text = texts[language]
  const trade = await ask(connection, 'trade.get', { reporter: 'KAZ', flow: 'imports', baseYear: 2013, partners: ['RUS', 'CHN'] })
  const swap = await ask(connection, 'substitution.get', {
    reporter: 'KAZ',
    indicators: ['trade.imports_usd_m'],
    from: 2013,
    to: 2025,
    awayFrom: 'RUS',
  })
  const name = (code: string): string => (text.names as Readonly<Record<string, string>>)[code] ?? code
  const shareOf = (code: string) => trade.ranking.find((row) => row.partner === code)?.shares ?? []
  const periods = trade.years.map(String)
  const common: Omit<FigureSpec, 'kind' | 'series' | 'periods'> = {
    subtitle: text.subtitle,
    unit: percent,
    baseYear: 2013,
    events: [{ date: '2022-02', label: text.event }],
    joins: ['2018'],
    gaps: [{ from: '2009', to: '2011', reason: text.gap }],
    summary: text.finding,
  }
  const [rus, chn] = [shareOf('RUS'), shareOf('CHN')]
  const bare = { ...common, baseYear: null, events: [], joins: [], gaps: [] }
  const top = trade.ranking.slice(0, 8)
  const [from = 0, to = 0] = [swap.away?.from, swap.away?.to].map((share) => (share ?? 0) * 100)
  const others = [...trade.ranking].filter(({ partner }) => partner !== 'RUS').slice(0, 4)
  const changes = others.map((row) => -((row.share ?? 0) - (row.baseShare ?? 0)))
  const rest = to - from - changes.reduce((sum, value) => sum + value, 0)
  return {
    line: {
      ...common,
      kind: 'line',
      periods,
      series: [series('rus', name('RUS'), 'RUS', rus), series('chn', name('CHN'), 'CHN', chn)],
    },
    'stacked-area': {
      ...common,
      kind: 'stacked-area',
      periods: trade.stack.years.map(String),
      series: trade.stack.parts.map((part) => series(part.id, name(part.id), part.id, part.values)),
    },
    bar: {
      ...bare,
      kind: 'bar',
      periods: top.map((row) => name(row.partner)),
      series: [
        series(
          'share',
          '2025',
          null,
          top.map((row) => row.share),
        ),
      ],
    },
    waterfall: {
      ...bare,
      kind: 'waterfall',
      periods: ['2013', ...others.map((row) => name(row.partner)), name('OTH'), '2025'],
      series: [series('rus', name('RUS'), 'RUS', [from, ...changes, rest, to])],
    },
    'then-now': {
      ...bare,
      kind: 'then-now',
      periods: ['2013', '2025'],
      series: top.slice(0, 5).map((row) => series(row.partner, name(row.partner), row.partner, [row.baseShare, row.share])),
    },
    range: {
      ...bare,
      kind: 'range',
      periods: periods.slice(-6),
      series: [
        {
          ...series(
            'hhi',
            name('RUS'),
            'RUS',
            rus.slice(-6).map((value, i) => (i === 2 ? null : value)),
          ),
          low: rus.slice(-6).map((value, i) => (i < 2 ? null : (value ?? 0) - 4)),
          high: rus.slice(-6).map((value, i) => (i < 2 || i === 5 ? null : (value ?? 0) + 6)),
        },
      ],
    },
  }
}

/** A document of ten slides: a cover, a figure of every kind, a table, a text, the sources. */
export async function sampleDocument(connection: Connection, language: Language = 'en'): Promise<BriefingDocument> {
  const text = texts[language]
  const figures = await sampleFigures(connection, language)
  const cell = {
    indicator: 'trade.imports_usd_m',
    reporter: 'KAZ',
    partner: 'RUS',
    period: '2025',
    source: 'bns_kz_panel_2024_25',
  }
  const numbers: DocumentSlide['numbers'] = [
    { label: `${text.names.RUS}: ${text.subtitle}`, from: '36.8%', to: '29.9%', direction: 'down', cells: [cell] },
    { label: text.names.CHN, from: '17.1%', to: '29.0%', direction: 'up', cells: [] },
    { label: text.names.EU27, from: null, to: '15.1%', direction: null, cells: [] },
  ]
  const field = { text: '29.9%', was: language === 'en' ? '27.9%' : null, cells: [cell] }
  const slides = Object.values(figures).map(
    (figure, index): DocumentSlide => ({
      ...emptySlide(figure.kind, 'figure', text.finding),
      figure,
      support: [
        { text: text.support },
        { field: { text: '36.8%', was: null, cells: [cell] } },
        { text: ' – ' },
        { field },
        { text: '.' },
      ],
      numbers: index % 2 === 0 ? numbers : [],
      sources: [1, 2],
      warnings: index === 0 ? [text.gap] : [],
      notes: `${text.support}36.8% – 29.9%.`,
      stale: index === 1,
    }),
  )
  const table = figures.bar
  return {
    title: text.title,
    subtitle: text.subtitle,
    language,
    reporter: 'KAZ',
    reporterName: language === 'en' ? 'Kazakhstan' : language === 'ru' ? 'Казахстан' : 'Қазақстан',
    date: '2026-11-27',
    asOf: '2026-11-23',
    slides: [
      { ...emptySlide('cover', 'cover', text.title), support: [{ text: text.subtitle }] },
      ...slides,
      {
        ...emptySlide('table', 'table', text.finding),
        table: {
          columns: [
            { label: text.words.figure, align: 'left' },
            { label: '2025, %', align: 'right' },
          ],
          rows: table.periods.map((period, index) => [period, (table.series[0]?.values[index] ?? 0).toFixed(1)]),
        },
        sources: [1],
      },
      {
        ...emptySlide('text', 'text', text.finding),
        paragraphs: [
          [{ text: text.support }, { field }, { text: '. ' }, { text: text.finding }, { text: '.' }],
          [{ text: text.finding }],
        ],
        sources: [2],
        notes: text.finding,
      },
      emptySlide('sources', 'sources', text.words.sources),
    ],
    sources: [
      {
        code: 'wits_kaz',
        title: 'WITS, trade of Kazakhstan by partner',
        publisher: 'World Bank, UN Comtrade',
        licence: 'UN Comtrade terms of use',
        url: 'https://wits.worldbank.org/',
        narrow: true,
      },
      {
        code: 'bns_kz_country',
        title: 'Foreign trade by country',
        publisher: 'Bureau of National Statistics of Kazakhstan',
        licence: 'CC BY 4.0',
        url: 'https://stat.gov.kz/',
        narrow: false,
      },
    ],
    method: [text.finding, text.support],
    warnings: [text.gap],
    made: { appVersion: '0.1.0', storeChecksum: 'a'.repeat(64), methodId: 'default' },
    words: {},
  }
}
