// What a user double-clicks in a copy that needs no installation, and the page of text beside it.
import { KEEP_HERE } from '../../electron/host/paths.ts'
import type { Target } from './targets.ts'

export interface Launcher {
  readonly path: string
  readonly text: string
  readonly runs: boolean
}

const unix = `#!/bin/sh
# Opens Multivector in a browser of this machine; see README.txt
here=$(cd "$(dirname "$0")" && pwd) || exit 1
exec "$here/runtime/bin/node" "$here/app/out/main/cli.js" serve --open "$@"
`

// file managers start it where they like: %k is the place of this file
const desktop = `[Desktop Entry]
Type=Application
Name=Multivector
Comment=How a middle power's dependence on great powers changes
Exec=sh -c 'exec "$(dirname "$1")/Multivector.sh"' sh %k
Terminal=true
Categories=Office;
`

const windows = [
  '@echo off',
  'rem Opens Multivector in a browser of this machine; see README.txt',
  'title Multivector',
  '"%~dp0runtime\\node.exe" "%~dp0app\\out\\main\\cli.js" serve --open %*',
  'if errorlevel 1 pause',
  '',
].join('\r\n')

const keepHere = `While this file lies here, Multivector keeps its data in the folder "data" beside it.
Remove this file, and it keeps them in your own folder instead.

Пока этот файл лежит здесь, Multivector хранит данные в папке «data» рядом с ним.
Удалите этот файл, и данные будут храниться в вашей личной папке.

Бұл файл осында жатқанда, Multivector деректерді қасындағы «data» қалтасында сақтайды.
Файлды жойсаңыз, деректер жеке қалтаңызда сақталады.
`

const starts = { linux: 'Multivector.sh', darwin: 'Multivector.command', win32: 'Multivector.cmd' } as const

const mac = {
  en: ' The first time: hold Ctrl, click it, choose Open.',
  ru: ' В первый раз: щёлкните по нему, удерживая Ctrl, и выберите «Открыть».',
  kk: ' Бірінші рет: Ctrl пернесін басып тұрып шертіңіз де, «Ашу» тармағын таңдаңыз.',
}

const readme = ({ platform }: Target, version: string, node: string): string => {
  const start = starts[platform]
  const first = platform === 'darwin' ? mac : { en: '', ru: '', kk: '' }
  return `Multivector ${version}: a copy that needs no installation

Start: double-click ${start}.${first.en} The page opens in a browser of this
machine, at 127.0.0.1 only. Nothing goes online. End: close the window, or the
text window that came with it.
Data: see ${KEEP_HERE}. Another store: ${start} --store FILE.

Запуск: дважды щёлкните ${start}.${first.ru} Страница откроется в браузере этого
компьютера, только по адресу 127.0.0.1. В сеть ничего не уходит. Завершение:
закройте окно или текстовое окно, которое открылось вместе с ним.
Данные: см. ${KEEP_HERE}.

Іске қосу: ${start} файлын екі рет шертіңіз.${first.kk} Бет осы компьютердің
браузерінде ашылады, тек 127.0.0.1 мекенжайында. Желіге ештеңе жіберілмейді.
Аяқтау: терезені немесе бірге ашылған мәтін терезесін жабыңыз.
Деректер: ${KEEP_HERE} файлын қараңыз.

Runs on Node ${node} (runtime/LICENSE). Licences of everything inside: notices.
`
}

/** Files at the top of the copy. */
export function launchers(target: Target, version: string, node: string): readonly Launcher[] {
  const { platform } = target
  const eol = (text: string): string => (platform === 'win32' ? text.replaceAll('\n', '\r\n') : text)
  return [
    { path: starts[platform], text: platform === 'win32' ? windows : unix, runs: true },
    ...(platform === 'linux' ? [{ path: 'Multivector.desktop', text: desktop, runs: true }] : []),
    { path: KEEP_HERE, text: eol(keepHere), runs: false },
    { path: 'README.txt', text: eol(readme(target, version, node)), runs: false },
  ]
}
