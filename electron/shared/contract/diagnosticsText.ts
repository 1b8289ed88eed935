import type { HostDiagnostics, StoreDiagnostics } from './schema/diagnostics.ts'

/** What `multivector check` prints and the page copies: for whoever helps, without figures of the data, paths or names of files. */
export function diagnosticsText(
  host: HostDiagnostics,
  store: StoreDiagnostics | null,
  check: { readonly ok: boolean; readonly problems: readonly { readonly code: string }[] } | null,
): string {
  const { version, platform, arch, node, electron, chrome, errors } = host
  const lines = [
    `multivector ${version}, ${host.host}, ${platform} ${arch}`,
    `node ${node}${electron === '' ? '' : `, electron ${electron}, chrome ${chrome}`}${store ? `, sqlite ${store.sqlite}` : ''}`,
  ]
  if (store) {
    const { bytes, logBytes, schema, steps, batches, undone, seals, sealedRows, backups, backupBytes, newestBackup } = store
    lines.push(
      `store ${bytes} bytes, log ${logBytes} bytes, schema ${schema} (${steps} steps), batches ${batches} (${undone} undone)`,
      `seals ${seals} over ${sealedRows} rows`,
      `backups ${backups}, ${backupBytes} bytes${newestBackup ? `, newest ${newestBackup.number} of ${newestBackup.at ?? 'an unknown day'}` : ''}`,
    )
  } else lines.push('store: cannot be opened')
  if (check) {
    const codes = [...new Set(check.problems.map(({ code }) => code))].map(
      (code) => `${code} ${check.problems.filter((problem) => problem.code === code).length}`,
    )
    lines.push(check.ok ? 'check: whole' : `check: ${codes.join(', ')}`)
  }
  lines.push(errors.length === 0 ? 'errors: none on record' : `errors: ${errors.length} on record, newest first`)
  for (const { at, part, code, channel, id, trace } of errors)
    lines.push(`  ${[at, part, code, channel, id, ...trace].filter((word) => word !== '').join(' | ')}`)
  return `${lines.join('\n')}\n`
}
