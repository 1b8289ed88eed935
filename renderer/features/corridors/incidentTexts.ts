// What the bundled data say of each stop of the CPC line, as keys of its translation.
import type { TextKey } from '../../language/useSay.ts'
import type { Words } from './words.ts'

const keys: Readonly<Record<string, TextKey<'corridors'>>> = {
  'Crude released into the sea while a tanker was loading; fine of 5.285 billion roubles in 2022': 'incident.2021-08-07',
  'Storm damage to a mooring reported; full intake again by 27 May 2022': 'incident.2022-03-21',
  'Court order; replaced by a fine of 200,000 roubles on 11 July 2022': 'incident.2022-07-05',
  'SPM-1 and SPM-2 out of work, cracks at buoyancy tanks; only SPM-3 loads': 'incident.2022-08-22',
  'Loading stopped by storm, tanks nearly full, intake reduced': 'incident.2023-11-27',
  'Seven drones put the Kropotkinskaya pumping station out of work; reduced pumping': 'incident.2025-02-17',
  'Russian transport supervision closes SPM-1 and SPM-2 after inspections': 'incident.2025-04-01',
  'CPC office damaged, two employees hurt; the Prime agency dates it 24 September': 'incident.2025-09-23',
  'Same attack as the row of 23 September; terminal kept working': 'incident.2025-09-24',
  'Drone attack; cargo operations suspended, resumed on 26 November': 'incident.2025-11-25',
  'SPM-2 lost to an unmanned boat; loading suspended': 'incident.2025-11-29',
  'Bad weather; exports and intake halted, one mooring in use since 29 November': 'incident.2025-12-29',
}

/** A note on a stop in the language on screen; one that an import brought stands as its source writes it. */
export function incidentText({ t }: Words, note: string): string {
  const key = keys[note]
  return key === undefined ? note : t(key)
}
