import { basename, resolve } from 'node:path'
import { assertPlace, saveOutput } from '../../electron/host/spool.ts'
import { grouped, isEncryptedKey } from '../../electron/shared/domain/fingerprint.ts'
import { type Command, optional, required } from '../command.ts'
import { passphraseOf } from '../passphrase.ts'
import { readTextFile } from '../readFile.ts'

export const packageCommand: Command = {
  name: 'package',
  usage: '--sign KEYFILE --name NAME --out FILE.mvdata [--indicator ID[,ID…]]',
  summary: 'a signed data package, for those who trust your key',
  options: { sign: { type: 'string' }, name: { type: 'string' }, indicator: { type: 'string' }, out: { type: 'string' } },
  run: async (context) => {
    const keyFile = required(context, 'sign')
    const signer = required(context, 'name')
    const out = resolve(required(context, 'out'))
    const indicators = optional(context, 'indicator')?.split(',') ?? []
    const encrypted = isEncryptedKey(readTextFile(keyFile))
    if (!encrypted)
      context.note(
        `${basename(keyFile)} is not encrypted: whoever reads the file signs in your name. "multivector keys protect ${basename(keyFile)}" gives it a passphrase.`,
      )
    const passphrase = encrypted ? await passphraseOf(basename(keyFile)) : ''
    await assertPlace(out)
    const host = await context.open()
    const { token: key } = host.files.open(keyFile)
    const request = { indicators, key, passphrase, signer }
    const { token, rows, sha256, fingerprint } = await host.files.using(request, () => host.client['package.export'](request))
    await saveOutput(host.spool, token, out)
    context.print({ file: out, rows, sha256, signer, fingerprint }, () =>
      [`${basename(out)}: ${rows} figures, sha256 ${sha256}`, `signed by ${signer}, key ${grouped(fingerprint)}`].join('\n'),
    )
    return 0
  },
}
