import { describe, expect, it } from 'vitest'
import {
  defaultOpener,
  findChromium,
  hasDisplay,
  type Surroundings,
  showPage,
  windowSwitches,
} from '../../electron/loopback/browser.ts'

const here = (platform: NodeJS.Platform, env: Surroundings['env'], present: readonly string[] = []): Surroundings => ({
  platform,
  env,
  exists: (path) => present.includes(path),
})

describe('an installed browser', () => {
  it('is found on the search path of Linux', () => {
    expect(findChromium(here('linux', { PATH: '/bin:/usr/bin' }, ['/usr/bin/google-chrome']))).toBe('/usr/bin/google-chrome')
  })

  it('is found in the programs of Windows, Edge before Chrome', () => {
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const env = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }
    expect(findChromium(here('win32', env, [chrome]))).toBe(chrome)
    expect(findChromium(here('win32', env, [chrome, edge]))).toBe(edge)
  })

  it('may be missing', () => {
    expect(findChromium(here('darwin', {}))).toBeNull()
    expect(findChromium(here('linux', {}))).toBeNull()
  })

  it('opens the page as a window of its own, with its own profile and a quiet browser', () => {
    expect(windowSwitches('http://127.0.0.1:1/#key=k', '/p')).toEqual(
      expect.arrayContaining(['--app=http://127.0.0.1:1/#key=k', '--user-data-dir=/p', '--disable-background-networking']),
    )
  })
})

describe('without one', () => {
  it('the system opens the address, without a shell that could read it', () => {
    expect(defaultOpener(here('win32', {}), 'http://a/#k&x')).toEqual([
      'rundll32',
      ['url.dll,FileProtocolHandler', 'http://a/#k&x'],
    ])
    expect(defaultOpener(here('darwin', {}), 'a')).toEqual(['open', ['a']])
    expect(defaultOpener(here('linux', {}), 'a')).toEqual(['xdg-open', ['a']])
  })

  it('nothing is started where there is no display', async () => {
    expect(hasDisplay(here('linux', {}))).toBe(false)
    expect(hasDisplay(here('linux', { WAYLAND_DISPLAY: 'wayland-0' }))).toBe(true)
    expect(
      await showPage(
        () => 'a',
        '/p',
        () => {},
        here('linux', {}),
      ),
    ).toBe('nothing')
  })
})
