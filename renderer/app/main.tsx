import '../ui/theme/mantine.css'
import '@mantine/spotlight/styles.css'
import '../ui/theme/fonts.css'
import '../ui/theme/tokens.css'
import '../ui/theme/base.css'
import { createRoot } from 'react-dom/client'
import { chooseBridge } from '../bridge/index.ts'
import { startTexts } from '../language/i18n.ts'
import { App } from './App.tsx'
import { asHost } from './host.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// before anything reads the address: the browser host's key stands in it
const host = asHost(chooseBridge())
const info = await host.client['host.info']({}).catch(() => null)
const i18n = await startTexts(info?.language ?? navigator.language)
document.documentElement.lang = i18n.language
i18n.on('languageChanged', (language) => {
  document.documentElement.lang = language
})
createRoot(root).render(<App host={host} />)
