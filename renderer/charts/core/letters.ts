/**
 * Size of letters in a chart. A chart that paper enlarges keeps its letters: all charts of a sheet have the same.
 *
 * @param size px on screen
 */
export const letters = (size: number): string => `calc(${size}px / var(--enlarged, 1))`
