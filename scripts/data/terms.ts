/**
 * Terms under which a cited source may be passed on. `open`: reuse and redistribution with attribution is granted, by a licence or by a
 * statistics office that asks for a reference only. `narrow`: anything less, or anything that nobody confirmed; a redistributor leaves
 * such sources out with the `open_only` build.
 */
export interface Terms {
  readonly terms: 'open' | 'narrow'
  readonly reason: string
}

interface TermsRule extends Terms {
  /** tested against the licence text of the source */
  readonly when: RegExp
}

const narrow = (when: RegExp, reason: string): TermsRule => ({ when, terms: 'narrow', reason })
const open = (when: RegExp, reason: string): TermsRule => ({ when, terms: 'open', reason })

/**
 * The first rule that fits decides, so doubts and restrictions stand before permissions: a text that says "CC0 to be confirmed" or
 * "CC BY-ND" must not pass as CC. The licence texts were read one by one when these rules were written; a text that no rule fits has
 * not been reviewed.
 */
export const termsRules: readonly TermsRule[] = [
  narrow(/not for redistribution/i, 'The holder forbids redistribution'),
  narrow(/BY-NC|non-commercial/i, 'Non-commercial use only'),
  narrow(/BY-ND/i, 'No derivatives: values may be passed on unchanged and with attribution only'),
  narrow(/membership product|as wiiw_fdi_kaz/i, "Terms of a members' database; permission to redistribute not confirmed"),
  narrow(/Comtrade restricts/i, 'UN Comtrade restricts bulk re-dissemination; to be confirmed by a person'),
  narrow(/free for research|COW data/i, 'Free for research with citation; no open licence'),
  narrow(/to be confirmed|not verified|not read in full|voeten_unvotes/i, 'The licence was not confirmed'),
  narrow(/no licence stated/i, 'No licence stated'),
  narrow(
    /copyright|^©|press or agency|news text|project report/i,
    'Copyright of the publisher; single figures are cited as facts',
  ),
  narrow(/quotation with attribution/i, 'Quotation with attribution only'),
  open(/public domain|US Government work/i, 'Public domain'),
  open(/PDDL/i, 'Public Domain Dedication and License'),
  open(/ODC-By/i, 'Open Data Commons Attribution License'),
  open(/CC BY-SA/i, 'Creative Commons Attribution-ShareAlike; facts only are taken'),
  open(/CC BY 3\.0 IGO/i, 'Creative Commons Attribution 3.0 IGO'),
  open(/CC BY/i, 'Creative Commons Attribution'),
  open(/Etalab/i, 'Etalab Open Licence 2.0'),
  open(
    /reuse with reference|free use with|open data with reference|see bns_kz_panel/i,
    'Official statistics; reuse with reference to the source',
  ),
]

/** Terms that follow from a licence text; null when no rule fits: a person has to read it and add a rule. */
export function reviewTerms(licence: string): Terms | null {
  const rule = termsRules.find(({ when }) => when.test(licence))
  return rule ? { terms: rule.terms, reason: rule.reason } : null
}
