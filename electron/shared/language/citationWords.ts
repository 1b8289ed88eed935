// Licence notes and names of offices of the bundled sources, in Russian and Kazakh. Publishers that are known by one name (Reuters) stay as
// they are; titles are cited in the language of the work.
import type { Language } from '../domain/languages.ts'
import { licenceWords } from './licenceWords.ts'
import type { OtherLanguage, PhraseWords } from './phraseWords.ts'

const publishers: PhraseWords = {
  'Bureau of National Statistics of Kazakhstan': {
    ru: 'Бюро национальной статистики Казахстана',
    kk: 'Қазақстанның Ұлттық статистика бюросы',
  },
  'Bureau of National Statistics, Agency for Strategic Planning and Reforms of Kazakhstan (stat.gov.kz)': {
    ru: 'Бюро национальной статистики Агентства по стратегическому планированию и реформам Казахстана (stat.gov.kz)',
    kk: 'Қазақстан Стратегиялық жоспарлау және реформалар агенттігінің Ұлттық статистика бюросы (stat.gov.kz)',
  },
  'National Bank of Kazakhstan': { ru: 'Национальный Банк Казахстана', kk: 'Қазақстан Ұлттық Банкі' },
  'World Bank': { ru: 'Всемирный банк', kk: 'Дүниежүзілік банк' },
  'World Bank WITS / UNSD Comtrade': {
    ru: 'Всемирный банк, WITS / ООН, Comtrade',
    kk: 'Дүниежүзілік банк, WITS / БҰҰ, Comtrade',
  },
  'Eurasian Development Bank': { ru: 'Евразийский банк развития', kk: 'Еуразиялық даму банкі' },
  SIPRI: { ru: 'СИПРИ', kk: 'СИПРИ' },
  'JSC NC KazMunayGas': { ru: 'АО НК «КазМунайГаз»', kk: '«ҚазМұнайГаз» ҰК АҚ' },
  'EFE via ABC Color (Spanish)': { ru: 'EFE, по ABC Color (на испанском)', kk: 'EFE, ABC Color арқылы (испанша)' },
  'Day.Az (Russian)': { ru: 'Day.Az', kk: 'Day.Az (орысша)' },
  'Report.az (Russian)': { ru: 'Report.az', kk: 'Report.az (орысша)' },
  'Caspian Barrel (Azerbaijani)': { ru: 'Caspian Barrel (на азербайджанском)', kk: 'Caspian Barrel (әзербайжанша)' },
  'Reuters via MarketScreener (German)': {
    ru: 'Reuters, по MarketScreener (на немецком)',
    kk: 'Reuters, MarketScreener арқылы (немісше)',
  },
  'Al Jazeera via Bishkek Post': { ru: 'Al Jazeera, по Bishkek Post', kk: 'Al Jazeera, Bishkek Post арқылы' },
  'US Department of State': { ru: 'Государственный департамент США', kk: 'АҚШ Мемлекеттік департаменті' },
  'US Energy Information Administration': {
    ru: 'Управление энергетической информации США',
    kk: 'АҚШ Энергетикалық ақпарат басқармасы',
  },
  'Central Intelligence Agency': { ru: 'ЦРУ США', kk: 'АҚШ ОБҚ' },
  'Federal Customs Service of Russia (compiled table)': {
    ru: 'Федеральная таможенная служба России (сводная таблица)',
    kk: 'Ресей Федералдық кеден қызметі (жиынтық кесте)',
  },
  'President of Kazakhstan': { ru: 'Президент Казахстана', kk: 'Қазақстан Президенті' },
  'National Statistics Office of Georgia (Geostat)': {
    ru: 'Национальная служба статистики Грузии (Геостат)',
    kk: 'Грузия Ұлттық статистика қызметі (Геостат)',
  },
  'National Statistical Committee of the Kyrgyz Republic': {
    ru: 'Национальный статистический комитет Кыргызской Республики',
    kk: 'Қырғыз Республикасының Ұлттық статистика комитеті',
  },
  'Statistical Committee of the Republic of Armenia (Armstat)': {
    ru: 'Статистический комитет Республики Армения (Армстат)',
    kk: 'Армения Республикасының Статистика комитеті (Армстат)',
  },
  'Statistics Agency of Uzbekistan (stat.uz)': {
    ru: 'Агентство статистики Узбекистана (stat.uz)',
    kk: 'Өзбекстан Статистика агенттігі (stat.uz)',
  },
  'Statistics Agency of Uzbekistan (stat.uz, SDMX tables)': {
    ru: 'Агентство статистики Узбекистана (stat.uz, таблицы SDMX)',
    kk: 'Өзбекстан Статистика агенттігі (stat.uz, SDMX кестелері)',
  },
  'World Trade Organization': { ru: 'Всемирная торговая организация', kk: 'Дүниежүзілік сауда ұйымы' },
  OECD: { ru: 'ОЭСР', kk: 'ЭЫДҰ' },
  OPEC: { ru: 'ОПЕК', kk: 'ОПЕК' },
  'Eurostat (Comext)': { ru: 'Евростат (Comext)', kk: 'Еуростат (Comext)' },
  'Joint Organisations Data Initiative (JODI)': {
    ru: 'Совместная инициатива организаций по данным (JODI)',
    kk: 'Ұйымдардың деректер жөніндегі бірлескен бастамасы (JODI)',
  },
  'CAREC / ADB': { ru: 'ЦАРЭС / АБР', kk: 'ОАӨЭЫ / АДБ' },
  'Trans-Caspian International Transport Route': {
    ru: 'Транскаспийский международный транспортный маршрут',
    kk: 'Транскаспий халықаралық көлік бағыты',
  },
  Kazinform: { ru: 'Казинформ', kk: 'Қазинформ' },
  'Federal Reserve IFDP 1273 / World Bank PRWP 8801': {
    ru: 'ФРС США, IFDP 1273 / Всемирный банк, PRWP 8801',
    kk: 'АҚШ ФРЖ, IFDP 1273 / Дүниежүзілік банк, PRWP 8801',
  },
  'CPC press release': { ru: 'пресс-релиз КТК', kk: 'КҚК баспасөз хабарламасы' },
  Interfax: { ru: 'Интерфакс', kk: 'Интерфакс' },
  TASS: { ru: 'ТАСС', kk: 'ТАСС' },
  'wiiw, from National Bank of Kazakhstan': {
    ru: 'wiiw, по данным Национального Банка Казахстана',
    kk: 'wiiw, Қазақстан Ұлттық Банкінің деректері бойынша',
  },
  'wiiw (Vienna Institute for International Economic Studies), from National Bank of Kazakhstan': {
    ru: 'wiiw (Венский институт международных экономических исследований), по данным Национального Банка Казахстана',
    kk: 'wiiw (Вена халықаралық экономикалық зерттеулер институты), Қазақстан Ұлттық Банкінің деректері бойынша',
  },
}

/** How one publisher stands to another, and in which language a text is: words around names, which stay. */
const relations: readonly (readonly [RegExp, Readonly<Record<OtherLanguage, string>>])[] = [
  [/^(.+?),? (?:via|reported by|quoted by|as carried by) (.+)$/, { ru: '$1, по $2', kk: '$1, $2 арқылы' }],
  [/^(.+?),? quoting (.+)$/, { ru: '$1 со ссылкой на $2', kk: '$1, $2 деректеріне сілтемемен' }],
  [/^(.+), mirrored page(.*)$/, { ru: '$1, копия страницы$2', kk: '$1, бет көшірмесі$2' }],
  [/^(.+), republished$/, { ru: '$1, перепечатка', kk: '$1, қайта басылым' }],
  [/^(.+) \(Russian\)(.*)$/, { ru: '$1 (на русском)$2', kk: '$1 (орысша)$2' }],
  [/^(.+) \(Chinese\)(.*)$/, { ru: '$1 (на китайском)$2', kk: '$1 (қытайша)$2' }],
  [/^(.+) \(German\)(.*)$/, { ru: '$1 (на немецком)$2', kk: '$1 (немісше)$2' }],
  [/^(.+) \(French\)(.*)$/, { ru: '$1 (на французском)$2', kk: '$1 (французша)$2' }],
  [/^(.+) \(Croatian\)(.*)$/, { ru: '$1 (на хорватском)$2', kk: '$1 (хорватша)$2' }],
  [/^(.+) \(Italian\)(.*)$/, { ru: '$1 (на итальянском)$2', kk: '$1 (итальянша)$2' }],
  [/^(.+) \(Japanese\)(.*)$/, { ru: '$1 (на японском)$2', kk: '$1 (жапонша)$2' }],
  [/^(.+) \(Kazakh\)(.*)$/, { ru: '$1 (на казахском)$2', kk: '$1 (қазақша)$2' }],
  [/^(.+) \(Vietnamese\)(.*)$/, { ru: '$1 (на вьетнамском)$2', kk: '$1 (вьетнамша)$2' }],
  [/^(.+) \(Spanish\)(.*)$/, { ru: '$1 (на испанском)$2', kk: '$1 (испанша)$2' }],
  [/^(.+) \(Azerbaijani\)(.*)$/, { ru: '$1 (на азербайджанском)$2', kk: '$1 (әзербайжанша)$2' }],
  [/^Wikipedia \(mirrors?(.*)\)$/, { ru: 'Википедия (зеркало$1)', kk: 'Уикипедия (айна$1)' }],
  [/^Wikipedia \((\S+) copy\)$/, { ru: 'Википедия (копия $1)', kk: 'Уикипедия ($1 көшірмесі)' }],
  [/^Wikipedia \((.+)\)$/, { ru: 'Википедия ($1)', kk: 'Уикипедия ($1)' }],
]

/** A licence note in a language; one that has a name of its own, or came with an import, stays as it is. */
export const licenceIn = (text: string, language: Language): string =>
  language === 'en' ? text : (licenceWords[text]?.[language] ?? text)

/** A publisher in a language; names stay, the words around them do not. */
export function publisherIn(text: string, language: Language): string {
  if (language === 'en') return text
  return (
    publishers[text]?.[language] ?? relations.reduce((said, [pattern, words]) => said.replace(pattern, words[language]), text)
  )
}

/** What has words of its own, for the test that compares them with the sources. */
export const citationPhrases = { licences: Object.keys(licenceWords), publishers: Object.keys(publishers) }
