// Short names of sources, for tooltips, line ends and headings of columns, where a title as published would not fit.

export interface SourceName {
  readonly en: string
  readonly ru: string
  readonly kk: string
}

const same = (name: string): SourceName => ({ en: name, ru: name, kk: name })
const named = (en: string, ru: string, kk: string): SourceName => ({ en, ru, kk })

/** By the beginning of their code: series that charts lean on. The first that fits decides, so longer codes stand before shorter ones. */
const known: readonly (readonly [prefix: string, name: SourceName])[] = [
  ['wits_', named('WITS (UN Comtrade)', 'WITS (UN Comtrade)', 'WITS (UN Comtrade)')],
  ['baci_', same('BACI (CEPII)')],
  ['cow_trade', same('Correlates of War')],
  ['bns_kz_country', named('BNS, by country', 'БНС, по странам', 'ҰСБ, елдер бойынша')],
  ['bns_kz_panel', named('BNS, 2024–25 table', 'БНС, таблица 2024–25', 'ҰСБ, 2024–25 кестесі')],
  ['bns_kz_monthly', named('BNS, monthly', 'БНС, по месяцам', 'ҰСБ, ай сайын')],
  ['bns_kz', named('BNS Kazakhstan', 'БНС Казахстана', 'Қазақстан ҰСБ')],
  ['fcs_russia', named('Russian customs', 'ФТС России', 'Ресей кедені')],
  ['nsc_kgz', named('NSC Kyrgyzstan', 'Нацстатком Кыргызстана', 'Қырғызстан Ұлтстаткомы')],
  ['armstat', named('Armstat', 'Армстат', 'Армстат')],
  ['uz_stat', named('Uzbekistan statistics', 'Статистика Узбекистана', 'Өзбекстан статистикасы')],
  ['uzstat', named('Uzbekistan statistics', 'Статистика Узбекистана', 'Өзбекстан статистикасы')],
  ['geostat', named('Geostat', 'Грузстат', 'Геостат')],
  ['wiiw_', same('wiiw')],
  ['nbk_', named('National Bank of Kazakhstan', 'Нацбанк Казахстана', 'Қазақстан Ұлттық Банкі')],
  ['bsv_ip_', named('Bailey, Strezhnev, Voeten', 'Бейли, Стрежнев, Вутен', 'Бейли, Стрежнев, Вутен')],
  ['voeten', named('Voeten, UN votes', 'Вутен, голоса в ООН', 'Вутен, БҰҰ дауыстары')],
  ['usstate_voting', named('US State Department', 'Госдепартамент США', 'АҚШ Мемдепартаменті')],
  ['sipri', same('SIPRI')],
  ['eurostat_eu27', named('Eurostat, EU27 exports', 'Евростат, экспорт ЕС-27', 'Еуростат, ЕО-27 экспорты')],
  ['eurostat', named('Eurostat', 'Евростат', 'Еуростат')],
  ['wb_wgi', named('World Bank, WGI', 'Всемирный банк, WGI', 'Дүниежүзілік банк, WGI')],
  ['wb_', named('World Bank', 'Всемирный банк', 'Дүниежүзілік банк')],
  ['ti_cpi', same('Transparency International')],
  ['cia_factbook', same('CIA World Factbook')],
  ['eia_', same('US EIA')],
  ['opec_', named('OPEC', 'ОПЕК', 'ОПЕК')],
  ['jodi_', same('JODI')],
  ['iri_', same('IRI')],
  ['pew_', same('Pew')],
  ['cab_', same('Central Asia Barometer')],
  ['aiddata', same('AidData')],
  ['edb_', named('Eurasian Development Bank', 'Евразийский банк развития', 'Еуразиялық даму банкі')],
]

/** Where a publisher's name ends and the way on which the figure came begins. */
const TRAIL = /\s*(?:[,;(/[]|\b(?:via|quoting|quoted|reported by|from|compiled)\b).*$/i
const MOST_LETTERS = 30

/**
 * The short name of a source in the three languages.
 *
 * @param source its code and, for sources without a name of their own here, its publisher, which is cut before who reported or compiled it
 * @returns never empty: a source without a publisher keeps its code
 */
export function sourceName({ code, publisher }: { readonly code: string; readonly publisher: string }): SourceName {
  const found = known.find(([prefix]) => code.startsWith(prefix))
  if (found) return found[1]
  const short = publisher.replace(TRAIL, '').trim()
  if (short === '') return same(publisher.trim() === '' ? code : publisher.trim().slice(0, MOST_LETTERS))
  return same(short.length > MOST_LETTERS ? `${short.slice(0, MOST_LETTERS - 1).trimEnd()}…` : short)
}
