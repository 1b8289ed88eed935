// The partners' styles as the page uses them: their colours as variables of CSS, which follow the theme.
import type { PartnerStyle } from '../../electron/shared/briefing/palette.ts'

export * from '../../electron/shared/briefing/palette.ts'

export const fillVar = (one: Pick<PartnerStyle, 'key'>): string => `var(--partner-${one.key})`
export const textVar = (one: Pick<PartnerStyle, 'key'>): string => `var(--partner-${one.key}-text)`
export const insideVar = (one: Pick<PartnerStyle, 'key'>): string => `var(--partner-${one.key}-inside)`
