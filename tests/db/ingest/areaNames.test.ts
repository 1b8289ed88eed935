import { expect, it } from 'vitest'
import { bundledAreas, bundledCodes } from './bundledAreas.ts'

/** Names as the World Bank, M49, Comtrade, the IMF, WITS, Eurostat, Our World in Data, ISO 3166 and Russian and Kazakh tables write them. */
const names = `
AFG Afghanistan, Islamic Republic of|Afghanistan, Islamic Rep. of|Афганистан, Исламская Республика|Ауғанстан
AGO Angola|Ангола
ALB Albania|Албания|Албания, Республика
ARE United Arab Emirates|United Arab Emirates (the)|UAE|ОАЭ|Объединенные Арабские Эмираты|Біріккен Араб Әмірліктері|БАӘ
ARG Argentina|Аргентина
ARM Armenia|Armenia, Republic of|Armenia, Rep. of|Армения|Республика Армения
ATG Antigua and Barbuda|Antigua & Barbuda|Антигуа и Барбуда
AUS Australia|Австралия|Австралийский Союз
AUT Austria|Австрия
AZE Azerbaijan|Azerbaijan, Republic of|Azerbaijan, Rep. of|Азербайджан|Азербайджанская Республика|Әзербайжан
BEL Belgium|Бельгия
BFA Burkina Faso|Буркина-Фасо
BGD Bangladesh|Бангладеш
BGR Bulgaria|Болгария
BHR Bahrain|Bahrain, Kingdom of|Бахрейн
BHS Bahamas, The|Bahamas|Bahamas (the)|The Bahamas|Багамские Острова|Багамы
BIH Bosnia and Herzegovina|Bosnia Herzegovina|Bosnia & Herzegovina|Босния и Герцеговина
BLR Belarus|Belarus, Republic of|Belarus, Rep. of|Беларусь|Республика Беларусь|Белоруссия
BOL Bolivia|Bolivia (Plurinational State of)|Bolivia, Plurinational State of|Боливия|Боливия (Многонациональное Государство)
BRA Brazil|Бразилия
BRN Brunei|Brunei Darussalam|Бруней-Даруссалам|Бруней
CAF Central African Republic|Central African Rep.|Центральноафриканская Республика|ЦАР
CAN Canada|Канада
CHE Switzerland|Switzerland, Liechtenstein|Швейцария
CHL Chile|Чили
CHN China|China, P.R.: Mainland|China, People's Republic of|China, mainland|People's Republic of China|PRC|Китай|КНР|Китайская Народная Республика|Қытай|ҚХР
CIV Cote d'Ivoire|Côte d'Ivoire|Ivory Coast|Кот-д'Ивуар|Кот-д’Ивуар
CMR Cameroon|Камерун
COD Congo, Dem. Rep.|Congo, Dem. Rep. of the|Democratic Republic of the Congo|Dem. Rep. of the Congo|Congo (the Democratic Republic of the)|Democratic Republic of Congo|DR Congo|Congo, Democratic Republic of the|Демократическая Республика Конго|ДР Конго
COG Congo, Rep.|Congo, Republic of|Congo, Rep. of|Republic of the Congo|Республика Конго
COM Comoros|Comoros, Union of the|Коморы|Коморские Острова
CPV Cabo Verde|Cape Verde|Кабо-Верде
CUB Cuba|Куба
CUW Curacao|Curaçao|Curaçao, Kingdom of the Netherlands|Кюрасао
CYP Cyprus|Кипр
CZE Czech Republic|Czechia|Czech Rep.|Чехия|Чешская Республика
DEU Germany|Federal Republic of Germany|Germany (until 1990 former territory of the FRG)|Германия|ФРГ|Федеративная Республика Германия
DNK Denmark|Дания
DOM Dominican Republic|Dominican Rep.|Доминиканская Республика
EGY Egypt, Arab Rep.|Egypt, Arab Republic of|Egypt|Египет|Арабская Республика Египет|Мысыр
ERI Eritrea|Eritrea, The State of|Эритрея
ESP Spain|Испания
EST Estonia|Estonia, Republic of|Estonia, Rep. of|Эстония
ETH Ethiopia|Ethiopia, The Federal Democratic Republic of|Ethiopia, Federal Dem. Rep. of|Эфиопия
FIN Finland|Финляндия
FJI Fiji, Republic of|Fiji, Rep. of|Fiji|Фиджи
FLK Falkland Islands (Malvinas)|Falkland Isds (Malvinas)|Falkland Island|Falkland Islands
FRA France|Франция
FRO Faroe Islands|Faeroe Islands|Faeroe Isds|Faroe Isds|Фарерские острова
FSM Micronesia, Fed. Sts.|Micronesia (Federated States of)|FS Micronesia|Micronesia, Federated States of
GBR United Kingdom|United Kingdom of Great Britain and Northern Ireland|United Kingdom of Great Britain and Northern Ireland (the)|UK|Great Britain|Великобритания|Соединенное Королевство|Ұлыбритания
GEO Georgia|Грузия
GHA Ghana|Гана
GMB Gambia, The|Gambia|Gambia (the)|Гамбия
GNB Guinea-Bissau|Гвинея-Бисау
GNQ Equatorial Guinea|Equatorial Guinea, Republic of|Экваториальная Гвинея
GRC Greece|Греция
HKG Hong Kong SAR, China|China, Hong Kong SAR|China, P.R.: Hong Kong|Hong Kong, China|Hong Kong|China, Hong Kong Special Administrative Region|Hong Kong Special Administrative Region, People's Republic of China|Гонконг|Сянган (Гонконг)
HRV Croatia|Croatia, Republic of|Croatia, Rep. of|Хорватия
HUN Hungary|Венгрия|Мажарстан
IDN Indonesia|Индонезия
IND India|Индия|Үндістан
IRL Ireland|Ирландия
IRN Iran, Islamic Rep.|Iran (Islamic Republic of)|Iran, Islamic Republic of|Iran|Иран|Иран, Исламская Республика|Иран (Исламская Республика)|Исламская Республика Иран
IRQ Iraq|Ирак
ISL Iceland|Исландия
ISR Israel|Израиль
ITA Italy|Италия
JPN Japan|Япония|Жапония
KAZ Kazakhstan|Kazakhstan, Republic of|Kazakhstan, Rep. of|Казахстан|Республика Казахстан|Қазақстан|Қазақстан Республикасы
KGZ Kyrgyz Republic|Kyrgyzstan|Kyrgyz Rep.|Кыргызстан|Киргизия|Кыргызская Республика|Қырғызстан
KHM Cambodia|Камбоджа
KNA St. Kitts and Nevis|Saint Kitts and Nevis|Saint Kitts & Nevis
KOR Korea, Rep.|Korea, Rep. of|Korea, Republic of|Rep. of Korea|Republic of Korea|Korea (the Republic of)|South Korea|Южная Корея|Республика Корея|Корея, Республика|Оңтүстік Корея|Корея Республикасы
KWT Kuwait|Кувейт
LAO Lao PDR|Lao People's Dem. Rep.|Lao People's Democratic Republic|Laos|Lao People's Democratic Republic (the)|Лаос|Лаосская Народно-Демократическая Республика
LBN Lebanon|Ливан
LBY Libya|Ливия
LCA St. Lucia|Saint Lucia|Сент-Люсия
LKA Sri Lanka|Шри-Ланка
LSO Lesotho|Lesotho, Kingdom of
LTU Lithuania|Lithuania, Rep. of|Литва
LUX Luxembourg|Люксембург
LVA Latvia|Latvia, Republic of|Latvia, Rep. of|Латвия
MAC Macao SAR, China|China, Macao SAR|China, P.R.: Macao|Macao|Macau|Макао
MAR Morocco|Марокко
MDA Moldova|Moldova, Rep.|Moldova, Rep. of|Moldova, Republic of|Rep. of Moldova|Republic of Moldova|Moldova (the Republic of)|Молдова|Республика Молдова|Молдова, Республика|Молдавия
MDG Madagascar, Republic of|Madagascar, Rep. of|Мадагаскар
MHL Marshall Islands|Marshall Isds|Marshall Islands, Republic of the|Marshall Islands, Rep. of the
MKD North Macedonia|North Macedonia, Republic of|Macedonia, FYR|TFYR of Macedonia|The former Yugoslav Republic of Macedonia|Северная Македония
MLT Malta|Мальта
MMR Myanmar|Burma|Мьянма
MNG Mongolia|Монголия|Моңғолия
MOZ Mozambique, Republic of|Mozambique, Rep. of|Мозамбик
MRT Mauritania, Islamic Republic of|Mauritania, Islamic Rep. of|Мавритания
MYS Malaysia|Малайзия
NLD Netherlands|Netherlands, The|Netherlands (the)|Netherlands (Kingdom of the)|The Netherlands|Нидерланды|Голландия
NOR Norway|Норвегия
NPL Nepal|Непал
NRU Nauru, Republic of|Nauru, Rep. of|Науру
NZL New Zealand|Новая Зеландия
PAK Pakistan|Пакистан|Пәкістан
PHL Philippines|Philippines (the)|Филиппины
POL Poland|Poland, Republic of|Poland, Rep. of|Польша
PRK Korea, Dem. People's Rep.|Korea, Dem. People's Rep. of|Dem. People's Rep. of Korea|Democratic People's Republic of Korea|North Korea|КНДР|Северная Корея|Корейская Народно-Демократическая Республика
PRT Portugal|Португалия
PSE West Bank and Gaza|State of Palestine|Palestine|Palestine, State of|Occ. Palestinian Terr.|Occupied Palestinian Territory|Палестина
QAT Qatar|Катар
ROU Romania|Румыния
RUS Russian Federation|Russia|Russian Federation (the)|Российская Федерация|Россия|РФ|Ресей|Ресей Федерациясы
SAU Saudi Arabia|Саудовская Аравия|Сауд Арабиясы
SDN Sudan|Sudan (the)|Судан
SGP Singapore|Сингапур
SLB Solomon Islands|Solomon Isds|Соломоновы Острова
SMR San Marino|San Marino, Republic of|San Marino, Rep. of
SRB Serbia|Serbia, Republic of|Serbia, Rep. of|Сербия
SSD South Sudan|South Sudan, Republic of|South Sudan, Rep. of|Южный Судан
STP Sao Tome and Principe|São Tomé and Príncipe|São Tomé and Príncipe, Democratic Republic of|São Tomé and Príncipe, Dem. Rep. of
SVK Slovak Republic|Slovakia|Slovak Rep.|Словакия|Словацкая Республика
SVN Slovenia|Slovenia, Republic of|Slovenia, Rep. of|Словения
SWE Sweden|Швеция
SWZ Eswatini|Eswatini, Kingdom of|Swaziland|Эсватини
SXM Sint Maarten (Dutch part)|Sint Maarten, Kingdom of the Netherlands|Saint Maarten
SYR Syrian Arab Republic|Syria|Сирия|Сирийская Арабская Республика
TCA Turks and Caicos Islands|Turks and Caicos Isds|Turks & Caicos Islands
TJK Tajikistan|Tajikistan, Republic of|Tajikistan, Rep. of|Таджикистан|Тәжікстан
TKM Turkmenistan|Туркменистан|Туркмения|Түрікменстан
TLS Timor-Leste|East Timor|Timor-Leste, Democratic Republic of|Timor-Leste, Dem. Rep. of|Тимор-Лесте
TUR Turkiye|Türkiye|Turkey|Türkiye, Republic of|Türkiye, Rep. of|Турция|Турецкая Республика|Түркия
TWN Taiwan, China|Taiwan Province of China|Taiwan|Chinese Taipei|Taiwan (Province of China)|Тайвань|Тайвань (Китай)
TZA Tanzania|Tanzania, United Rep. of|United Rep. of Tanzania|United Republic of Tanzania|Tanzania, United Republic of|Tanzania, the United Republic of|Танзания
UKR Ukraine|Украина
USA United States|United States of America|United States of America (the)|USA|US|США|Соединенные Штаты Америки|Соединённые Штаты|АҚШ|Америка Құрама Штаттары
UZB Uzbekistan|Uzbekistan, Republic of|Uzbekistan, Rep. of|Узбекистан|Республика Узбекистан|Өзбекстан
VAT Holy See|Holy See (the)|Holy See (Vatican City State)|Vatican|Ватикан
VCT St. Vincent and the Grenadines|Saint Vincent and the Grenadines
VEN Venezuela, RB|Venezuela (Bolivarian Republic of)|Venezuela, Bolivarian Republic of|Venezuela, Rep. Bolivariana de|Venezuela|Венесуэла
VGB British Virgin Islands|British Virgin Isds|Virgin Islands (British)
VIR Virgin Islands (U.S.)|United States Virgin Islands|US Virgin Isds
VNM Viet Nam|Vietnam|Вьетнам|Социалистическая Республика Вьетнам
XKX Kosovo|Kosovo, Republic of|Kosovo, Rep. of|Косово
YEM Yemen, Rep.|Yemen, Republic of|Yemen, Rep. of|Yemen|Йемен
ZAF South Africa|Южная Африка|ЮАР|Южно-Африканская Республика|ОАР`
  .trim()
  .split('\n')
  .flatMap((line) =>
    line
      .slice(4)
      .split('|')
      .map((name) => [name, line.slice(0, 3)] as const),
  )

it('knows the names that publishers and Russian and Kazakh tables give to areas', () => {
  const reader = bundledAreas()
  const misread = names.flatMap(([name, code]) => {
    const reading = reader.read(name)
    const got = reading.kind === 'area' ? reading.area.code : reading.kind
    return got === code ? [] : [`${code}|${name}|${got}`]
  })
  expect(names.length).toBeGreaterThan(300)
  expect(misread).toEqual([])
})

it('reads a code in capital letters, which asks no name, as it reads the same in small ones', () => {
  const reader = bundledAreas()
  const codes = bundledCodes()
  expect(codes.length).toBeGreaterThan(250)
  expect(codes.filter((code) => JSON.stringify(reader.read(code)) !== JSON.stringify(reader.read(code.toLowerCase())))).toEqual(
    [],
  )
})
