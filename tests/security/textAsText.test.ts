// Hole: a note, a title or a claim that a browser would run. Promise: HTML, SVG and Markdown of the data are text wherever they are shown; nothing
// in the page turns text into markup or code, and the guide's Markdown, which is ours, keeps raw HTML as text too.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../cli/support/run.ts'

const FOLDERS = ['renderer', 'electron', 'db', 'cli']
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
)
const whichSay = (pattern: RegExp): readonly string[] => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

describe('the source', () => {
  it.each([
    [
      'markup from text',
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|createContextualFragment/,
    ],
    ['Markdown as markup', /marked\.parse\(|marked\(|parseInline\(/],
    ['a link that runs', /javascript:(?! false)/],
  ])('makes no %s', (_name, pattern) => {
    expect(sources.length).toBeGreaterThan(300)
    expect(whichSay(pattern)).toEqual([])
  })

  it("makes no code from text, but for the one word that asks for the engine's collector", () => {
    const code = /\beval\(|new Function\(|setTimeout\(\s*['"`]|setInterval\(\s*['"`]|\bvm\.|from 'node:vm'/
    expect(whichSay(code)).toEqual(['db/worker/idle.ts'])
    const idle = sources.find(({ path }) => path === 'db/worker/idle.ts')?.text ?? ''
    expect(idle.match(/import .* from 'node:vm'/g)).toEqual(["import { runInNewContext } from 'node:vm'"])
    expect(idle.match(/runInNewContext\([^)]*\)/g)).toEqual(["runInNewContext('gc')"])
  })

  it('parses only drawings it made itself from figures, apart from the page, and as SVG', () => {
    expect(whichSay(/DOMParser/)).toEqual(['renderer/features/briefings/slide/Slide.tsx'])
    const slide = sources.find(({ path }) => path.endsWith('slide/Slide.tsx'))?.text ?? ''
    expect(slide.match(/parseFromString\([^)]*\)/g)).toEqual(["parseFromString(text, 'image/svg+xml')"])
    expect(slide.match(/drawingOf\((?!text: )[^)]*\)/g)).toEqual(['drawingOf(drawn)'])
    expect(slide).toMatch(/drawn = useMemo\(\(\) => \{[\s\S]*?figureToSvg\(figure/)
  })

  it('starts other programs in the two places that open a browser', () => {
    expect(whichSay(/from 'node:child_process'|execSync\(|shell: true/)).toEqual([
      'electron/loopback/browser.ts',
      'electron/loopback/devtools.ts',
    ])
  })
})
