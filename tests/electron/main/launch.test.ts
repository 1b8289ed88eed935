import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseLaunch } from '../../../electron/main/launch.ts'
import { menuTemplate } from '../../../electron/main/menu.ts'
import { chooseLanguage, languages, readNativeTexts } from '../../../electron/main/nativeTexts.ts'

describe('what a start asks for', () => {
  it('takes CSV and briefing files relative to the folder it was started in', () => {
    expect(parseLaunch(['q3.csv', 'Записка.MULTIVECTOR', '/abs/x.tsv'], '/home/a').files).toEqual([
      resolve('/home/a/q3.csv'),
      resolve('/home/a/Записка.MULTIVECTOR'),
      resolve('/abs/x.tsv'),
    ])
  })

  it("passes over Chromium's switches, addresses and other files", () => {
    expect(
      parseLaunch(['--type=renderer', '--allow-file-access-from-files', 'app://x', 'run.exe', '-psn_0_1'], '/').files,
    ).toEqual([])
  })

  it('reads --store with a space or an equals sign', () => {
    expect(parseLaunch(['--store', 'a.sqlite'], '/d').store).toBe(resolve('/d/a.sqlite'))
    expect(parseLaunch(['--store=a.sqlite', 'x.csv'], '/d')).toEqual({
      files: [resolve('/d/x.csv')],
      store: resolve('/d/a.sqlite'),
      openOnly: false,
    })
    expect(parseLaunch(['--store'], '/d').store).toBeNull()
    expect(parseLaunch(['--open-only'], '/d').openOnly).toBe(true)
  })
})

describe('words of menus and dialogs', () => {
  const folder = resolve(import.meta.dirname, '../../../resources/texts')
  const actions = { openFiles: () => {}, show: () => {}, development: true }

  it("follow the system's first language that we speak", () => {
    expect(chooseLanguage(['de-DE', 'kk-KZ', 'ru-RU'])).toBe('kk')
    expect(chooseLanguage(['ru'])).toBe('ru')
    expect(chooseLanguage(['fr', 'de'])).toBe('en')
    expect(chooseLanguage([])).toBe('en')
  })

  it.each(languages)('are whole in %s on every platform', (language) => {
    const text = readNativeTexts(folder, language)
    for (const platform of ['win32', 'darwin', 'linux'] as const) {
      const labels = JSON.stringify(menuTemplate(text, actions, platform)).match(/"label":"[^"]*"/g) ?? []
      expect(labels.length).toBeGreaterThan(20)
      expect(labels.filter((label) => label.includes('menu.'))).toEqual([])
    }
    for (const key of ['dialog.save', 'dialog.link.message', 'dialog.choose.csv', 'dialog.pageGone.message'])
      expect(text(key)).not.toBe(key)
  })
})
