// The command line: one frame around every command.
import { parseArgs } from 'node:util'
import { toFailure } from '../electron/host/failure.ts'
import type { Host } from '../electron/host/openHost.ts'
import { assertRuntime } from '../electron/host/runtime.ts'
import { CallError } from '../electron/shared/contract/errors.ts'
import { closest } from './closest.ts'
import { type Command, type CommandContext, UsageError } from './command.ts'
import { allCommands, commandNames, commandOf } from './commands/index.ts'
import { cliPlaces, openForCommand, storePath, whenReady } from './host.ts'
import { plain, plainJson } from './text.ts'

const DONE = 0
const REFUSED = 1
const WRONG_USAGE = 2

const SHARED_OPTIONS = {
  store: { type: 'string' },
  json: { type: 'boolean' },
  'open-only': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

const out = (text: string): void => void process.stdout.write(`${text}\n`)
const note = (text: string): void => void process.stderr.write(`${plain(text)}\n`)

const usageOf = (command: Command): string => `multivector ${command.name} ${command.usage}`.trimEnd()

async function help(): Promise<string> {
  const commands = await allCommands()
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'multivector <command> [--store FILE] [--json] …',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'multivector <command> --help says what a command takes.',
  ].join('\n')
}

/** @throws {UsageError} on an option the command does not know, or a wrong number of words */
function read(command: Command, args: readonly string[]) {
  const { least, most } = command.words ?? { least: 0, most: 0 }
  const parse = () => {
    try {
      return parseArgs({
        args: [...args],
        options: { ...command.options, ...SHARED_OPTIONS },
        allowPositionals: true,
        strict: true,
      })
    } catch (error) {
      const said = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '').replace(/\.$/, '') : String(error)
      const unknown = /^Unknown option '--([^'=]+)/.exec(said)?.[1]
      const meant = unknown ? closest(unknown, [...Object.keys(command.options), ...Object.keys(SHARED_OPTIONS)]) : null
      throw new UsageError(meant ? `${said}. Did you mean --${meant}?` : said)
    }
  }
  const { values, positionals } = parse()
  if (values.help !== true && (positionals.length < least || positionals.length > most))
    throw new UsageError(most === 0 ? `${positionals[0]} is not expected here` : `nothing is named behind ${command.name}`)
  return { values: values as CommandContext['values'], positionals }
}

async function run(command: Command, args: readonly string[]): Promise<number> {
  const { values, positionals } = read(command, args)
  if (values.help === true) {
    out(`${usageOf(command)}\n${command.summary}\n\n--store FILE and --json go with every command.`)
    return DONE
  }
  if (values.store === '') throw new UsageError('--store is empty')
  const opened: Host[] = []
  const json = values.json === true
  const store = storePath(typeof values.store === 'string' ? values.store : null)
  const context: CommandContext = {
    values,
    positionals,
    store,
    json,
    note,
    print: (value, text) => out(json ? plainJson(value) : plain(text())),
    open: async ({ waits = true, ...options } = {}) => {
      const host = openForCommand({
        ...options,
        store,
        named: values.store !== undefined,
        openOnly: values['open-only'] === true,
        note,
      })
      opened.push(host)
      if (waits) await whenReady(host)
      return host
    },
  }
  try {
    return (await command.run(context)) ?? DONE
  } finally {
    for (const host of opened) await host.close()
  }
}

/** "options.asOf: must match …" → "--as-of: must match …" */
const optionAtFault = ({ message, detail }: CallError): string =>
  detail === ''
    ? message
    : detail.replace(
        /^(?:options\.)?(\w+)[.\d]*: /,
        (_, key: string) => `--${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}: `,
      )

/**
 * Runs one command.
 *
 * @param args words after the program's name
 * @returns exit status: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json')
  const [name, ...rest] = args[0] === 'help' && args[1] !== undefined ? [args[1], '--help'] : args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    out(await help())
    return name === undefined ? WRONG_USAGE : DONE
  }
  if (name === '--version') {
    out(`multivector ${cliPlaces().version}`)
    return DONE
  }
  const command = await commandOf(name)
  try {
    if (!command) {
      const meant = closest(name, commandNames)
      throw new UsageError(`there is no command ${name}${meant ? `. Did you mean ${meant}?` : ''}`)
    }
    assertRuntime()
    return await run(command, rest)
  } catch (error) {
    // what the user said in an option is checked where it is used; it is wrong usage there too
    const said = error instanceof CallError && error.code === 'invalid-request' ? optionAtFault(error) : null
    const wrongUsage = error instanceof UsageError || said !== null
    const failure = wrongUsage
      ? { code: 'invalid-request', message: said ?? (error as Error).message, detail: command ? usageOf(command) : '' }
      : toFailure(error)
    if (json) out(plainJson({ error: failure }))
    note(
      wrongUsage
        ? `multivector: ${failure.message.replace(/[.?]?$/, (end) => end || '.')} Usage: ${command ? usageOf(command) : 'multivector <command>; multivector --help'}`
        : `multivector ${name}: ${failure.message}`,
    )
    return wrongUsage ? WRONG_USAGE : REFUSED
  }
}

// a reader that has seen enough (`| head`) is no fault
process.stdout.on('error', () => {})
