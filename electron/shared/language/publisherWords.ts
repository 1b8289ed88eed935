// Offices and banks among the publishers of the bundled sources, and publishers with words around their names, in Russian and Kazakh. Names
// known by one word everywhere (Reuters) need no entry.
import type { PhraseWords } from './phraseWords.ts'

export const publisherWords: PhraseWords = {
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
  'AFP copy': { ru: 'копия AFP', kk: 'AFP көшірмесі' },
  'AidData at William & Mary; aggregated in R package aiddataviz (Teal Insights)': {
    ru: 'AidData at William & Mary; сведено в пакете R aiddataviz (Teal Insights)',
    kk: 'AidData at William & Mary; R aiddataviz пакетінде жинақталған (Teal Insights)',
  },
  'EU TACIS project (Scribd copy)': { ru: 'Проект ЕС TACIS (копия Scribd)', kk: 'ЕО-ның TACIS жобасы (Scribd көшірмесі)' },
  'The Astana Times text, Adams Chronicle': {
    ru: 'Текст The Astana Times, Adams Chronicle',
    kk: 'The Astana Times мәтіні, Adams Chronicle',
  },
  'The Astana Times text, Dakarinfo (French)': {
    ru: 'Текст The Astana Times, Dakarinfo (на французском)',
    kk: 'The Astana Times мәтіні, Dakarinfo (французша)',
  },
  'Bloomberg text via Uxolo': { ru: 'Текст Bloomberg, по Uxolo', kk: 'Bloomberg мәтіні, Uxolo арқылы' },
  'Euractiv text via searchenginego.com': {
    ru: 'Текст Euractiv, по searchenginego.com',
    kk: 'Euractiv мәтіні, searchenginego.com арқылы',
  },
  'Bank of Finland BOFIT': { ru: 'Банк Финляндии, BOFIT', kk: 'Финляндия Банкі, BOFIT' },
  'Fakt Yoxla quoting the Central Bank of Azerbaijan': {
    ru: 'Fakt Yoxla со ссылкой на Центральный банк Азербайджана',
    kk: 'Fakt Yoxla, Әзербайжан Орталық банкінің деректеріне сілтемемен',
  },
  'Central Bank of Azerbaijan, reported by Trend': {
    ru: 'Центральный банк Азербайджана, по Trend',
    kk: 'Әзербайжан Орталық банкі, Trend арқылы',
  },
  'CNPC notice of 26 January 2011, mirrored page (Chinese)': {
    ru: 'Сообщение CNPC от 26 января 2011 года, копия страницы (на китайском)',
    kk: 'CNPC-нің 2011 жылғы 26 қаңтардағы хабарламасы, бет көшірмесі (қытайша)',
  },
  'Eurasian Development Bank, reported by The Astana Times': {
    ru: 'Евразийский банк развития, по The Astana Times',
    kk: 'Еуразиялық даму банкі, The Astana Times арқылы',
  },
  'fDi Markets, Financial Times copy': { ru: 'fDi Markets, копия Financial Times', kk: 'fDi Markets, Financial Times көшірмесі' },
  'Gallup, reprinted by Diplomatic Courier': {
    ru: 'Gallup, перепечатка Diplomatic Courier',
    kk: 'Gallup, Diplomatic Courier қайта басқан',
  },
  'postsen.com (from Onet)': { ru: 'postsen.com (из Onet)', kk: 'postsen.com (Onet бойынша)' },
  'Ministry of Economy via Times of Central Asia': {
    ru: 'Министерство экономики, по Times of Central Asia',
    kk: 'Экономика министрлігі, Times of Central Asia арқылы',
  },
  'National Statistical Committee via Times of Central Asia': {
    ru: 'Национальный статистический комитет, по Times of Central Asia',
    kk: 'Ұлттық статистика комитеті, Times of Central Asia арқылы',
  },
  '24.kg, National Statistical Committee': {
    ru: '24.kg, Национальный статистический комитет',
    kk: '24.kg, Ұлттық статистика комитеті',
  },
  'State Statistical Committee via Trend': {
    ru: 'Государственный статистический комитет, по Trend',
    kk: 'Мемлекеттік статистика комитеті, Trend арқылы',
  },
  'makenerzhan-gif/kazakhstan-economic-data (from Bureau of National Statistics)': {
    ru: 'makenerzhan-gif/kazakhstan-economic-data (по Бюро национальной статистики)',
    kk: 'makenerzhan-gif/kazakhstan-economic-data (Ұлттық статистика бюросы бойынша)',
  },
  'Russian Embassy in Thailand': { ru: 'Посольство России в Таиланде', kk: 'Ресейдің Таиландтағы елшілігі' },
  'Minerva Research Initiative, US Department of Defense': {
    ru: 'Minerva Research Initiative, Министерство обороны США',
    kk: 'Minerva Research Initiative, АҚШ Қорғаныс министрлігі',
  },
  'National Statistics Office via Montsame': {
    ru: 'Национальное статистическое управление, по Montsame',
    kk: 'Ұлттық статистика басқармасы, Montsame арқылы',
  },
  'The Astana Times, reprinted by Shepherd Gazette; NBK data': {
    ru: 'The Astana Times, перепечатка Shepherd Gazette; данные НБК',
    kk: 'The Astana Times, Shepherd Gazette қайта басқан; ҚҰБ деректері',
  },
  'Serbian Monitor quoting the National Bank of Serbia': {
    ru: 'Serbian Monitor со ссылкой на Национальный банк Сербии',
    kk: 'Serbian Monitor, Сербия Ұлттық банкінің деректеріне сілтемемен',
  },
  'Serbia Business quoting the National Bank of Serbia': {
    ru: 'Serbia Business со ссылкой на Национальный банк Сербии',
    kk: 'Serbia Business, Сербия Ұлттық банкінің деректеріне сілтемемен',
  },
  'news site (outlet not identifiable from the stored address)': {
    ru: 'Новостной сайт (по сохранённому адресу издание не определить)',
    kk: 'Жаңалықтар сайты (сақталған мекенжайдан басылымы анықталмайды)',
  },
  'bne IntelliNews and We News English (GACC)': {
    ru: 'bne IntelliNews и We News English (GACC)',
    kk: 'bne IntelliNews және We News English (GACC)',
  },
  'TASS (Agency of Statistics, Customs Service)': {
    ru: 'ТАСС (Агентство по статистике, Таможенная служба)',
    kk: 'ТАСС (Статистика агенттігі, Кеден қызметі)',
  },
  'serbestgorus.com and alomaliye.com (TurkStat)': {
    ru: 'serbestgorus.com и alomaliye.com (TurkStat)',
    kk: 'serbestgorus.com және alomaliye.com (TurkStat)',
  },
  'Ukrainian News (State Customs Service)': {
    ru: 'Ukrainian News (Государственная таможенная служба)',
    kk: 'Ukrainian News (Мемлекеттік кеден қызметі)',
  },
  'rcc.ru (State Customs Service of Ukraine)': {
    ru: 'rcc.ru (Государственная таможенная служба Украины)',
    kk: 'rcc.ru (Украина Мемлекеттік кеден қызметі)',
  },
  'Qazaq TV quoting the National Bank': {
    ru: 'Qazaq TV со ссылкой на Национальный Банк',
    kk: 'Qazaq TV, Ұлттық Банк деректеріне сілтемемен',
  },
  'Reuters via a republisher (Icelandic translation)': {
    ru: 'Reuters, по перепечатке (перевод на исландский)',
    kk: 'Reuters, қайта басылым арқылы (исландша аударма)',
  },
  'Trend News Agency, 12 December 2023': {
    ru: 'Trend News Agency, 12 декабря 2023 года',
    kk: 'Trend News Agency, 2023 жылғы 12 желтоқсан',
  },
  'US Department of State; tables by M. Schaver': {
    ru: 'Государственный департамент США; таблицы: M. Schaver',
    kk: 'АҚШ Мемлекеттік департаменті; кестелер: M. Schaver',
  },
  'Xinhua, press service of the Uzbek president': {
    ru: 'Xinhua, пресс-служба президента Узбекистана',
    kk: 'Xinhua, Өзбекстан президентінің баспасөз қызметі',
  },
  'National Statistics Committee of Uzbekistan via UzA, Qazinform': {
    ru: 'Национальный комитет по статистике Узбекистана, по UzA, Qazinform',
    kk: 'Өзбекстанның Ұлттық статистика комитеті, UzA, Qazinform арқылы',
  },
  'Statistics Agency of Uzbekistan via Trend': {
    ru: 'Агентство статистики Узбекистана, по Trend',
    kk: 'Өзбекстан Статистика агенттігі, Trend арқылы',
  },
  'E. Voeten (Harvard Dataverse release of 2024); table by Pigeon-Effect, Mapping UNGA Voting Alliances': {
    ru: 'E. Voeten (выпуск Harvard Dataverse 2024 года); таблица: Pigeon-Effect, Mapping UNGA Voting Alliances',
    kk: 'E. Voeten (Harvard Dataverse-тің 2024 жылғы шығарылымы); кесте: Pigeon-Effect, Mapping UNGA Voting Alliances',
  },
  'E. Voeten; R package unvotes (D. Robinson)': {
    ru: 'E. Voeten; пакет R unvotes (D. Robinson)',
    kk: 'E. Voeten; R unvotes пакеті (D. Robinson)',
  },
  'World Bank (issuu)': { ru: 'Всемирный банк (issuu)', kk: 'Дүниежүзілік банк (issuu)' },
  'World Bank WDI via datasets/gdp': {
    ru: 'Всемирный банк, WDI, по datasets/gdp',
    kk: 'Дүниежүзілік банк, WDI, datasets/gdp арқылы',
  },
  'World Bank WDI via datasets/population': {
    ru: 'Всемирный банк, WDI, по datasets/population',
    kk: 'Дүниежүзілік банк, WDI, datasets/population арқылы',
  },
  'World Bank (Scribd copy)': { ru: 'Всемирный банк (копия Scribd)', kk: 'Дүниежүзілік банк (Scribd көшірмесі)' },
  'World Bank via lmorgans/WGIdata': {
    ru: 'Всемирный банк, по lmorgans/WGIdata',
    kk: 'Дүниежүзілік банк, lmorgans/WGIdata арқылы',
  },
  'Construction Briefing, World Bank': {
    ru: 'Construction Briefing, Всемирный банк',
    kk: 'Construction Briefing, Дүниежүзілік банк',
  },
}
