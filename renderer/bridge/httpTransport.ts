import { createClient } from '../../electron/shared/contract/client.ts'
import { CallError, type CallFailure, type Reply } from '../../electron/shared/contract/errors.ts'
import { http } from '../../electron/shared/contract/http.ts'
import type { FileRef } from '../../electron/shared/contract/schema/host.ts'
import { safeFileName } from '../../electron/shared/domain/fileName.ts'
import type { Bridge } from './bridge.ts'
import { createListeners, type Listeners } from './listeners.ts'

/** What the browser host needs of its surroundings; tests bring their own. */
export interface HttpOptions {
  /** own address without a slash at the end, as `http://127.0.0.1:4123` */
  readonly origin: string
  /** proves that this page was opened by the owner of the host; null when it was not */
  readonly token: () => Promise<string | null>
  readonly fetch: typeof globalThis.fetch
}

const GONE: CallFailure = {
  code: 'worker-lost',
  message: 'Multivector does not answer. It was closed, or this computer slept. Start it again; nothing was lost.',
  detail: '',
}
const STRANGER: CallFailure = {
  code: 'refused',
  message: 'This page was not opened from the address that Multivector printed. Start it again and use that address.',
  detail: '',
}
/** A lost stream of events is asked for again after this long. */
const AGAIN_MS = 2_000

const isReply = (value: unknown): value is Reply<unknown> => typeof value === 'object' && value !== null && 'ok' in value

/** One request with the token; any way to fail becomes a Reply. */
async function ask(options: HttpOptions, path: string, init: RequestInit): Promise<Reply<unknown>> {
  const token = await options.token()
  if (token === null) return { ok: false, error: STRANGER }
  try {
    const response = await options.fetch(`${options.origin}${path}`, {
      ...init,
      headers: { ...init.headers, [http.tokenHeader]: token },
    })
    const reply: unknown = await response.json()
    return isReply(reply) ? reply : { ok: false, error: GONE }
  } catch {
    return { ok: false, error: GONE }
  }
}

const unwrap = <T>(reply: Reply<unknown>): T => {
  if (reply.ok) return reply.value as T
  throw new CallError(reply.error.code, reply.error.message, reply.error.detail)
}

/**
 * Reads events line by line as they come, and starts over when the stream ends: what was said meanwhile nobody heard, so figures count as
 * changed. Never settles while the page lives.
 */
async function followEvents(options: HttpOptions, listeners: Listeners): Promise<void> {
  for (let again = false; ; again = true) {
    const token = await options.token()
    if (token === null) return
    try {
      const response = await options.fetch(`${options.origin}${http.events}`, { headers: { [http.tokenHeader]: token } })
      if (response.status === 403) return
      if (again) void listeners.hear('data.changed', { batch: null })
      await readLines(response, (line) => {
        const { name, value } = JSON.parse(line) as { readonly name: string; readonly value: unknown }
        void listeners.hear(name, value)
      })
    } catch {
      // the host is gone or the stream was cut: asked again below
    }
    await new Promise((done) => setTimeout(done, AGAIN_MS))
  }
}

async function readLines(response: Response, line: (text: string) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const chunk = await reader?.read()
    if (!chunk || chunk.done) return
    const lines = (rest + chunk.value).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) if (text !== '') line(text)
  }
}

/** Asks through an invisible file field. Resolves to an empty list when the user cancels. */
function pickFiles(several: boolean, accept: string): Promise<readonly File[]> {
  return new Promise((done) => {
    const field = document.createElement('input')
    field.type = 'file'
    field.multiple = several
    field.accept = accept
    field.hidden = true
    field.dataset.testid = 'file-field'
    const finish = (files: readonly File[]): void => {
      field.remove()
      done(files)
    }
    field.addEventListener('change', () => finish([...(field.files ?? [])]))
    field.addEventListener('cancel', () => finish([]))
    document.body.append(field)
    field.click()
  })
}

const ACCEPT = {
  csv: '.csv,.tsv,.txt,.mvdata,.zip',
  profile: '.json',
  briefing: '.multivector,.json',
  package: '.zip,.json',
  claims: '.csv',
} as const

/** Hands a finished output to the browser's own download. */
async function download(options: HttpOptions, token: string): Promise<{ readonly saved: boolean; readonly name: string }> {
  const secret = await options.token()
  if (secret === null) throw new CallError(STRANGER.code, STRANGER.message)
  const response = await options.fetch(`${options.origin}${http.download}${token}`, { headers: { [http.tokenHeader]: secret } })
  if (!response.ok) return unwrap((await response.json()) as Reply<unknown>)
  const name = decodeURIComponent(response.headers.get(http.nameHeader) ?? 'multivector')
  return offer(name, await response.blob())
}

/** The browser's own download of what is in the page's hands. */
function offer(name: string, content: Blob): { readonly saved: boolean; readonly name: string } {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return { saved: true, name }
}

/** The browser host: the same contract by HTTP to this computer's own loopback address. */
export function httpBridge(options: HttpOptions): Bridge {
  const listeners = createListeners()
  const client = createClient({
    call: (name, request) =>
      ask(options, `${http.call}${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        // a choice made an instant before a reload is kept all the same: the browser finishes the call for the page that went
        keepalive: name === 'settings.set',
      }),
  })
  void followEvents(options, listeners)
  const upload = async (files: readonly File[]): Promise<readonly FileRef[]> => {
    const opened: FileRef[] = []
    for (const file of files) {
      const headers = { 'content-type': 'application/octet-stream', [http.nameHeader]: encodeURIComponent(file.name) }
      opened.push(unwrap<FileRef>(await ask(options, http.files, { method: 'POST', headers, body: file })))
    }
    return opened
  }
  return {
    client,
    onEvent: listeners.on,
    chooseFiles: async (kind) => upload(await pickFiles(kind === 'csv', ACCEPT[kind])),
    dropFiles: upload,
    save: (token) => download(options, token),
    savePicture: async (name, kind, picture) => offer(`${safeFileName(name)}.${kind}`, picture),
    openLink: async (url) => {
      const { opened } = await client['host.openLink']({ url })
      // the address alone is the question: it needs no translation
      if (opened && globalThis.confirm(url)) globalThis.open(url, '_blank', 'noopener,noreferrer')
      return opened
    },
  }
}
