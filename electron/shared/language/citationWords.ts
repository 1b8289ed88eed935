// Licence notes and names of offices that many sources share, in Russian and Kazakh. Licences that have a name of their own (CC BY 4.0) and
// publishers that are known by one name (Reuters) stay as they are; titles are cited in the language of the work.
import type { Language } from '../domain/languages.ts'

type Other = Exclude<Language, 'en'>
type Words = Readonly<Record<string, Readonly<Record<Other, string>>>>

const licences: Words = {
  'Publisher copyright; single figures cited as facts with attribution': {
    ru: 'Права у издателя; отдельные цифры приведены как факты со ссылкой на источник',
    kk: 'Құқық баспагерде; жеке сандар дереккөзге сілтемемен факт ретінде келтірілген',
  },
  'Publisher copyright; facts quoted with attribution': {
    ru: 'Права у издателя; факты приведены со ссылкой на источник',
    kk: 'Құқық баспагерде; фактілер дереккөзге сілтемемен келтірілген',
  },
  'Publisher copyright; figures quoted as facts with attribution': {
    ru: 'Права у издателя; цифры приведены как факты со ссылкой на источник',
    kk: 'Құқық баспагерде; сандар дереккөзге сілтемемен факт ретінде келтірілген',
  },
  'Company copyright; figures cited with attribution': {
    ru: 'Права у компании; цифры приведены со ссылкой на источник',
    kk: 'Құқық компанияда; сандар дереккөзге сілтемемен келтірілген',
  },
  '© publisher; dates and facts cited': {
    ru: '© издатель; приведены даты и факты',
    kk: '© баспагер; күндер мен фактілер келтірілген',
  },
  '© publisher; single figures cited': {
    ru: '© издатель; приведены отдельные цифры',
    kk: '© баспагер; жеке сандар келтірілген',
  },
  'Press or agency text quoting official figures; facts only, cite the outlet': {
    ru: 'Сообщение прессы или агентства с официальными цифрами; только факты, ссылка на издание обязательна',
    kk: 'Ресми сандар келтірілген баспасөз не агенттік хабары; тек фактілер, басылымға сілтеме міндетті',
  },
  'US Government work (public domain)': {
    ru: 'Произведение правительства США (общественное достояние)',
    kk: 'АҚШ үкіметінің туындысы (қоғамдық игілік)',
  },
  'NBK statistics: free use with reference to the source; repository licence not stated': {
    ru: 'Статистика НБК: свободное использование со ссылкой на источник; лицензия хранилища не указана',
    kk: 'ҚҰБ статистикасы: дереккөзге сілтемемен еркін пайдалану; репозиторий лицензиясы көрсетілмеген',
  },
  'Official statistics; reuse with reference to the source (carrying repository states no licence)': {
    ru: 'Официальная статистика; использование со ссылкой на источник (хранилище лицензии не указывает)',
    kk: 'Ресми статистика; дереккөзге сілтемемен пайдалану (репозиторий лицензия көрсетпейді)',
  },
  'Official statistics; reuse with reference to the source (no explicit open licence; carrying repository: README CC BY 4.0, LICENSE file Apache-2.0)':
    {
      ru: 'Официальная статистика; использование со ссылкой на источник (открытая лицензия прямо не указана; в хранилище: README CC BY 4.0, LICENSE Apache-2.0)',
      kk: 'Ресми статистика; дереккөзге сілтемемен пайдалану (ашық лицензия анық көрсетілмеген; репозиторийде: README CC BY 4.0, LICENSE Apache-2.0)',
    },
  'Open data with reference to the source (licence not stated in the carrying repository)': {
    ru: 'Открытые данные со ссылкой на источник (в хранилище лицензия не указана)',
    kk: 'Дереккөзге сілтемемен ашық деректер (репозиторийде лицензия көрсетілмеген)',
  },
  'WITS: free use with attribution; UN Comtrade restricts bulk re-dissemination (check before shipping more than these extracts)':
    {
      ru: 'WITS: свободное использование со ссылкой; UN Comtrade ограничивает массовое распространение (проверьте, прежде чем передавать больше этих выдержек)',
      kk: 'WITS: сілтемемен еркін пайдалану; UN Comtrade жаппай таратуды шектейді (осы үзінділерден көбін бермес бұрын тексеріңіз)',
    },
  '© SIPRI; free use with attribution for non-commercial purposes, see sipri.org terms': {
    ru: '© СИПРИ; свободное некоммерческое использование со ссылкой, см. условия на sipri.org',
    kk: '© СИПРИ; сілтемемен коммерциялық емес еркін пайдалану, шарттары sipri.org сайтында',
  },
  'wiiw database terms (membership product; redistribution permission NOT confirmed). Underlying NBK statistics are public. Repository carries no licence':
    {
      ru: 'Условия базы wiiw (доступ по членству; право на распространение НЕ подтверждено). Исходная статистика НБК общедоступна. В хранилище лицензии нет',
      kk: 'wiiw базасының шарттары (мүшелікпен қолжетімді; тарату құқығы РАСТАЛМАҒАН). Бастапқы ҚҰБ статистикасы жалпыға ашық. Репозиторийде лицензия жоқ',
    },
  'Harvard Dataverse (CC0 to be confirmed online); cite Bailey, Strezhnev, Voeten, JCR 61(2) 2017': {
    ru: 'Harvard Dataverse (CC0 подлежит проверке в сети); цитировать Bailey, Strezhnev, Voeten, JCR 61(2) 2017',
    kk: 'Harvard Dataverse (CC0 желіде тексерілуі тиіс); сілтеме: Bailey, Strezhnev, Voeten, JCR 61(2) 2017',
  },
  'MIT package; original data Harvard Dataverse doi:10.7910/DVN/LEJUQZ (cite Voeten; CC0 to be confirmed online)': {
    ru: 'Пакет MIT; исходные данные Harvard Dataverse doi:10.7910/DVN/LEJUQZ (цитировать Voeten; CC0 подлежит проверке в сети)',
    kk: 'MIT пакеті; бастапқы деректер Harvard Dataverse doi:10.7910/DVN/LEJUQZ (сілтеме: Voeten; CC0 желіде тексерілуі тиіс)',
  },
}

const publishers: Words = {
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
}

const said = (words: Words, text: string, language: Language): string =>
  language === 'en' ? text : (words[text]?.[language] ?? text)

/** A licence note in a language; one that is not shared by many sources, or has a name of its own, stays as it is. */
export const licenceIn = (text: string, language: Language): string => said(licences, text, language)

/** A publisher in a language; one that is known by its own name stays as it is. */
export const publisherIn = (text: string, language: Language): string => said(publishers, text, language)

/** What has words of its own, for the test that compares them with the sources. */
export const citationPhrases = { licences: Object.keys(licences), publishers: Object.keys(publishers) }
