/** Texts of the shell and of the first screen. The others come when another screen is asked for, all at once, so that no view waits twice. */
export const firstTexts: readonly string[] = ['app', 'charts', 'eventTitles', 'evidence', 'figure', 'overview', 'store', 'tour']
