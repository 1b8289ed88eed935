import { basename, resolve } from 'node:path'
import { saveOutput } from '../../electron/host/spool.ts'
import { grouped } from '../../electron/shared/domain/fingerprint.ts'
import { type Command, optional, required } from '../command.ts'

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
    const host = await context.open()
    const { token: key } = host.files.open(keyFile)
    const request = { indicators, key, signer }
    const { token, rows, sha256, fingerprint } = await host.files.using(request, () => host.client['package.export'](request))
    await saveOutput(host.spool, token, out)
    context.print({ file: out, rows, sha256, signer, fingerprint }, () =>
      [`${basename(out)}: ${rows} figures, sha256 ${sha256}`, `signed by ${signer}, key ${grouped(fingerprint)}`].join('\n'),
    )
    return 0
  },
}
