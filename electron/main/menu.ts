import type { MenuItemConstructorOptions } from 'electron'
import type { NativeTexts } from './nativeTexts.ts'

/** What the menu can set in motion. */
export interface MenuActions {
  openFiles(): void
  /** @param path hash path within the page */
  show(path: string): void
  readonly development: boolean
}

/**
 * The native menu. Items that Electron knows by role bring their own behaviour; labels are ours, so that they follow the chosen language.
 *
 * @param platform the menu's first column is the application's own on macOS
 */
export function menuTemplate(text: NativeTexts, actions: MenuActions, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const go = (id: string, path: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label: text(`menu.${id}`),
    click: () => actions.show(path),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const role = (name: NonNullable<MenuItemConstructorOptions['role']>, key: string = name): MenuItemConstructorOptions => ({
    role: name,
    label: text(`menu.${key}`),
  })
  const quit = role('quit')
  const application: MenuItemConstructorOptions = {
    label: 'Multivector',
    submenu: [role('about'), separator, role('hide'), role('hideOthers'), role('unhide'), separator, quit],
  }
  const file: MenuItemConstructorOptions = {
    id: 'file',
    label: text('menu.file'),
    submenu: [
      { id: 'open', label: text('menu.open'), accelerator: 'CmdOrCtrl+O', click: () => actions.openFiles() },
      separator,
      role('close'),
      ...(platform === 'darwin' ? [] : [quit]),
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: text('menu.edit'),
    submenu: [role('undo'), role('redo'), separator, role('cut'), role('copy'), role('paste'), role('selectAll')],
  }
  const view: MenuItemConstructorOptions = {
    label: text('menu.view'),
    submenu: [
      go('overview', '/overview', 'CmdOrCtrl+1'),
      go('trade', '/trade', 'CmdOrCtrl+2'),
      separator,
      role('resetZoom'),
      role('zoomIn'),
      role('zoomOut'),
      separator,
      role('togglefullscreen', 'fullScreen'),
      ...(actions.development ? [separator, role('reload'), role('toggleDevTools', 'developerTools')] : []),
    ],
  }
  const window: MenuItemConstructorOptions = {
    label: text('menu.window'),
    submenu: [role('minimize'), role('zoom', 'zoomWindow')],
  }
  const help: MenuItemConstructorOptions = { label: text('menu.help'), submenu: [role('about')] }
  return platform === 'darwin' ? [application, file, edit, view, window] : [file, edit, view, window, help]
}
