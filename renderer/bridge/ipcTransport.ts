import { createClient } from '../../electron/shared/contract/client.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { PageApi } from '../../electron/shared/contract/page.ts'
import type { FileRef } from '../../electron/shared/contract/schema/host.ts'
import type { Bridge } from './bridge.ts'
import { createListeners } from './listeners.ts'

/** The bytes of a blob in base64, in pieces that a call of a function takes. */
async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(text)
}
const PIECE = 8192

/** The Electron host: calls, events and files through the preload. */
export function ipcBridge(api: PageApi): Bridge {
  const listeners = createListeners()
  api.onEvent((name, value) => void listeners.hear(name, value))
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
    savePicture: async (name, kind, picture) => {
      const { token } = await client['host.keepPicture']({ name: name.slice(0, 200), kind, data: await base64(picture) })
      return client['host.save']({ token })
    },
    openLink: async (url) => (await client['host.openLink']({ url })).opened,
  }
}
