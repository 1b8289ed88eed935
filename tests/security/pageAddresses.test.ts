// Hole: an address of the page that leads out of its folder. Promise: app:// and the browser host look an address up in the closed list of the
// page's own files and never make a path of it: `..`, encoded once or twice, backslashes, NUL, links, devices and unknown types are not found.
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openAssets } from '../../electron/host/assets.ts'
import { pageFolder } from '../loopback/support/host.ts'

const SECRET = 'not for the page'
const folder = pageFolder()
writeFileSync(join(folder, '..', 'secret.js'), SECRET)
writeFileSync(join(folder, 'notes.exe'), SECRET)
mkdirSync(join(folder, 'inner.js'))
symlinkSync(join(folder, '..', 'secret.js'), join(folder, 'link.js'))
symlinkSync(join(folder, '..'), join(folder, 'assets', 'up'))
spawnSync('mkfifo', [join(folder, 'pipe.js')])
const assets = openAssets(folder)
const text = async (pathname: string): Promise<string> => new TextDecoder().decode((await assets.read(pathname)).body)

const WAYS_OUT = [
  ...['/../secret.js', '/assets/../../secret.js', '/..%2fsecret.js', '/%2e%2e/secret.js', '/%252e%252e%252fsecret.js'],
  ...['/..\\secret.js', '/..%5csecret.js', '/assets/..%5c..%5csecret.js', '/index.html%00.js', '/index.html\u0000', '/%00'],
  ...['/link.js', '/assets/up/secret.js', '/pipe.js', '/inner.js', '/notes.exe', '/assets', '/assets/', '/.', '/..', '//'],
  ...['/C:/Windows/win.ini', '/etc/passwd', '/index.html/', '/INDEX.HTML', '/index.html?x', '/%69ndex.html', '/__proto__', ''],
]

describe('an address of the page', () => {
  it.each(WAYS_OUT)('%j is not found as it stands', async (pathname) => {
    const answer = await assets.read(pathname)
    expect([answer.status, await text(pathname)]).toEqual([404, 'not found'])
  })

  it.each(WAYS_OUT.filter((pathname) => pathname.startsWith('/')))(
    '%j is not found as app:// and http:// read it',
    async (pathname) => {
      for (const origin of ['app://multivector', 'http://127.0.0.1']) {
        const { pathname: read } = new URL(origin + pathname)
        // what the reading itself makes a file of the page of is that file, and no other
        expect(await text(read), read).not.toContain(SECRET)
        expect([200, 404]).toContain((await assets.read(read)).status)
        if ((await assets.read(read)).status === 200) expect(assets.paths).toContain(read === '/' ? '/index.html' : read)
      }
    },
  )

  it('is one of the list, which has no link, device, folder or unknown type', () => {
    expect([...assets.paths].sort()).toEqual(['/assets/index-1.js', '/index.html'])
  })
})
