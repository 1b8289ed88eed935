import { createClient } from '../../electron/shared/contract/client.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { PageApi } from '../../electron/shared/contract/page.ts'
import type { FileRef } from '../../electron/shared/contract/schema/host.ts'
import type { Bridge } from './bridge.ts'
import { createListeners } from './listeners.ts'

/** The Electron host: calls, events and files through the preload. */
export function ipcBridge(api: PageApi): Bridge {
  const listeners = createListeners()
  api.onEvent(listeners.hear)
  const client = createClient({ call: (name, request) => api.call(name, request) })
  return {
    client,
    onEvent: listeners.on,
    chooseFiles: (kind) => client['host.chooseFiles']({ kind }),
    dropFiles: async (files) => {
      const reply = await api.openFiles(files)
      if (reply.ok) return reply.value as readonly FileRef[]
      throw new CallError(reply.error.code, reply.error.message, reply.error.detail)
    },
    save: (token) => client['host.save']({ token }),
    openLink: async (url) => (await client['host.openLink']({ url })).opened,
  }
}
