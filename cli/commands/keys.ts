import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { SigningKey } from '../../electron/shared/contract/schema/packages.ts'
import { grouped, isEncryptedKey } from '../../electron/shared/domain/fingerprint.ts'
import { type Command, type CommandContext, required, UsageError } from '../command.ts'
import { newPassphrase } from '../passphrase.ts'
import { readTextFile } from '../readFile.ts'
import { table } from '../text.ts'

/** Makes a file that was not there. @throws {CallError} refused when it is, or cannot be written */
function writeNew(path: string, text: string, mode: number): void {
  try {
    writeFileSync(path, text, { flag: 'wx', mode })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw alreadyThere(path)
    throw new CallError('refused', `${basename(path)} cannot be written there.`, (error as Error).message)
  }
}

const alreadyThere = (path: string): CallError =>
  new CallError('refused', `${basename(path)} is there already. A key is never written over another.`)

/** Gives a key of an older version its passphrase: the encrypted text is whole on the disk before it takes the other's place. */
async function protect(context: CommandContext, file: string): Promise<void> {
  const name = basename(file)
  const text = readTextFile(file)
  if (isEncryptedKey(text)) throw new CallError('refused', `${name} is encrypted already.`)
  let key: KeyObject
  try {
    key = createPrivateKey(text)
  } catch {
    throw new CallError('refused', `${name} is not a private key.`)
  }
  const beside = `${file}.new`
  writeNew(beside, encrypted(key, await newPassphrase(name)), 0o600)
  renameSync(beside, file)
  context.print({ privateKey: file }, () => `${name} is encrypted. Copies of it elsewhere are not.`)
}

/** The text of a private key's file: PKCS#8 as PEM under AES-256, whose key is drawn from the passphrase by PBKDF2. */
const encrypted = (key: KeyObject, passphrase: string): string =>
  key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString()

async function generate(context: CommandContext): Promise<void> {
  const out = resolve(required(context, 'out'))
  // before a passphrase is asked for in vain
  if (existsSync(out)) throw alreadyThere(out)
  const passphrase = await newPassphrase(basename(out))
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  // the public half first: without it the private one is not left behind alone
  writeNew(`${out}.pub`, publicKey.export({ type: 'spki', format: 'pem' }).toString(), 0o644)
  writeNew(out, encrypted(privateKey, passphrase), 0o600)
  context.print({ privateKey: out, publicKey: `${out}.pub` }, () =>
    [
      `${basename(out)} signs packages, with its passphrase. Nobody can restore a forgotten one: then make a new key.`,
      `${basename(out)}.pub is for those who receive them: multivector keys trust ${basename(out)}.pub --name …`,
    ].join('\n'),
  )
}

const shown = (keys: readonly SigningKey[]): string =>
  keys.length === 0
    ? 'No keys: a data package is taken only when its signer is trusted first.'
    : table(
        ['name', 'status', 'since', 'fingerprint'],
        keys.map(({ name, status, decidedAt, fingerprint }) => [name, status, decidedAt.slice(0, 10), grouped(fingerprint)]),
      )

export const keys: Command = {
  name: 'keys',
  usage: 'generate --out FILE | protect FILE | list | trust FILE.pub --name NAME | distrust FINGERPRINT',
  summary: 'keys that sign data packages, and whose packages this store takes',
  options: { out: { type: 'string' }, name: { type: 'string' } },
  words: { least: 1, most: 20 },
  run: async (context) => {
    const [action, ...rest] = context.positionals
    if (action === 'generate') {
      await generate(context)
      return 0
    }
    if (action === 'protect') {
      const [file] = rest
      if (file === undefined || rest.length > 1) throw new UsageError('protect takes the one file of the private key')
      await protect(context, resolve(file))
      return 0
    }
    if (action === 'list' || action === undefined) {
      const host = await context.open()
      const list = await host.client['keys.list']({})
      context.print(list, () => shown(list))
      return 0
    }
    if (action !== 'trust' && action !== 'distrust') throw new UsageError(`keys does not know ${action}`)
    if (rest.length === 0)
      throw new UsageError(action === 'trust' ? 'the file of the public key is missing' : 'the fingerprint is missing')
    const publicKey = action === 'trust' ? readTextFile(rest[0] ?? '') : ''
    const name = action === 'trust' ? required(context, 'name') : ''
    const host = await context.open()
    const list =
      action === 'trust'
        ? await host.client['keys.trust']({ publicKey, name })
        : // as it is printed: in groups of four, each a word
          await host.client['keys.distrust']({ fingerprint: rest.join('').toLowerCase() })
    context.print(list, () => shown(list))
    return 0
  },
}
