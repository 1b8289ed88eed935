// Which browser and which Electron the end-to-end specs find on this machine.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')

/** Playwright's own Chromium where it was installed, else the one that comes as a package (Linux only; it unpacks into the temporary folder). */
export async function browserPath(): Promise<string> {
  const given = process.env.MULTIVECTOR_CHROMIUM
  if (given) return given
  const own = chromium.executablePath()
  if (existsSync(own)) return own
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

/** Electron's program, or null where its runtime is not installed or no window can open. */
export function electronPath(): string | null {
  const pointer = join(root, 'node_modules', 'electron', 'path.txt')
  if (!existsSync(pointer)) return null
  const program = join(root, 'node_modules', 'electron', 'dist', readFileSync(pointer, 'utf8').trim())
  const canShow = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  return existsSync(program) && canShow ? program : null
}

/** Why Electron is not among the hosts of a run; null when it is. */
export function electronMissing(): string | null {
  if (electronPath() !== null) return null
  return existsSync(join(root, 'node_modules', 'electron', 'path.txt'))
    ? 'this session has no display'
    : 'its runtime is not installed'
}
