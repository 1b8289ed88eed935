// The partners' styles as the page uses them: their colours as variables of CSS, which follow the theme.
import type { PartnerStyle } from '../../electron/shared/briefing/palette.ts'

export * from '../../electron/shared/briefing/palette.ts'

/** Colour of areas and bars. */
export const fillVar = (one: Pick<PartnerStyle, 'key'>): string => `var(--partner-${one.key})`

/** Colour of lines and of texts on paper. */
export const textVar = (one: Pick<PartnerStyle, 'key'>): string => `var(--partner-${one.key}-text)`

/** Colour of a text on the fill. */
export const insideVar = (one: Pick<PartnerStyle, 'key'>): string => `var(--partner-${one.key}-inside)`
