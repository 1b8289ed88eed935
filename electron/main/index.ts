// Start of the Electron host. `--cli …` runs a command of the command line instead, so that an installed copy has one too.
import { app } from 'electron'
import { startDesktop } from './desktop.ts'

const cliAt = process.argv.indexOf('--cli')
if (cliAt >= 0) void runCommand(process.argv.slice(cliAt + 1))
else startDesktop()

async function runCommand(args: readonly string[]): Promise<void> {
  await app.whenReady()
  // the command line is a program of its own in out/main: it reads the words behind its name, runs when it is loaded, and leaves its status
  process.argv.splice(1, process.argv.length, 'multivector', ...args)
  await import(new URL('./cli.js', import.meta.url).href)
  app.exit(Number(process.exitCode ?? 0))
}
