import { Button } from '@mantine/core'
import type { ImportReportAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import type { PackageSigner } from '../../../electron/shared/contract/schema/packages.ts'
import { grouped } from '../../../electron/shared/domain/fingerprint.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { failureOf, useSend } from '../../ui/data/client.tsx'
import { Card, WarningNote } from '../../ui/parts/Card.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import type { ImportDesk } from './desk.ts'
import classes from './import.module.css'
import { packageReasonOf, saysMore } from './packageReasons.ts'
import type { Entry } from './queue.ts'

/** Who signed the package, in the words of the package, and the key as two people compare it. */
function SignerFacts({ signer }: { readonly signer: PackageSigner }) {
  const t = useSay('packages')
  const formats = useFormats()
  return (
    <dl className={classes.signer}>
      <dt>{t('signer.name')}</dt>
      <dd>{signer.name}</dd>
      <dt>{t('signer.day')}</dt>
      <dd>{formats.day(signer.signedAt.slice(0, 10))}</dd>
      <dt>{t('signer.fingerprint')}</dt>
      <dd className={classes.fingerprint}>{grouped(signer.fingerprint)}</dd>
    </dl>
  )
}

interface Props {
  readonly entry: Entry
  readonly desk: ImportDesk
  readonly report: ImportReportAnswer
}

/** A data package that was not taken: why, who signed it, and where the reader may decide otherwise, how. */
export function PackageRefused({ entry, desk, report }: Props) {
  const t = useSay('packages')
  const trust = useSend('keys.trust', ['keys.list'])
  const reason = packageReasonOf(report) ?? 'package-damaged'
  const { signer } = report
  const again = (): void => desk.take({ kind: 'read', id: entry.id, options: entry.options })
  return (
    <>
      <Headline support={t('refused.support')}>{t('refused.headline', { file: entry.file.name })}</Headline>
      <Card title={t(`reason.${reason}`)} subtitle={t('refused.subtitle')}>
        <WarningNote>{saysMore(reason) ? t(`message.${reason}`) : report.message}</WarningNote>
        {signer ? <SignerFacts signer={signer} /> : null}
        <div className={layout.actions}>
          {reason === 'package-unknown-signer' && signer ? (
            <Button
              size="xs"
              className={layout.filled}
              loading={trust.isPending}
              onClick={() => trust.mutate({ publicKey: signer.publicKey, name: signer.name }, { onSuccess: again })}
            >
              {t('signer.trust')}
            </Button>
          ) : (
            <Button size="xs" variant="default" onClick={again}>
              {t('signer.again')}
            </Button>
          )}
        </div>
        <FailureNote failure={failureOf(trust)} />
      </Card>
    </>
  )
}

/** One line above the review of a package that was taken. Nothing for other files. */
export function SignedBy({ report }: { readonly report: ImportReportAnswer | null }) {
  const t = useSay('packages')
  const formats = useFormats()
  const signer = report?.signer
  if (!signer || report.outcome === 'refused') return null
  return (
    <p className={classes.signedBy}>
      <svg width="15" height="15" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
        <path
          d="M10 2.5l6 2.2v4.6c0 3.8-2.5 6.6-6 8.2-3.5-1.6-6-4.4-6-8.2V4.7zM7.2 9.8l2 2 3.6-3.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {t('signer.signed', {
        name: signer.name,
        date: formats.day(signer.signedAt.slice(0, 10)),
        key: grouped(signer.fingerprint.slice(0, 16)),
      })}
    </p>
  )
}
