/**
 * How much more a partner weighs in a country's trade than the country weighs in the partner's: one share ÷ the other. 10 = ten times as much,
 * 1 = each as much, below 1 = the country weighs more. After Hirschman 1945, National Power and the Structure of Foreign Trade: who has less to
 * lose from an end of the trade has power over the other.
 *
 * @param share the partner's share of the country's flow; @param mirrorShare the country's share of the partner's opposite flow, in the same unit
 * @returns null when a share is missing or negative, or the second is zero
 */
export function asymmetry(share: number | null, mirrorShare: number | null): number | null {
  if (share === null || mirrorShare === null || !(share >= 0) || !(mirrorShare > 0)) return null
  return share / mirrorShare
}
