import type { Names } from '../../../electron/shared/language/names.ts'
import type { Formats } from '../../language/formats.ts'
import type { Say } from '../../language/useSay.ts'

export interface Words {
  readonly t: Say<'politics'>
  readonly formats: Formats
  readonly names: Names
}

const clubKeys = {
  CIS: 'club.CIS',
  CSTO: 'club.CSTO',
  EurAsEC: 'club.EurAsEC',
  'Eurasian Customs Union': 'club.Eurasian Customs Union',
  EAEU: 'club.EAEU',
  'Shanghai Five': 'club.Shanghai Five',
  SCO: 'club.SCO',
  'China-Central Asia mechanism': 'club.China-Central Asia mechanism',
  'Belt and Road Initiative': 'club.Belt and Road Initiative',
  OTS: 'club.OTS',
  TURKSOY: 'club.TURKSOY',
  'NATO PfP': 'club.NATO PfP',
  EAPC: 'club.EAPC',
  'Abraham Accords': 'club.Abraham Accords',
  'EPCA with EU': 'club.EPCA with EU',
  'EU raw materials partnership': 'club.EU raw materials partnership',
  'EU-Central Asia strategic partnership': 'club.EU-Central Asia strategic partnership',
  WTO: 'club.WTO',
  UN: 'club.UN',
  OSCE: 'club.OSCE',
  OIC: 'club.OIC',
  ECO: 'club.ECO',
  CICA: 'club.CICA',
  EBRD: 'club.EBRD',
  ADB: 'club.ADB',
  BRICS: 'club.BRICS',
  NATO: 'club.NATO',
  EU: 'club.EU',
  ASEAN: 'club.ASEAN',
  APEC: 'club.APEC',
  'Council of Europe': 'club.Council of Europe',
  'Non-Aligned Movement': 'club.Non-Aligned Movement',
} as const

/** Name of an organisation in the language on screen; one that has no text stands as the source writes it. */
export function clubName(t: Words['t'], organisation: string): string {
  const key = (clubKeys as Readonly<Record<string, (typeof clubKeys)[keyof typeof clubKeys]>>)[organisation]
  return key === undefined ? organisation : t(key)
}

const wholeKeys = {
  CIS: 'clubWhole.CIS',
  CSTO: 'clubWhole.CSTO',
  EurAsEC: 'clubWhole.EurAsEC',
  EAEU: 'clubWhole.EAEU',
  SCO: 'clubWhole.SCO',
  OTS: 'clubWhole.OTS',
  TURKSOY: 'clubWhole.TURKSOY',
  'NATO PfP': 'clubWhole.PfP',
  EAPC: 'clubWhole.EAPC',
  'EPCA with EU': 'clubWhole.EPCA',
  WTO: 'clubWhole.WTO',
  UN: 'clubWhole.UN',
  OSCE: 'clubWhole.OSCE',
  OIC: 'clubWhole.OIC',
  ECO: 'clubWhole.ECO',
  CICA: 'clubWhole.CICA',
  EBRD: 'clubWhole.EBRD',
  ADB: 'clubWhole.ADB',
} as const

/** An abbreviated name with what it stands for, `CIS: Commonwealth of Independent States`; a name that is whole as it is. */
export function clubInFull(t: Words['t'], organisation: string): string {
  const key = (wholeKeys as Readonly<Record<string, (typeof wholeKeys)[keyof typeof wholeKeys]>>)[organisation]
  return key === undefined ? clubName(t, organisation) : `${clubName(t, organisation)}: ${t(key)}`
}
