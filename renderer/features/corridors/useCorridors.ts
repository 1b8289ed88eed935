import type { Corridors } from '../../../electron/shared/contract/schema/corridors.ts'
import { useCall } from '../../ui/data/client.tsx'
import type { Loadable } from '../../ui/loadable.ts'
import { useView } from '../../ui/view/useView.ts'

/** Corridors as the reporter on screen meets them. Never empty: the courses are there even where no volume is. */
export function useCorridors(): Loadable<Corridors> {
  const { reporter, asOf } = useView()
  return useCall('corridors.get', { reporter, asOf })
}
