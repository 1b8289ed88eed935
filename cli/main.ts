// Where the command line begins: `npm run -s multivector -- <command> …` or, installed, `multivector <command> …`.
// the default import: an older Node has no such function, and must still reach the sentence that asks for a newer one
import nodeModule from 'node:module'
import { join } from 'node:path'
import { warmThread } from '../electron/host/warmThread.ts'

// Every module is compiled at each start, in several threads, and from source also stripped of its types. What that gives is kept beside the
// packages, where only who may write the program may write; threads take the place from the environment. Where nothing can be written
// there, all goes on without.
const packages = import.meta.url.endsWith('.ts') ? '../node_modules' : '../../node_modules'
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, packages, '.cache/multivector')
nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)
// a browser host has a thread that writes: it loads what it needs while this one does
const [command, ...words] = process.argv.slice(2)
if (command === 'serve' && !words.includes('--help') && !words.includes('-h'))
  warmThread(new URL(import.meta.url.endsWith('.ts') ? '../db/worker/worker.ts' : './worker.js', import.meta.url))
const { main } = await import('./frame.ts')
process.exitCode = await main(process.argv.slice(2))
