import type { AreaCode } from './observation.ts'

const area = (code: string): AreaCode => code as AreaCode

/** A partner or a fixed group of partners as charts stack it. `members` sum to the group; for EU27 a published total goes first. */
export interface PartnerGroup {
  readonly id: string
  readonly members: readonly AreaCode[]
}

const CENTRAL_ASIA = ['KAZ', 'KGZ', 'TJK', 'TKM', 'UZB'].map(area)

/** Today's 27 members: the data's EU27 always means these. */
export const EU27_MEMBERS =
  'AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP SWE'
    .split(' ')
    .map(area)

/** The named partners of a stack for one reporter; a reporter is never its own partner. */
export function partnerGroups(reporter: AreaCode): readonly PartnerGroup[] {
  const groups: readonly PartnerGroup[] = [
    { id: 'RUS', members: [area('RUS')] },
    { id: 'CHN', members: [area('CHN')] },
    { id: 'TUR', members: [area('TUR')] },
    { id: 'USA', members: [area('USA')] },
    { id: 'CA5', members: CENTRAL_ASIA },
    { id: 'EU27', members: EU27_MEMBERS },
  ]
  return groups
    .map((group) => ({ ...group, members: group.members.filter((member) => member !== reporter) }))
    .filter((group) => group.members.length > 0)
}
