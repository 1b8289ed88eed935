import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { diagnosticsText } from '../../../electron/shared/contract/diagnosticsText.ts'
import type { HostDiagnostics, LoggedError, StoreDiagnostics } from '../../../electron/shared/contract/schema/diagnostics.ts'
import { useFormats } from '../../language/useFormats.ts'
import { type Say, useSay } from '../../language/useSay.ts'
import { asFailure, useCall, useSend } from '../../ui/data/client.tsx'
import { useFailureText } from '../../ui/data/failureText.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import { copyText } from '../../ui/parts/copyText.ts'
import { Facts } from '../../ui/parts/Facts.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { ShortList } from '../../ui/parts/ShortList.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { BackupCard, inMegabytes } from '../../ui/store/BackupCard.tsx'
import classes from './diagnostics.module.css'

function StoreCard({ store, t }: { readonly store: StoreDiagnostics; readonly t: Say<'store'> }) {
  const formats = useFormats()
  const count = (n: number): string => formats.number(n, 0)
  return (
    <Card title={t('diagnostics.store')}>
      <Facts
        className={classes.facts}
        facts={[
          [
            t('diagnostics.size'),
            // a log that rounds to nothing is not worth a word
            t(
              inMegabytes(formats, store.logBytes) === inMegabytes(formats, 0)
                ? 'diagnostics.sizeAlone'
                : 'diagnostics.sizeValue',
              { size: inMegabytes(formats, store.bytes), log: inMegabytes(formats, store.logBytes) },
            ),
          ],
          [t('diagnostics.seals'), t('diagnostics.sealsValue', { seals: count(store.seals), rows: count(store.sealedRows) })],
          [
            t('diagnostics.batches'),
            t('diagnostics.batchesValue', { batches: count(store.batches), undone: count(store.undone) }),
          ],
          [
            t('diagnostics.backups'),
            t(store.backups === 0 ? 'diagnostics.backupsNone' : 'diagnostics.backupsValue', {
              count: count(store.backups),
              size: inMegabytes(formats, store.backupBytes),
            }),
          ],
          [t('diagnostics.schema'), t('diagnostics.schemaValue', { schema: store.schema, steps: store.steps })],
        ]}
      />
    </Card>
  )
}

function VersionsCard({
  about,
  store,
  t,
}: {
  readonly about: HostDiagnostics
  readonly store: StoreDiagnostics
  readonly t: Say<'store'>
}) {
  const { electron, chrome } = about
  return (
    <Card title={t('diagnostics.versions')}>
      <Facts
        className={classes.facts}
        facts={[
          [t('diagnostics.program'), `Multivector ${about.version}`],
          [
            t('diagnostics.host'),
            about.host === 'electron' ? t('diagnostics.hostElectron', { electron, chrome }) : t('diagnostics.hostLoopback'),
          ],
          [t('diagnostics.platform'), `${about.platform} ${about.arch}`],
          [t('diagnostics.node'), about.node],
          [t('diagnostics.sqlite'), store.sqlite],
        ]}
      />
    </Card>
  )
}

function ErrorsCard({ errors, t }: { readonly errors: readonly LoggedError[]; readonly t: Say<'store'> }) {
  const formats = useFormats()
  return (
    <Card title={t('diagnostics.errors')} subtitle={t('diagnostics.errorsText')}>
      {errors.length === 0 ? (
        <p className={layout.text}>{t('diagnostics.errorsNone')}</p>
      ) : (
        <table className={classes.errors}>
          <thead>
            <tr>
              <th scope="col">{t('diagnostics.errorWhen')}</th>
              <th scope="col">{t('diagnostics.errorCode')}</th>
              <th scope="col">{t('diagnostics.errorPart')}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map(({ at, code, id, part, channel, trace }, i) => (
              // two entries of one moment may be equal in everything
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
              <tr key={i}>
                <td>
                  {formats.day(at.slice(0, 10))}, {at.slice(11, 19)} UTC
                </td>
                <td>
                  {code} {id}
                </td>
                <td>
                  {[part, channel].filter((word) => word !== '').join(', ')}
                  {trace.length > 0 ? <span className={classes.trace}>{trace.slice(0, 3).join(' · ')}</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

/** How the store is: its size, its seals, its backups, and a report for a helper without a path in it. */
export function DiagnosticsView() {
  const t = useSay('store')
  const formats = useFormats()
  const store = useCall('store.diagnostics', {})
  const about = useCall('host.diagnostics', {})
  // asked by a button: it reads the whole store
  const failureText = useFailureText()
  const check = useSend('store.check')
  const [copied, setCopied] = useState(false)
  const headline =
    check.data === undefined
      ? t('diagnostics.unchecked')
      : check.data.ok
        ? t('diagnostics.whole')
        : t('diagnostics.broken', { count: check.data.problems.length })
  return (
    <Page title={t('diagnostics.title')}>
      <Headline support={t('diagnostics.support')}>{headline}</Headline>
      <StateView of={store} height={420}>
        {(facts) => (
          <StateView of={about} height={420}>
            {(host) => (
              <div className={layout.halves}>
                <div className={layout.side}>
                  <Card title={t('diagnostics.check')} subtitle={t('diagnostics.checkText')}>
                    <div className={layout.stack}>
                      <Group gap={8}>
                        <Button size="xs" loading={check.isPending} onClick={() => check.mutate({})}>
                          {check.isPending ? t('diagnostics.checking') : t('diagnostics.check')}
                        </Button>
                        <Button
                          size="xs"
                          variant="default"
                          onClick={() => setCopied(copyText(diagnosticsText(host, facts, check.data ?? null)))}
                        >
                          {copied ? t('diagnostics.copied') : t('diagnostics.copy')}
                        </Button>
                      </Group>
                      <div role="status" className={layout.text}>
                        {check.isError ? failureText(asFailure(check.error)) : null}
                        {check.data?.ok === true
                          ? t('diagnostics.checkDone', {
                              rows: formats.number(facts.sealedRows, 0),
                              seals: formats.number(facts.seals, 0),
                            })
                          : null}
                        {check.data?.ok === false ? t('diagnostics.brokenText') : null}
                      </div>
                      {check.data?.ok === false ? (
                        <ShortList
                          items={[...new Set(check.data.problems.map(({ code, message }) => `${code}: ${message}`))]}
                          first={20}
                          className={classes.problems}
                        >
                          {(problem) => <li key={problem}>{problem}</li>}
                        </ShortList>
                      ) : null}
                      <p className={layout.text}>{t('diagnostics.copyText')}</p>
                    </div>
                  </Card>
                  <BackupCard />
                </div>
                <div className={layout.side}>
                  <StoreCard store={facts} t={t} />
                  <VersionsCard about={host} store={facts} t={t} />
                  <ErrorsCard errors={host.errors} t={t} />
                </div>
              </div>
            )}
          </StateView>
        )}
      </StateView>
    </Page>
  )
}
