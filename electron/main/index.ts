// Start of the Electron host. `--cli …` runs a command of the command line instead, so that an installed copy has one too.
import { app } from 'electron'
import { startDesktop } from './desktop.ts'

const cliAt = process.argv.indexOf('--cli')
if (cliAt >= 0) void runCommand(process.argv.slice(cliAt + 1))
else startDesktop()

async function runCommand(args: readonly string[]): Promise<void> {
  await app.whenReady()
  // the command line is a program of its own in out/main and is started by its place
  const { main } = (await import(new URL('./cli.js', import.meta.url).href)) as {
    main: (args: readonly string[]) => Promise<number>
  }
  app.exit(await main(args))
}
