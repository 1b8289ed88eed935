import { useMemo } from 'react'
import type { Projects } from '../../../electron/shared/contract/schema/projects.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { worded } from '../../language/wording.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { emptyWhen, type Loadable } from '../../ui/loadable.ts'
import { useView } from '../../ui/view/useView.ts'
import { projectName } from './words.ts'

/** Projects of the reporter on screen; empty where none is on record, with the countries that have some. */
export function useProjects(): Loadable<Projects> {
  const t = useSay('projects')
  const names = useNames()
  const formats = useFormats()
  const { reporter, asOf, set } = useView()
  const asked = useCall('projects.get', { reporter, asOf })
  const named = useMemo(
    () =>
      asked.state === 'ready'
        ? {
            ...asked,
            value: {
              ...asked.value,
              rows: asked.value.rows.map((row) => ({
                ...row,
                name: projectName(t, row.name),
                summary: worded(formats.language, row.summary),
                financing: worded(formats.language, row.financing),
              })),
            },
          }
        : asked,
    [asked, t, formats.language],
  )
  return emptyWhen(named, (value) =>
    value.rows.length > 0
      ? null
      : {
          title: t('empty.title', { reporter: names.areaIn(reporter, 'nominative') }),
          text: t('empty.text', { others: formats.list(value.reporters.map(({ code }) => names.area(code))) }),
          action: { label: t('empty.action'), run: () => set({ reporter: 'KAZ' }) },
        },
  )
}
