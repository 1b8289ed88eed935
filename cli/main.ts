// Where the command line begins: `npm run -s multivector -- <command> …` or, installed, `multivector <command> …`.
// the default import: an older Node has no such function, and must still reach the sentence that asks for a newer one
import nodeModule from 'node:module'
import { join } from 'node:path'

// From source every module is stripped of its types at each start, in three threads. What that gives is kept beside the packages, in a
// folder of the same user; threads take the place from the environment. Where nothing can be written there, all goes on without.
if (import.meta.url.endsWith('.ts')) {
  process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/multivector')
  nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)
}
const { main } = await import('./frame.ts')
process.exitCode = await main(process.argv.slice(2))
