// Where the command line begins: `npm run -s multivector -- <command> …` or, installed, `multivector <command> …`.

// A built program takes Node's own modules from a function that Node 20.16 brought; an older one must still read the sentence that asks for a
// newer one. This module imports nothing before it has looked.
const modules = process.getBuiltinModule as typeof process.getBuiltinModule | undefined
if (modules === undefined) {
  console.error(`multivector: Node 22 or later is needed, and this is ${process.versions.node}. Run it by its npm scripts.`)
  process.exit(1)
}
const fromSource = import.meta.url.endsWith('.ts')

// Every module is compiled at each start, in several threads, and from source also stripped of its types. What that gives is kept beside the
// packages, where only who may write the program may write; threads take the place from the environment. Where nothing can be written
// there, all goes on without.
process.env.NODE_COMPILE_CACHE ??= modules('node:path').join(
  import.meta.dirname,
  fromSource ? '../node_modules' : '../../node_modules',
  '.cache/multivector',
)
modules('node:module').enableCompileCache?.(process.env.NODE_COMPILE_CACHE)
// a browser host has a thread that writes: it loads what it needs while this one does
const [command, ...words] = process.argv.slice(2)
if (command === 'serve' && !words.includes('--help') && !words.includes('-h')) {
  const { warmThread } = await import('../electron/host/warmThread.ts')
  warmThread(new URL(fromSource ? '../db/worker/worker.ts' : './worker.js', import.meta.url))
}
const { main } = await import('./frame.ts')
process.exitCode = await main(process.argv.slice(2))
