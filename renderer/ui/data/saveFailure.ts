// Why a file was not saved, in the language of the interface: the host's own sentences are English.
import { useTranslation } from 'react-i18next'
import { saveRefusals } from '../../../electron/shared/contract/errors.ts'
import { asFailure } from './client.tsx'

/** Says what went wrong while a file was made or saved; what no text is kept for stays as the host said it. */
export function useSaveFailure(): (error: unknown) => string {
  const { t } = useTranslation('figure')
  return (error) => {
    const { code, detail, message } = asFailure(error)
    if (code === 'disk-full') return t('refused.disk-full')
    const cause = code === 'refused' ? saveRefusals.find((one) => one === detail) : undefined
    return cause === undefined ? message : t(`refused.${cause}`)
  }
}
