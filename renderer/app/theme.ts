import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple, Tooltip } from '@mantine/core'

/** Ink on paper: colour belongs to the data, so the interface has one hue-less primary. */
const ink: MantineColorsTuple = [
  '#f5f6f8',
  '#eef0f3',
  '#dfe3e8',
  '#bac3ce',
  '#8b94a0',
  '#636c78',
  '#454e5b',
  '#2a313c',
  '#1f262f',
  '#14181f',
]

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 0 },
  colors: { ink },
  autoContrast: true,
  fontFamily: 'var(--mv-font)',
  headings: { fontFamily: 'var(--mv-serif)', fontWeight: '600' },
  defaultRadius: 6,
  focusRing: 'auto',
  fontSizes: { xs: '11px', sm: '12.5px', md: '13px', lg: '14px', xl: '16px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // a drawing without words says what it is to a keyboard too
    Tooltip: Tooltip.extend({ defaultProps: { events: { hover: true, focus: true, touch: false } } }),
    // Mantine picks the words of a filled button once for the light scheme; the token follows the scheme
    Button: Button.extend({
      vars: (_, props) => ({ root: (props.variant ?? 'filled') === 'filled' ? { '--button-color': 'var(--mv-on-filled)' } : {} }),
    }),
  },
})

/** Mantine's own surfaces and texts take the tokens of tokens.css, in both schemes. */
export const variables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--mv-page)',
    '--mantine-color-text': 'var(--mv-text)',
    '--mantine-color-dimmed': 'var(--mv-text-3)',
    '--mantine-color-default': 'var(--mv-surface)',
    '--mantine-color-default-hover': 'var(--mv-sunken)',
    '--mantine-color-default-color': 'var(--mv-text)',
    '--mantine-color-default-border': 'var(--mv-border)',
    '--mantine-color-placeholder': 'var(--mv-text-3)',
    '--mantine-color-error': 'var(--mv-mark-contradicted)',
    '--mantine-primary-color-filled': 'var(--mv-filled)',
    '--mantine-primary-color-filled-hover': 'var(--mv-filled-hover)',
    '--mantine-primary-color-contrast': 'var(--mv-on-filled)',
  }
  return { variables: {}, light: shared, dark: shared }
}
