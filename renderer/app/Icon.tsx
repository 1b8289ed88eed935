/** Line drawings on a 20 × 20 grid, 1.5 px, in the colour of the text beside them. */
const paths = {
  overview: 'M3 11l7-7 7 7M5 9.5V16h10V9.5',
  dependence: 'M3 15l4-6 4 3 6-8M13 4h4v4',
  // one way that parts in two; arrows both ways are trade's
  substitution: 'M3 10h4c4 0 3-5.5 7-5.5h2.5M7 10c4 0 3 5.5 7 5.5h2.5M14.5 2l2.5 2.5L14.5 7M14.5 13l2.5 2.5-2.5 2.5',
  compare: 'M4 16V8M8 16V4M12 16v-6M16 16V6',
  scenarios: 'M4 5h12M4 10h12M4 15h12M7 3v4M13 8v4M9 13v4',
  claims: 'M4 4h12v9H9l-4 3v-3H4z',
  trade: 'M3 7h11l-3-3M17 13H6l3 3',
  investment:
    'M10 3v14M13.5 6.5C13 5.3 11.7 5 10 5c-2 0-3.5.8-3.5 2.4C6.5 11 13.5 9 13.5 12.6 13.5 14.2 12 15 10 15s-3.3-.6-3.7-1.8',
  projects: 'M3 17h14M5 17V8l5-4 5 4v9M8.5 17v-4h3v4',
  corridors: 'M4 16c0-6 12-4 12-12M4 16m-1.5 0a1.5 1.5 0 103 0 1.5 1.5 0 10-3 0M16 4m-1.5 0a1.5 1.5 0 103 0 1.5 1.5 0 10-3 0',
  opinion: 'M3 5h9v6H7l-2.5 2V11H3zM14 8h3v6h-1.5v2L13 14H9.5v-1',
  politics: 'M4 8h12M10 3v14M4 8l-2 4h4zM16 8l-2 4h4zM7 17h6',
  governance: 'M3 8l7-4 7 4zM4.5 8v7M8.2 8v7M11.8 8v7M15.5 8v7M3 16h14',
  events: 'M4 5h12v12H4zM4 8.5h12M7 3v4M13 3v4',
  briefings: 'M3 4h14v9H3zM10 13v3M7 17h6M6 10V8M10 10V6.5M14 10V9',
  import: 'M10 3v9M6.5 8.5L10 12l3.5-3.5M4 13v3.5h12V13',
  sources: 'M4 5c0-1.1 2.7-2 6-2s6 .9 6 2-2.7 2-6 2-6-.9-6-2zM4 5v10c0 1.1 2.7 2 6 2s6-.9 6-2V5M4 10c0 1.1 2.7 2 6 2s6-.9 6-2',
  settings:
    'M10 7a3 3 0 100 6 3 3 0 000-6zM10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4',
  diagnostics: 'M2.5 10H6l2-5 4 10 2-5h3.5',
  help: 'M7.5 7.5a2.5 2.5 0 113.5 2.3c-.7.3-1 .8-1 1.7M10 14.5v.01M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15z',
  search: 'M8.5 3.5a5 5 0 100 10 5 5 0 000-10zM12.2 12.2L16.5 16.5',
  light:
    'M10 6.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.5 1.5M14.2 14.2l1.5 1.5M15.7 4.3l-1.5 1.5M5.8 14.2l-1.5 1.5',
  dark: 'M15.5 12.5A6.5 6.5 0 017.5 4.5a6.5 6.5 0 108 8z',
} as const

export type IconName = keyof typeof paths

/** Decoration beside a word: hidden from screen readers. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}

/** The product's mark: one point, several vectors. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M5 17V5M5 17 17 5M5 17h12" />
      <circle cx="5" cy="17" r="2.6" fill="currentColor" stroke="none" />
    </svg>
  )
}
