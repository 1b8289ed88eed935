// Both ends of a range stay on one line, an ending with its number or abbreviation, a name with its number, and a dash with the word before it: browsers break after an
// en dash, after a hyphen and at the space before a dash.
import { Children, type ReactNode } from 'react'
import classes from './parts.module.css'

const RANGE = /[\d.,\u2212+%]*\d%?–[\u2212+]?\d[\d.,]*%?(?:-\p{Ll}{1,6}(?!\p{L}))?/u
/** `1-ге`, `КҚК-да`, `10-й`: an ending that Kazakh and Russian write behind a hyphen */
const ENDING = /(?:\d[\d.,]*%?|\p{Lu}{2,})-\p{Ll}{1,6}(?!\p{L})/u
/** a dash between words: it ends a line, it begins none */
const DASH = /[^\s—–]{1,24} [—–](?=\s)/u
/** `Windows-1251`, `ЕС-27`: a name that ends in a number */
const NUMBERED = /\p{L}[\p{L}\d]*-\d+/u
const KEPT = new RegExp(`(${RANGE.source}|${ENDING.source}|${DASH.source}|${NUMBERED.source})`, 'u')

const parted = (text: string): ReactNode =>
  KEPT.test(text)
    ? text.split(KEPT).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other identity
          <span key={index} className={classes.unbroken}>
            {part}
          </span>
        ),
      )
    : text

/**
 * The texts among nodes with their ranges of numbers, endings behind a hyphen and dashes behind a word kept on one line; the words stay as they are, for readers, copies and searches.
 *
 * @param nodes a text or a list of texts and elements; elements are left alone
 */
export const unbroken = (nodes: ReactNode): ReactNode =>
  typeof nodes === 'string'
    ? parted(nodes)
    : Array.isArray(nodes)
      ? Children.map(nodes, (node) => (typeof node === 'string' ? parted(node) : node))
      : nodes
