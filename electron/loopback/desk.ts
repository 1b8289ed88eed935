import type { Host, HostDesk } from '../host/openHost.ts'
import { findOutput } from '../host/spool.ts'

/**
 * The browser host has no dialogs: the page asks for files by a field of its own and saves by download. What is left here is to say whether
 * an output or an address is one of ours.
 */
export const loopbackDesk = (host: Host): HostDesk => ({
  chooseFiles: async () => [],
  save: async ({ token }) => ({ saved: false, name: findOutput(host.spool, token).name }),
  // most of what a host does prints nothing
  printer: { print: async (page) => (await import('./chromiumPrinter.ts')).chromiumPrinter().print(page) },
  openLink: async () => true,
  // the page opens its second window itself and asks the browser for the whole screen
  present: () => false,
})
