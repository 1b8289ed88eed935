/** Formulas that a spreadsheet would run are made text by an apostrophe, which an import takes off again. */
export const harmless = (text: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)
