import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { Command } from '../command.ts'

export const init: Command = {
  name: 'init',
  usage: '[--open-only]',
  summary: 'create the store from the bundled data',
  options: {},
  run: async ({ store, open, print }) => {
    if (existsSync(store))
      throw new CallError(
        'store-exists',
        `The store ${basename(store)} is there already and was left as it is. Name another file with --store.`,
        store,
      )
    const startMs = performance.now()
    const host = await open({ makesFolder: true })
    const { summary } = await host.client['catalogue.get']({})
    const ms = Math.round(performance.now() - startMs)
    const { observations, indicators, sources } = summary
    print({ store, observations, indicators, sources, ms }, () =>
      [`${store}`, `${observations} observations, ${indicators} indicators, ${sources} sources, in ${ms} ms`].join('\n'),
    )
    return 0
  },
}
