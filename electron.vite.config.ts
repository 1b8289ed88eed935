// Three builds: out/main (the Electron main process, the data thread and the command line, which share chunks), out/preload (one file,
// as a sandboxed preload may not import) and out/renderer (the page).
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { STYLE_NONCE } from './electron/host/csp.ts'
import { firstTexts } from './renderer/language/firstTexts.ts'
import { recordPackages } from './scripts/package/bundled.ts'
import { runtimeModules } from './scripts/package/runtimeModules.ts'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** Small modules that every command and thread needs: found and read one by one, they took a twentieth of the start of a command. */
const everywhere = {
  name: 'everywhere',
  test: new RegExp(
    `/(?:${[
      'electron/shared/contract/(?:channel|errors|requestLimits|unreadReport)',
      'electron/shared/domain/(?:observation|csvFile|fingerprint|period)',
      'electron/host/(?:runtime|keptFiles|failure|protocol|warmThread|spool)',
      'db/worker/(?:db|idle|priority)',
      'db/package/(?:fileName|refusal)',
      'db/queries/statements',
      'cli/(?:command|readFile|text|host|frame)',
    ].join('|')})\\.ts$`,
  ),
}

/**
 * A start loads few files: a browser fetches six at a time from one host, and questions to the host wait behind them. Each group takes what
 * its first module imports and no group before it has.
 */
const startGroups = [
  { name: 'boot', test: /renderer\/app\/main\.ts$/, priority: 40 },
  { name: textsOf, debugName: 'texts', test: /resources\/texts\/.*\.json$/, priority: 30 },
  { name: 'program', test: /renderer\/app\/start\.tsx$/, priority: 20 },
  { name: 'first', test: /renderer\/features\/overview\/index\.ts$/, priority: 10 },
]

/** The texts of a language: those of the first screen in one file, all others in another. */
function textsOf(id: string): string {
  const [, language = '', namespace = ''] = /texts\/([^/]+)\/([^/]+)\.json$/.exec(id) ?? []
  return `texts-${language}${firstTexts.includes(namespace) ? '-first' : ''}`
}

/** Lets the browser fetch what the boot file will ask for before it has read that file. */
const preloadStart: Plugin = {
  name: 'preload-start',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.values(bundle ?? {})
        .filter(({ type, name }) => type === 'chunk' && ['program', 'first', 'texts-en-first'].includes(name ?? ''))
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}`, nonce: STYLE_NONCE },
          injectTo: 'head' as const,
        })),
  },
}

export default defineConfig({
  main: {
    plugins: [recordPackages(at('.'), 'main'), runtimeModules],
    // the build of fflate for Node declares a `require` of its own, which a chunk with another package's cannot hold twice
    resolve: { alias: [{ find: /^fflate$/, replacement: at('node_modules/fflate/esm/browser.js') }] },
    build: {
      sourcemap: false,
      rolldownOptions: {
        input: {
          index: at('electron/main/index.ts'),
          worker: at('db/worker/worker.ts'),
          ingest: at('db/ingest/thread.ts'),
          cli: at('cli/main.ts'),
        },
        output: {
          ...{ entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', comments: false, charset: 'ascii' },
          codeSplitting: { groups: [everywhere] },
        },
      },
    },
  },
  preload: {
    plugins: [recordPackages(at('.'), 'preload')],
    build: {
      sourcemap: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), preloadStart, recordPackages(at('.'), 'renderer')],
    publicDir: false,
    // The hosts put a fresh value in the place of this word each time they serve the page: styles made at run time carry it.
    html: { cspNonce: STYLE_NONCE },
    build: {
      sourcemap: false,
      minify: true,
      // as files, never as data: addresses, so that font-src and img-src stay 'self'
      assetsInlineLimit: 0,
      // the bench measures what a start loads, and fails on it; a warning here would only be passed over
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        input: { index: at('renderer/index.html') },
        output: { codeSplitting: { groups: startGroups } },
      },
    },
  },
})
