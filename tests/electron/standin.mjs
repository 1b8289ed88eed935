// Walks the built program through everything the Electron host does, on a runner that plays Electron's part where its binary cannot be had.
// The runner calls the default export; what Electron would refuse, it reports by itself.
import fs from 'node:fs'
import path from 'node:path'
import { channelNames } from '../../electron/shared/contract/channels.ts'
import { goodRequests, refusedRequests } from '../contract/requests.ts'

/** @returns the value, or the refusal's code */
const callFrom = (page) => (name, request) =>
  page.evaluate(
    ([n, r]) => window.multivector.call(n, r).then((reply) => (reply.ok ? { value: reply.value } : reply.error)),
    [name, request],
  )

async function storeAnswers({ page, assert }) {
  const call = callFrom(page)
  const ready = async () => (await call('host.storeState', {})).value
  for (let tries = 0; (await ready()).phase !== 'ready'; tries++) {
    assert.ok(tries < 600, `the store did not open: ${JSON.stringify(await ready())}`)
    await page.waitForTimeout(100)
  }
  assert.equal((await call('host.info', {})).value.host, 'electron')
}

async function everyChannel({ page, assert, dialogs }) {
  const call = callFrom(page)
  for (const name of channelNames) {
    if (name === 'host.chooseFiles') dialogs.answer('showOpenDialog', { canceled: true, filePaths: [] })
    if (name in goodRequests) assert.ok('value' in (await call(name, goodRequests[name])), `${name} was refused`)
    else assert.equal(typeof (await call(name, refusedRequests[name])).code, 'string', name)
    assert.equal((await call(name, { bogus: true })).code, 'invalid-request', name)
  }
  assert.equal((await call('__proto__', {})).code, 'unknown-channel')
  const shares = (await call('shares.query', goodRequests['shares.query'])).value
  assert.equal(shares.partners.find(({ partner }) => partner === 'RUS').share.toFixed(3), '0.279')
}

async function screenIsDrawn({ page, assert }) {
  await page.waitForFunction(() => (document.querySelector('[data-testid=headline]')?.textContent ?? '').length > 20, null, {
    timeout: 30_000,
  })
  const seen = await page.evaluate(() => ({
    node: [typeof window.require, typeof window.process, typeof window.module].join(),
    api: Object.keys(window.multivector).sort().join(),
  }))
  assert.equal(seen.node, 'undefined,undefined,undefined')
  assert.equal(seen.api, 'call,onEvent,openFiles')
}

async function dialogsAndDrops({ page, app, dialogs, assert }, folder) {
  const call = callFrom(page)
  const file = path.join(folder, 'импорт 2023.csv')
  fs.writeFileSync(file, 'indicator,reporter\n')
  dialogs.answer('showOpenDialog', { canceled: false, filePaths: [file] })
  const [chosen] = (await call('host.chooseFiles', { kind: 'csv' })).value
  assert.equal(chosen.name, path.basename(file))
  assert.ok(!JSON.stringify(chosen).includes(folder), 'no path reaches the page')
  dialogs.answer('showOpenDialog', { canceled: false, filePaths: [folder] })
  assert.equal((await call('host.chooseFiles', { kind: 'csv' })).code, 'file-unreadable')

  await page.evaluate(() => {
    window.dropped = []
    window.addEventListener('dragover', (event) => event.preventDefault())
    window.addEventListener('drop', (event) => {
      event.preventDefault()
      window.multivector.openFiles([...event.dataTransfer.files]).then((reply) => window.dropped.push(reply))
    })
  })
  await app.dropFiles(page, 'body', [file])
  await page.waitForFunction(() => window.dropped.length === 1)
  assert.equal((await page.evaluate(() => window.dropped[0])).value[0].name, path.basename(file))
  const forged = await page.evaluate(() => window.multivector.openFiles([new File(['x'], '/etc/passwd')]))
  assert.equal(forged.ok, false, 'a File made by the page has no path')

  const [source] = (await call('sources.list', {})).value.filter(({ url }) => url.startsWith('https://'))
  dialogs.answer('showMessageBox', { response: 1, checkboxChecked: false })
  assert.deepEqual((await call('host.openLink', { url: source.url })).value, { opened: false })
  assert.ok(!app.calls.some(({ api }) => api === 'shell.openExternal'))
  dialogs.answer('showMessageBox', { response: 0, checkboxChecked: false })
  assert.deepEqual((await call('host.openLink', { url: source.url })).value, { opened: true })
  assert.ok(app.calls.some(({ api, args }) => api === 'shell.openExternal' && args[0] === source.url))
  for (const url of ['https://evil.example/', 'http://example.org/', 'file:///etc/passwd', 'javascript:alert(1)'])
    assert.notEqual((await call('host.openLink', { url })).code, undefined, url)
  return file
}

async function opensFiles({ page, app, assert }, file) {
  await page.evaluate(() => {
    window.heard = []
    window.multivector.onEvent((name, value) => window.heard.push({ name, value }))
  })
  const heard = (name, count) =>
    page.waitForFunction(([n, c]) => window.heard.filter((event) => event.name === n).length === c, [name, count])
  app.secondInstance(['--some-chromium-switch', file])
  await heard('files.opened', 1)
  assert.equal(app.openFile(file), true)
  await heard('files.opened', 2)
  const names = await page.evaluate(() => window.heard.flatMap(({ value }) => value.files?.map(({ name }) => name) ?? []))
  assert.deepEqual(names, [path.basename(file), path.basename(file)])
  await heard('view.open', 2)
  assert.equal(await page.evaluate(() => window.heard.at(-1).value.path), '/import')
  app.clickMenu('trade')
  await heard('view.open', 3)
  assert.equal(await page.evaluate(() => window.heard.at(-1).value.path), '/trade')
}

async function borderHolds({ page, app, windows, requests, assert }) {
  assert.deepEqual(await app.askPermission('geolocation'), { check: false, request: false })
  assert.deepEqual(await app.askPermission('media'), { check: false, request: false })
  assert.equal(app.attachWebview(), false)
  const foreign = await app.invokeFrom({ url: 'https://evil.example/' }, 'multivector:call', 'host.info', {})
  assert.equal(foreign.error.code, 'refused')
  const lookalike = await app.invokeFrom(
    { url: 'app://multivector.evil.example/index.html' },
    'multivector:call',
    'host.info',
    {},
  )
  assert.equal(lookalike.error.code, 'refused')
  assert.equal(await page.evaluate(() => window.open('https://evil.example/')), null)
  const tried = await page.evaluate(() =>
    fetch('https://evil.example/data').then(
      () => 'reached',
      () => 'blocked',
    ),
  )
  assert.equal(tried, 'blocked')
  const inline = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.inlineRan = true'
    document.head.append(script)
    const style = document.createElement('style')
    style.textContent = 'body { outline: 7px solid red }'
    document.head.append(style)
    return [window.inlineRan ?? false, getComputedStyle(document.body).outlineWidth]
  })
  assert.equal(inline[0], false)
  assert.notEqual(inline[1], '7px')
  for (const address of ['/../package.json', '/%2e%2e/package.json', '/..%5cpackage.json', '/index.html%00', '/nothing.js']) {
    const status = await page.evaluate(
      (a) =>
        fetch(a).then(
          (response) => response.status,
          () => 'refused',
        ),
      address,
    )
    assert.ok(status === 404 || status === 'refused', `${address}: ${status}`)
  }
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://evil.example/page'
    link.id = 'leave'
    link.textContent = 'leave'
    document.body.prepend(link)
  })
  await page.evaluate(() => document.querySelector('#leave').click())
  await page.waitForTimeout(300)
  assert.equal(windows().length, 1)
  assert.ok(windows()[0].contents.getURL().startsWith('app://multivector/index.html'))
  assert.ok(requests.every(({ by }) => by !== 'blocked'))
}

export default async (at) => {
  const { app, assert, shot } = at
  const folder = fs.mkdtempSync(path.join(process.env.TMPDIR ?? '/tmp', 'multivector-walk-'))
  try {
    await storeAnswers(at)
    await screenIsDrawn(at)
    if (process.env.WALK_SHOT) await shot(process.env.WALK_SHOT)
    await everyChannel(at)
    const file = await dialogsAndDrops(at, folder)
    await opensFiles(at, file)
    await borderHolds(at)
    assert.deepEqual(
      app.log.filter(
        (line) => line.startsWith('error') && !line.includes('evil.example') && !/404|Content.Security|inline|ERR_/i.test(line),
      ),
      [],
    )
    assert.equal(await app.quit(), 0)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
