// What every deck has: theme, master, three layouts, the master of notes, properties.
import { escapeText } from '../../../electron/shared/briefing/plainText.ts'
import type { BriefingDocument } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import { OFFICE, type OfficePackage, XML } from './package.ts'
import { type Box, emu, face, properties, SANS, SERIF, solid } from './shapes.ts'

/** Inches. */
export const SLIDE = { width: 13.333, height: 7.5, margin: 0.667 } as const
export const NAMESPACES = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
const KIND = 'application/vnd.openxmlformats-officedocument.presentationml'
const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

/** The tree of shapes of a slide, layout or master. */
export const tree = (shapes: string): string => `<p:spTree>${GROUP}${shapes}</p:spTree>`

const inner = SLIDE.width - 2 * SLIDE.margin
export const TITLE_BOX: Box = { x: SLIDE.margin, y: 0.5, w: inner, h: 1.05 }
const NUMBER_BOX: Box = { x: SLIDE.width - SLIDE.margin - 0.6, y: 6.83, w: 0.6, h: 0.25 }

function ghost(id: number, name: string, holder: string, box: Box | null, size: number, style = '', anchor = 't'): string {
  const at =
    box === null
      ? ''
      : `<a:xfrm><a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.w)}" cy="${emu(box.h)}"/></a:xfrm>`
  const field = holder.includes('sldNum')
    ? `<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB" sz="${size * 100}"/><a:t>‹#›</a:t></a:fld></a:p>`
    : '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${holder}/></p:nvPr></p:nvSpPr><p:spPr>${at}</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>${style}</a:lstStyle>${field}</p:txBody></p:sp>`
}
const numberStyle = `<a:lvl1pPr algn="r">${properties('a:defRPr', { size: 9, colour: '636C78' })}</a:lvl1pPr>`
const numberGhost = (id: number): string =>
  ghost(id, 'Slide number', 'type="sldNum" sz="quarter" idx="12"', NUMBER_BOX, 9, numberStyle, 'b')

const COLOURS: Readonly<Record<string, string>> = {
  dk1: '14181F',
  lt1: 'FFFFFF',
  dk2: '454E5B',
  lt2: 'EEF0F3',
  accent1: 'A8152E',
  accent2: 'C58900',
  accent3: '2673CE',
  accent4: '006660',
  accent5: '4B1A86',
  accent6: '908460',
  hlink: '14181F',
  folHlink: '454E5B',
}

function theme(name: string): string {
  const colours = Object.entries(COLOURS)
    .map(([key, value]) => `<a:${key}><a:srgbClr val="${value}"/></a:${key}>`)
    .join('')
  const font = (key: string, name: string): string =>
    `<a:${key}>${face('latin', name)}<a:ea typeface=""/><a:cs typeface=""/></a:${key}>`
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const line = (w: number): string => `<a:ln w="${w}">${fill}<a:prstDash val="solid"/></a:ln>`
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
  return `${XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements><a:clrScheme name="${name}">${colours}</a:clrScheme><a:fontScheme name="${name}">${font('majorFont', SERIF)}${font('minorFont', SANS)}</a:fontScheme><a:fmtScheme name="${name}"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12_700)}${line(19_050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}

const MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
const BACKGROUND = `<p:bg><p:bgPr>${solid('FFFFFF')}<a:effectLst/></p:bgPr></p:bg>`
const titleStyle = (size: number): string =>
  `<a:lvl1pPr algn="l"><a:buNone/>${properties('a:defRPr', { size, bold: true, font: SERIF })}</a:lvl1pPr>`

function layout(file: OfficePackage, number: number, type: string, name: string, shapes: string): string {
  const path = `ppt/slideLayouts/slideLayout${number}.xml`
  file.add(
    path,
    `${XML}<p:sldLayout ${NAMESPACES} type="${type}" preserve="1"><p:cSld name="${name}">${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    `${KIND}.slideLayout+xml`,
  )
  file.relate(path, 'slideMaster', 'ppt/slideMasters/slideMaster1.xml')
  return path
}

export interface Skeleton {
  readonly cover: string
  readonly titled: string
  readonly notesMaster: string
}

/** Adds master, layouts, themes and the master of notes. */
export function addSkeleton(file: OfficePackage): Skeleton {
  const master = 'ppt/slideMasters/slideMaster1.xml'
  const cover = layout(
    file,
    1,
    'title',
    'Cover',
    ghost(2, 'Title', 'type="ctrTitle"', { x: SLIDE.margin, y: 1.9, w: inner, h: 1.9 }, 40, titleStyle(40), 'b') +
      ghost(
        3,
        'Subtitle',
        'type="subTitle" idx="1"',
        { x: SLIDE.margin, y: 4.05, w: inner, h: 0.9 },
        18,
        `<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/>${properties('a:defRPr', { size: 18, colour: '454E5B' })}</a:lvl1pPr>`,
      ),
  )
  const titled = layout(
    file,
    2,
    'titleOnly',
    'Title',
    ghost(2, 'Title', 'type="title"', TITLE_BOX, 28, titleStyle(28)) + numberGhost(3),
  )
  const ids = [cover, titled].map((path) => file.relate(master, 'slideLayout', path))
  file.add('ppt/theme/theme1.xml', theme('Multivector'), 'application/vnd.openxmlformats-officedocument.theme+xml')
  file.relate(master, 'theme', 'ppt/theme/theme1.xml')
  const body = Array.from(
    { length: 9 },
    (_, index) =>
      `<a:lvl${index + 1}pPr marL="${index * 228_600}" algn="l">${properties('a:defRPr', { size: 16 })}</a:lvl${index + 1}pPr>`,
  ).join('')
  file.add(
    master,
    `${XML}<p:sldMaster ${NAMESPACES}><p:cSld>${BACKGROUND}${tree(ghost(2, 'Title', 'type="title"', TITLE_BOX, 28, titleStyle(28)) + numberGhost(3))}</p:cSld>${MAP}<p:sldLayoutIdLst>${ids.map((id, index) => `<p:sldLayoutId id="${2_147_483_649 + index}" r:id="${id}"/>`).join('')}</p:sldLayoutIdLst><p:hf hdr="0" ftr="0" dt="0"/><p:txStyles><p:titleStyle>${titleStyle(28)}</p:titleStyle><p:bodyStyle>${body}</p:bodyStyle><p:otherStyle>${body}</p:otherStyle></p:txStyles></p:sldMaster>`,
    `${KIND}.slideMaster+xml`,
  )
  const notesMaster = 'ppt/notesMasters/notesMaster1.xml'
  const notesBox: Box = { x: 0.75, y: 4.4, w: 6, h: 5 }
  const image = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${emu(0.75)}" y="${emu(0.75)}"/><a:ext cx="${emu(6)}" cy="${emu(3.375)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`
  file.add('ppt/theme/theme2.xml', theme('Notes'), 'application/vnd.openxmlformats-officedocument.theme+xml')
  file.relate(notesMaster, 'theme', 'ppt/theme/theme2.xml')
  file.add(
    notesMaster,
    `${XML}<p:notesMaster ${NAMESPACES}><p:cSld>${BACKGROUND}${tree(image + ghost(3, 'Notes', 'type="body" sz="quarter" idx="3"', notesBox, 12))}</p:cSld>${MAP}</p:notesMaster>`,
    `${KIND}.notesMaster+xml`,
  )
  return { cover, titled, notesMaster }
}

/** Adds the presentation itself, with its slides in order, and the properties that name it. */
export function addPresentation(
  file: OfficePackage,
  doc: BriefingDocument,
  slides: readonly string[],
  { notesMaster }: Skeleton,
): void {
  const path = 'ppt/presentation.xml'
  file.relate('', 'officeDocument', path)
  const master = file.relate(path, 'slideMaster', 'ppt/slideMasters/slideMaster1.xml')
  const notes = file.relate(path, 'notesMaster', notesMaster)
  const list = slides.map((slide, index) => `<p:sldId id="${256 + index}" r:id="${file.relate(path, 'slide', slide)}"/>`).join('')
  file.relate(path, 'theme', 'ppt/theme/theme1.xml')
  file.add(
    path,
    `${XML}<p:presentation ${NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${master}"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="${notes}"/></p:notesMasterIdLst><p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    `${KIND}.presentation.main+xml`,
  )
  const day = `${doc.date}T00:00:00Z`
  const made = `Multivector ${doc.made.appVersion}; ${doc.made.methodId}; ${doc.made.storeChecksum}`
  file.relate('', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml')
  file.add(
    'docProps/core.xml',
    `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeText(doc.title)}</dc:title><dc:subject>${escapeText(doc.subtitle)}</dc:subject><dc:creator>Multivector</dc:creator><dc:description>${escapeText(made)}</dc:description><dc:language>${doc.language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified></cp:coreProperties>`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  )
  file.relate('', 'extended-properties', 'docProps/app.xml')
  file.add(
    'docProps/app.xml',
    `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Multivector</Application><Slides>${slides.length}</Slides></Properties>`,
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  )
}
