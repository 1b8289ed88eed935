// Licence notes of the bundled sources in Russian and Kazakh. Licences that have a name of their own (CC BY 4.0) need no entry; a test finds a note that lacks one.
import type { PhraseWords } from './phraseWords.ts'

export const licenceWords: PhraseWords = {
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
  'CC BY-SA (Wikipedia text, mirror)': {
    ru: 'CC BY-SA (текст Википедии, зеркало)',
    kk: 'CC BY-SA (Уикипедия мәтіні, айна)',
  },
  'Open Data Commons Attribution (ODC-By 1.0)': {
    ru: 'Open Data Commons Attribution (ODC-By 1.0): с указанием источника',
    kk: 'Open Data Commons Attribution (ODC-By 1.0): дереккөзін көрсетіп',
  },
  'Public domain (CC0 repository)': {
    ru: 'Общественное достояние (хранилище CC0)',
    kk: 'Қоғамдық игілік (CC0 репозиторийі)',
  },
  'ADB CC BY 3.0 IGO (to be confirmed on the page)': {
    ru: 'АБР, CC BY 3.0 IGO (подлежит проверке на странице)',
    kk: 'АДБ, CC BY 3.0 IGO (бетінде тексерілуі тиіс)',
  },
  'EDB: quotation with attribution': {
    ru: 'ЕАБР: цитирование со ссылкой на источник',
    kk: 'ЕАДБ: дереккөзге сілтемемен дәйексөз келтіру',
  },
  'World Bank CC BY 4.0; repository PDDL 1.0': {
    ru: 'Всемирный банк, CC BY 4.0; хранилище PDDL 1.0',
    kk: 'Дүниежүзілік банк, CC BY 4.0; репозиторий PDDL 1.0',
  },
  'AEI: free to download; reuse with attribution, terms not read in full': {
    ru: 'AEI: свободная загрузка; использование со ссылкой, условия прочитаны не полностью',
    kk: 'AEI: еркін жүктеу; сілтемемен пайдалану, шарттары толық оқылмаған',
  },
  'GCDF: Open Data Commons Attribution (ODC-By 1.0); package MIT': {
    ru: 'GCDF: Open Data Commons Attribution (ODC-By 1.0); пакет MIT',
    kk: 'GCDF: Open Data Commons Attribution (ODC-By 1.0); MIT пакеті',
  },
  'Project report; figures cited with attribution': {
    ru: 'Отчёт по проекту; цифры приведены со ссылкой на источник',
    kk: 'Жоба есебі; сандар дереккөзге сілтемемен келтірілген',
  },
  'Armstat: free use with reference; carrying repository states no licence': {
    ru: 'Армстат: свободное использование со ссылкой; в хранилище лицензия не указана',
    kk: 'Армстат: сілтемемен еркін пайдалану; репозиторийде лицензия көрсетілмеген',
  },
  'Etalab Open Licence 2.0 (attribution: Gaulier & Zignago 2010)': {
    ru: 'Открытая лицензия Etalab 2.0 (указывать: Gaulier & Zignago 2010)',
    kk: 'Etalab 2.0 ашық лицензиясы (көрсетілетіні: Gaulier & Zignago 2010)',
  },
  'Central Asia Barometer copyright; single figures cited with attribution': {
    ru: 'Права у Central Asia Barometer; отдельные цифры приведены со ссылкой на источник',
    kk: 'Құқық Central Asia Barometer ұйымында; жеке сандар дереккөзге сілтемемен келтірілген',
  },
  'Public domain (US government work; repository: public domain dedication)': {
    ru: 'Общественное достояние (произведение правительства США; хранилище передано в общественное достояние)',
    kk: 'Қоғамдық игілік (АҚШ үкіметінің туындысы; репозиторий қоғамдық игілікке берілген)',
  },
  'public domain': {
    ru: 'общественное достояние',
    kk: 'қоғамдық игілік',
  },
  'GPL-3 package; COW data free for research with citation (Pevehouse et al. 2020)': {
    ru: 'Пакет GPL-3; данные COW свободны для исследований с цитированием (Pevehouse et al. 2020)',
    kk: 'GPL-3 пакеті; COW деректері сілтеме жасалса, зерттеу үшін еркін (Pevehouse et al. 2020)',
  },
  'Free for research with citation (Barbieri, Keshk & Pollins 2009; Barbieri & Keshk 2016); no explicit open licence': {
    ru: 'Свободно для исследований с цитированием (Barbieri, Keshk & Pollins 2009; Barbieri & Keshk 2016); открытая лицензия прямо не указана',
    kk: 'Сілтеме жасалса, зерттеу үшін еркін (Barbieri, Keshk & Pollins 2009; Barbieri & Keshk 2016); ашық лицензия анық көрсетілмеген',
  },
  'Public domain (Federal Reserve)': {
    ru: 'Общественное достояние (ФРС США)',
    kk: 'Қоғамдық игілік (АҚШ ФРЖ)',
  },
  'Eurostat reuse policy (CC BY 4.0); carrying repository: MIT': {
    ru: 'Правила использования данных Евростата (CC BY 4.0); хранилище: MIT',
    kk: 'Еуростат деректерін пайдалану ережесі (CC BY 4.0); репозиторий: MIT',
  },
  'Eurostat reuse policy (CC BY 4.0)': {
    ru: 'Правила использования данных Евростата (CC BY 4.0)',
    kk: 'Еуростат деректерін пайдалану ережесі (CC BY 4.0)',
  },
  'Free use with the reference required by FCS of Russia': {
    ru: 'Свободное использование со ссылкой, которой требует ФТС России',
    kk: 'Ресей ФКҚ талап ететін сілтемемен еркін пайдалану',
  },
  'Gallup copyright; single figures cited with attribution': {
    ru: 'Права у Gallup; отдельные цифры приведены со ссылкой на источник',
    kk: 'Құқық Gallup компаниясында; жеке сандар дереккөзге сілтемемен келтірілген',
  },
  'Geostat: free use with reference to the source': {
    ru: 'Геостат: свободное использование со ссылкой на источник',
    kk: 'Геостат: дереккөзге сілтемемен еркін пайдалану',
  },
  'JODI: free with acknowledgement; terms not verified': {
    ru: 'JODI: свободно с упоминанием источника; условия не проверены',
    kk: 'JODI: дереккөзі аталса, еркін; шарттары тексерілмеген',
  },
  'see bns_kz_panel_2024_25': {
    ru: 'см. источник bns_kz_panel_2024_25',
    kk: 'bns_kz_panel_2024_25 дереккөзін қараңыз',
  },
  'CC BY (stat.gov.kg open data)': {
    ru: 'CC BY (открытые данные stat.gov.kg)',
    kk: 'CC BY (stat.gov.kg ашық деректері)',
  },
  'OECD terms: quotation with attribution': {
    ru: 'Условия ОЭСР: цитирование со ссылкой на источник',
    kk: 'ЭЫДҰ шарттары: дереккөзге сілтемемен дәйексөз келтіру',
  },
  'OPEC: use with acknowledgement; terms not verified': {
    ru: 'ОПЕК: использование с упоминанием источника; условия не проверены',
    kk: 'ОПЕК: дереккөзі аталып пайдаланылады; шарттары тексерілмеген',
  },
  'CC BY 4.0 (repository licence)': {
    ru: 'CC BY 4.0 (лицензия хранилища)',
    kk: 'CC BY 4.0 (репозиторий лицензиясы)',
  },
  'News text; figure quoted': {
    ru: 'Новостной текст; приведена цифра',
    kk: 'Жаңалық мәтіні; сан келтірілген',
  },
  '© author; not for redistribution': {
    ru: '© автор; не для распространения',
    kk: '© автор; таратуға болмайды',
  },
  'CC BY-ND 4.0: ship values unchanged and with attribution': {
    ru: 'CC BY-ND 4.0: передавать значения без изменений и со ссылкой на источник',
    kk: 'CC BY-ND 4.0: мәндер өзгертілмей, дереккөзге сілтемемен беріледі',
  },
  'Repository PDDL 1.0; TI material CC BY-ND': {
    ru: 'Хранилище PDDL 1.0; материалы TI CC BY-ND',
    kk: 'Репозиторий PDDL 1.0; TI материалдары CC BY-ND',
  },
  'no licence stated; facts only': {
    ru: 'лицензия не указана; только факты',
    kk: 'лицензия көрсетілмеген; тек фактілер',
  },
  'US public domain': {
    ru: 'Общественное достояние США',
    kk: 'АҚШ қоғамдық игілігі',
  },
  'US Government work (public domain); repository without licence statement': {
    ru: 'Произведение правительства США (общественное достояние); в хранилище лицензия не указана',
    kk: 'АҚШ үкіметінің туындысы (қоғамдық игілік); репозиторийде лицензия көрсетілмеген',
  },
  'Repository without licence statement; original data Harvard Dataverse doi:10.7910/DVN/LEJUQZ (cite Voeten; licence to be confirmed)':
    {
      ru: 'В хранилище лицензия не указана; исходные данные Harvard Dataverse doi:10.7910/DVN/LEJUQZ (цитировать Voeten; лицензия подлежит проверке)',
      kk: 'Репозиторийде лицензия көрсетілмеген; бастапқы деректер Harvard Dataverse doi:10.7910/DVN/LEJUQZ (сілтеме: Voeten; лицензиясы тексерілуі тиіс)',
    },
  'MIT repository; original data as voeten_unvotes': {
    ru: 'Хранилище MIT; исходные данные как у voeten_unvotes',
    kk: 'MIT репозиторийі; бастапқы деректер voeten_unvotes дереккөзіндегідей',
  },
  'World Bank; study is CC BY 3.0 IGO': {
    ru: 'Всемирный банк; исследование CC BY 3.0 IGO',
    kk: 'Дүниежүзілік банк; зерттеу CC BY 3.0 IGO',
  },
  'CC BY-NC 3.0 IGO (non-commercial)': {
    ru: 'CC BY-NC 3.0 IGO (некоммерческое использование)',
    kk: 'CC BY-NC 3.0 IGO (коммерциялық емес пайдалану)',
  },
  'World Bank CC BY 4.0': {
    ru: 'Всемирный банк, CC BY 4.0',
    kk: 'Дүниежүзілік банк, CC BY 4.0',
  },
  'as wiiw_fdi_kaz': {
    ru: 'как у wiiw_fdi_kaz',
    kk: 'wiiw_fdi_kaz дереккөзіндегідей',
  },
}
