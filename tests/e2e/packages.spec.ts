import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { newKey, packed, plainFiles, sealed, zipOf } from '../db/package/support/packages.ts'
import { expect, test } from './host.ts'
import { judge } from './judge.ts'

const FIGURES =
  'indicator,reporter,partner,period,value,unit,source\r\ntrade.imports_usd_m,KAZ,RUS,2025,1234.5,,statistics office\r\n'

/** Chooses a file by the button, in the dialog of whichever host it is. */
async function choose(page: Page, electron: ElectronApplication | null, path: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Choose files' })
  if (electron === null) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
    await chooser.setFiles(path)
    return
  }
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
  await button.click()
}

test('a signed package shows its signer and the fingerprint, is reviewed once its key is trusted, and the key stands in the settings', async ({
  page,
  open,
  running,
}) => {
  const files = { ...plainFiles, 'observations.csv': FIGURES }
  const path = join(running.folder, 'update.mvdata')
  writeFileSync(path, await zipOf(packed(sealed(files, newKey()))))
  await open('/import')
  await choose(page, running.electron, path)
  await expect(page.getByTestId('headline')).toHaveText('update.mvdata was not taken')
  await expect(page.getByText('The signer is not known here yet')).toBeVisible()
  await expect(page.getByText('Statistics office', { exact: true })).toBeVisible()
  await expect(page.getByText(/^([0-9a-f]{4} ?){16}$/)).toBeVisible()
  await judge(page, 'light', 'the refused package, light')
  await judge(page, 'dark', 'the refused package, dark')
  await page.getByRole('button', { name: 'Trust this key and read the package' }).click()
  await expect(page.getByText(/^Signed by Statistics office on .*, key [0-9a-f ]{19}$/)).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()

  await open('/settings')
  const keys = page.getByRole('region', { name: 'Keys of data packages' })
  await expect(keys.getByText('Statistics office')).toBeVisible()
  await keys.getByRole('button', { name: 'Stop trusting the key of Statistics office' }).click()
  await expect(keys.getByRole('button', { name: 'Trust the key of Statistics office' })).toBeVisible()
})

test('a package that was changed on its way is refused, and nothing is offered but to read it again', async ({
  page,
  open,
  running,
}) => {
  const path = join(running.folder, 'changed.mvdata')
  const files = sealed({ ...plainFiles, 'observations.csv': FIGURES }, newKey())
  writeFileSync(path, await zipOf(packed({ ...files, 'observations.csv': FIGURES.replace('1234.5', '9234.5') })))
  await open('/import')
  await choose(page, running.electron, path)
  await expect(page.getByText('The package was changed after it was signed')).toBeVisible()
  await expect(page.getByRole('button', { name: /Trust/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Discard' }).click()
})

test('a key that is no key is refused in words and stays as it was typed', async ({ page, open }) => {
  await open('/settings')
  await page.getByText('Add a key').click()
  const text = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD office'
  await page.getByLabel('Name of its owner').fill('Office')
  await page.getByLabel('Public key (text of a .pub file)').fill(text)
  await page.getByRole('button', { name: 'Trust this key' }).click()
  await expect(page.getByText('This is not an Ed25519 public key.', { exact: false })).toBeVisible()
  await expect(page.getByLabel('Public key (text of a .pub file)')).toHaveValue(text)
})
