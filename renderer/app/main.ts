// The first thing a page runs: small, so that questions to the host, the program's code and the first screen's code travel at the same time.
import '../ui/theme/mantine.css'
import '@mantine/spotlight/styles.css'
import '../ui/theme/fonts.css'
import '../ui/theme/tokens.css'
import '../ui/theme/base.css'
import { chooseBridge } from '../bridge/index.ts'
import { languageOf } from '../language/languages.ts'
import { fetchFirstTexts } from '../language/textFiles.ts'
import { Early } from './early.ts'
import { asHost } from './host.ts'
import { screenModules, screenOf } from './screenModules.ts'

/** No `await` outside a function: the program's code imports what stands in this file's chunk, and would wait for it to end. */
async function open(): Promise<void> {
  // before anything reads the address: the browser host's key stands in it
  const bridge = chooseBridge()
  const { hash } = window.location
  const screen = screenOf(hash)
  const early = new Early(bridge.client)
  // what fails here fails again where it is waited for
  early.start(hash, screen === 'overview').catch(() => {})
  const program = import('./start.tsx')
  screenModules[screen]().catch(() => {})
  fetchFirstTexts('en')
  const info = await early.ask('host.info', {}).catch(() => null)
  const tag = info?.language ?? navigator.language
  fetchFirstTexts(languageOf(tag))
  const { start } = await program
  await start(asHost({ ...bridge, client: early.client }), tag)
}

void open()
