// The passphrase of a private key: never an option, which other accounts see in the list of processes and the shell keeps in its history.
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { UsageError } from './command.ts'

/** Where a scheduled job puts it. */
export const PASSPHRASE_VARIABLE = 'MULTIVECTOR_KEY_PASSPHRASE'
/** Fewer characters are guessed too soon. */
const LEAST = 12

/** Reads a line that is not shown. */
function askHidden(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise((done, fail) => {
    lines.on('SIGINT', () => lines.close())
    lines.on('close', () => {
      process.stderr.write('\n')
      fail(new UsageError('no passphrase was given'))
    })
    lines.question('', (answer) => {
      done(answer)
      lines.close()
    })
  })
}

const given = (): string | null => process.env[PASSPHRASE_VARIABLE] || null

const noWay = (): UsageError =>
  new UsageError(`the key needs its passphrase: run this in a terminal, or set ${PASSPHRASE_VARIABLE}`)

/** The passphrase of a key that is there. @throws {UsageError} when there is neither a variable nor a terminal */
export async function passphraseOf(name: string): Promise<string> {
  const said = given()
  if (said !== null) return said
  if (!process.stdin.isTTY) throw noWay()
  return await askHidden(`Passphrase of ${name}: `)
}

/** A passphrase for a new key, asked for twice. @throws {UsageError} when it is short, told differently, or cannot be asked for */
export async function newPassphrase(name: string): Promise<string> {
  const said = given()
  if (said === null && !process.stdin.isTTY) throw noWay()
  const passphrase = said ?? (await askHidden(`A passphrase for ${name}, of ${LEAST} characters or more: `))
  if ([...passphrase].length < LEAST) throw new UsageError(`the passphrase is shorter than ${LEAST} characters`)
  if (said === null && (await askHidden('Once more: ')) !== passphrase) throw new UsageError('the two passphrases differ')
  return passphrase
}
