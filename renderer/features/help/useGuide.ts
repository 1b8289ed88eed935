import { useEffect, useState } from 'react'
import { useLanguage } from '../../language/useFormats.ts'
import { type Chapter, readChapter } from './guide.ts'

/** One chunk per chapter and language, fetched when the guide is opened. */
const files = import.meta.glob<string>('../../../resources/guide/*/*.md', { query: '?raw', import: 'default' })

async function load(language: string): Promise<readonly Chapter[]> {
  const own = Object.keys(files)
    .filter((path) => path.includes(`/guide/${language}/`))
    .sort()
  return Promise.all(own.map(async (path) => readChapter(path.split('/').at(-1) ?? '', (await files[path]?.()) ?? '')))
}

/** The chapters of the guide in the language on screen; null until they are here. */
export function useGuide(): readonly Chapter[] | null {
  const language = useLanguage()
  const [guide, setGuide] = useState<{ readonly language: string; readonly chapters: readonly Chapter[] } | null>(null)
  useEffect(() => {
    let late = false
    void load(language).then((chapters) => {
      if (!late) setGuide({ language, chapters })
    })
    return () => {
      late = true
    }
  }, [language])
  return guide?.language === language ? guide.chapters : null
}
