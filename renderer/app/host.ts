import type { Bridge } from '../bridge/index.ts'
import type { Host } from '../ui/data/client.tsx'

/** The bridge as the views know it. */
export const asHost = (bridge: Bridge): Host => ({
  client: bridge.client,
  onEvent: (name, listen) => bridge.onEvent(name, listen),
  chooseFiles: (kind) => bridge.chooseFiles(kind),
  dropFiles: (files) => bridge.dropFiles([...files]),
  save: async (token) => (await bridge.save(token)).saved,
  savePicture: async (name, kind, picture) => (await bridge.savePicture(name, kind, picture)).saved,
  openLink: (url) => bridge.openLink(url),
})
