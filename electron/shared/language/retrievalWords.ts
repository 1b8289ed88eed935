// Where a bundled source was read from (`source.retrieved_from`), in Russian and Kazakh: words around addresses, files and commits, which stay.
import type { Language } from '../domain/languages.ts'
import type { OtherLanguage } from './phraseWords.ts'

/** Whole texts and pieces of texts, in the order in which they are looked for. */
const pieces: readonly (readonly [RegExp, Readonly<Record<OtherLanguage, string>>])[] = [
  [/^page excerpt$/, { ru: 'выдержка из страницы', kk: 'бет үзіндісі' }],
  [/^stored page, opening text$/, { ru: 'сохранённая страница, начало текста', kk: 'сақталған бет, мәтіннің басы' }],
  [/^stored page$/, { ru: 'сохранённая страница', kk: 'сақталған бет' }],
  [/^project seed$/, { ru: 'исходный текст проекта', kk: 'жобаның бастапқы мәтіні' }],
  [/^web page (?=https?:)/, { ru: 'веб-страница ', kk: 'веб-бет ' }],
  [/^fetch (?=github:)/, { ru: 'загружено с ', kk: 'жүктелген жері: ' }],
  [/^git snapshot /, { ru: 'снимок git ', kk: 'git көшірмесі ' }],
  [
    /^public repository(.*), commit (\w+)/,
    { ru: 'общедоступное хранилище$1, коммит $2', kk: 'жалпыға ашық репозиторий$1, коммит $2' },
  ],
  [/, export of 8 August 2020$/, { ru: ', выгрузка 8 августа 2020 года', kk: ', 2020 жылғы 8 тамыздағы көшірме' }],
  [/ \(file verb stored copy\)/, { ru: ' (сохранённая копия файла)', kk: ' (файлдың сақталған көшірмесі)' }],
  [/\(variable (\w+), thousand USD\)/, { ru: '(переменная $1, тыс. долл.)', kk: '($1 айнымалысы, мың доллар)' }],
  [/\(same file as (.+)\)/, { ru: '(тот же файл, что $1)', kk: '($1 файлымен бірдей)' }],
  [/\(data as of ([\d-]+)\)/, { ru: '(данные на $1)', kk: '($1 күнгі деректер)' }],
  [/\(extracted ([\d-]+) and ([\d-]+)\)/, { ru: '(выгружено $1 и $2)', kk: '($1 және $2 күндері алынған)' }],
  [/, snapshots /, { ru: ', снимки ', kk: ', көшірмелері ' }],
  [/(\.csv) and (?=\S+\.csv)/, { ru: '$1 и ', kk: '$1 және ' }],
]

/** Where a source was read from, in a language; what has no words here, or came with an import, stays as it is. */
export const retrievedIn = (text: string, language: Language): string =>
  language === 'en' ? text : pieces.reduce((said, [pattern, words]) => said.replace(pattern, words[language]), text)
