// The user guide: Markdown files of the language on screen, read into blocks that React draws. Raw HTML in them is text like any other.
import { marked, type Token, type Tokens } from 'marked'
import { fold } from '../../../electron/shared/domain/fold.ts'

/** A run of text: plain, strong, or as typed at a keyboard or a command line. */
export interface Run {
  readonly kind: 'text' | 'strong' | 'code'
  readonly text: string
}

export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

export interface Chapter {
  /** file name without number and ending: the chapter's name in the address */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

const runsOf = (tokens: readonly Token[]): readonly Run[] =>
  tokens.flatMap((token): readonly Run[] => {
    if (token.type === 'strong') return [{ kind: 'strong', text: (token as Tokens.Strong).text }]
    if (token.type === 'codespan') return [{ kind: 'code', text: (token as Tokens.Codespan).text }]
    const inner = 'tokens' in token ? token.tokens : undefined
    return inner ? runsOf(inner) : [{ kind: 'text', text: 'text' in token ? String(token.text) : token.raw }]
  })

function blockOf(token: Token): readonly Block[] {
  if (token.type === 'paragraph') return [{ kind: 'paragraph', runs: runsOf((token as Tokens.Paragraph).tokens) }]
  if (token.type === 'list') {
    const { ordered, items } = token as Tokens.List
    return [{ kind: 'list', ordered, items: items.map((item) => runsOf(item.tokens)) }]
  }
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    return [{ kind: 'table', head: header.map((cell) => cell.text), rows: rows.map((row) => row.map((cell) => cell.text)) }]
  }
  return []
}

/**
 * One chapter of the guide.
 *
 * @param name file name as `03-evidence.md`
 * @param markdown its text; the first heading is the title
 * @throws {Error} on a chapter without a title: a bug in the guide, found by its test
 */
export function readChapter(name: string, markdown: string): Chapter {
  const tokens = marked.lexer(markdown)
  const title = tokens.find((token): token is Tokens.Heading => token.type === 'heading')
  if (!title) throw new Error(`${name} has no title`)
  return { id: name.replace(/^\d+-|\.md$/g, ''), title: title.text, blocks: tokens.flatMap(blockOf) }
}

const words = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

/** Everything that a chapter says, block by block. */
export const textsOf = (chapter: Chapter): readonly string[] =>
  chapter.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [words(block.runs)]
      : block.kind === 'list'
        ? block.items.map(words)
        : block.rows.map((row) => row.join(' ')),
  )

export interface Found {
  readonly chapter: Chapter
  /** the first passage that holds the words; empty where only the title does */
  readonly passage: string
}

/** Chapters that hold every word of a query, whatever the case and accents of letters. An empty query finds nothing. */
export function searchGuide(chapters: readonly Chapter[], query: string): readonly Found[] {
  const wanted = fold(query).split(' ').filter(Boolean)
  if (wanted.length === 0) return []
  const holds = (text: string): boolean => wanted.every((word) => fold(text).includes(word))
  return chapters.flatMap((chapter): readonly Found[] => {
    const passage = textsOf(chapter).find(holds)
    if (passage !== undefined) return [{ chapter, passage }]
    return holds([chapter.title, ...textsOf(chapter)].join(' ')) ? [{ chapter, passage: '' }] : []
  })
}
