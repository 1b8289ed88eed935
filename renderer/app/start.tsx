import { createRoot } from 'react-dom/client'
import { startTexts } from '../language/i18n.ts'
import type { Host } from '../ui/data/client.tsx'
import { App } from './App.tsx'

/** Draws the app into the page. @param tag language of the texts */
export async function start(host: Host, tag: string): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  const i18n = await startTexts(tag)
  document.documentElement.lang = i18n.language
  i18n.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  createRoot(root).render(<App host={host} />)
}
