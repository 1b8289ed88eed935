// Compiles every room with its own view of the world (shared sees neither Node nor the page), two at a time.
import { spawn } from 'node:child_process'

const rooms = ['shared', 'node', 'renderer', 'tests']

const compile = (room: string): Promise<number> =>
  new Promise((done) => {
    spawn('tsc', ['-p', `tsconfig.${room}.json`], { stdio: 'inherit', shell: process.platform === 'win32' }).on('exit', (code) =>
      done(code ?? 1),
    )
  })

let failed = false
while (rooms.length > 0) {
  const codes = await Promise.all(rooms.splice(0, 2).map(compile))
  failed ||= codes.some((code) => code !== 0)
}
process.exitCode = failed ? 1 : 0
