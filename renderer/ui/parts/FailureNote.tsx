import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import { useFailureText } from '../data/failureText.ts'
import classes from './layout.module.css'

/** Why a call did not do what was asked, beside what asked it; nothing while all went well. */
export function FailureNote({ failure }: { readonly failure: CallFailure | null }) {
  const textOf = useFailureText()
  if (failure === null) return null
  return (
    <span className={classes.failure} role="alert">
      {textOf(failure)}
    </span>
  )
}
