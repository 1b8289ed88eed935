// Limits that the page needs as well; apart from the schemas, so that a start does not load what checks them.

export const MOST_SLIDES = 200
/** Characters of one slide's text or notes. */
export const MOST_TEXT = 8000
