// How a briefing looks as a page and on paper. One style sheet for both: the printed page is the same document.

export type Paper = 'a4' | 'letter'
const SIZES: Readonly<Record<Paper, string>> = { a4: 'A4', letter: 'letter' }

/** A text as a string of CSS: every character that could end it or mean something is written by its number. */
const cssText = (text: string): string =>
  `"${[...text].map((letter) => (/[\p{L}\p{N} .,:;–—’%()/-]/u.test(letter) ? letter : `\\${(letter.codePointAt(0) ?? 32).toString(16)} `)).join('')}"`

/**
 * `break-spaces` keeps the space where a heading wraps: Chromium makes the outline of a PDF from what it painted.
 *
 * @param foot what stands at the left of every printed page's foot
 */
export const styleSheet = (paper: Paper, foot: string): string => `
:root{color-scheme:light;--ink:#14181F;--text2:#454E5B;--text3:#636C78;--border:#DFE3E8;--warning:#8A5A00;--warning-fill:#FFF4D9}
*{box-sizing:border-box}
html{background:#F5F6F8;font:15px/22px Inter,Arial,sans-serif;color:var(--ink);-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0 auto;max-width:980px;padding:32px 16px 64px;overflow-wrap:break-word}
h1,h2,h3{font-family:"Source Serif 4",Georgia,serif;font-weight:600;text-wrap:pretty;font-feature-settings:normal;margin:0}
h1{font-size:40px;line-height:48px}h2{font-size:27px;line-height:34px}h3{font-size:20px;line-height:26px}
header,section{background:#fff;border:1px solid var(--border);border-radius:8px;padding:36px 40px;margin:0 0 16px}
header p{color:var(--text2);margin:12px 0 0;font-size:17px;line-height:25px}
header .meta{color:var(--text3);font-size:14px;margin-top:20px}
nav ol{margin:8px 0 0;padding-left:26px;color:var(--text2)}nav li{margin:3px 0}nav a{color:inherit;text-decoration:none}nav a:hover{text-decoration:underline}
.support{color:var(--text2);margin:10px 0 0;font-size:16px;line-height:24px}
.field{white-space:nowrap;font-weight:600;color:var(--ink)}p,li,td{text-wrap:pretty}figcaption{text-wrap:balance}
.stale{color:var(--warning);background:var(--warning-fill);border-radius:3px;padding:0 4px}
.body{display:grid;grid-template-columns:minmax(0,1fr);gap:28px;margin-top:20px}
.body.both{grid-template-columns:minmax(0,17fr) minmax(0,8fr)}
figure{margin:0}figcaption{color:var(--text2);margin:0 0 10px}figure svg,figure img{display:block;width:100%;height:auto;overflow:visible}
.numbers{margin:0;padding:0;list-style:none;align-self:start;border-top:1px solid var(--border)}
.numbers li{display:grid;grid-template-columns:20px 1fr;border-bottom:1px solid var(--border);padding:9px 0;font-size:14px;line-height:19px;color:var(--text2)}
.numbers b{display:block;font-size:21px;line-height:27px;font-weight:400;color:var(--text3)}.numbers b span{white-space:nowrap}.numbers b strong{color:var(--ink);font-weight:650}
.numbers svg{margin-top:4px;width:12px;height:12px}
.note{color:var(--text3);font-size:13px;line-height:18px;margin:14px 0 0}.note a,sup a{color:inherit;text-decoration:none}
.warn{color:var(--warning);background:var(--warning-fill);border-radius:4px;padding:6px 10px;font-size:13px;line-height:19px;margin:12px 0 0}
.notice{margin:0;min-height:120px;display:flex;align-items:center;justify-content:center;text-align:center;padding:24px 15%;border:1px dashed var(--warning);border-radius:6px;background:var(--warning-fill);color:var(--warning);font-size:17px;line-height:25px}
details{margin-top:14px;font-size:14px}summary{cursor:pointer;color:var(--text2)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;margin-top:10px;width:100%}.right{font-variant-numeric:tabular-nums}th,td{text-align:left;border-bottom:1px solid var(--border);padding:5px 12px 5px 0;vertical-align:top}
th{font-weight:600;color:var(--text2)}.right{text-align:right}
.notes{border-left:3px solid var(--border);padding-left:14px;margin-top:16px;color:var(--text2);white-space:pre-line}
.box{background:#fff}.box p{margin:10px 0 0}
ol.sources{padding-left:30px;margin:14px 0 0}ol.sources li{margin:0 0 12px}ol.sources span{display:block;color:var(--text3);font-size:13px;line-height:19px}
:target{outline:2px solid var(--ink);outline-offset:4px}a:focus-visible,summary:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
@media (max-width:700px){header,section{padding:22px 18px}.body.both{grid-template-columns:minmax(0,1fr)}h1{font-size:30px;line-height:37px}h2{font-size:22px;line-height:28px}}
@page{size:${SIZES[paper]};margin:16mm 17mm 18mm;@bottom-left{content:${cssText(foot)};font:8pt/11pt Inter,Arial,sans-serif;color:#636C78}@bottom-right{content:counter(page) " / " counter(pages);font:8pt/11pt Inter,Arial,sans-serif;color:#636C78}}
@media print{
html{background:#fff;font-size:10pt;line-height:14pt}body{max-width:none;padding:0}
header,section{border:0;border-radius:0;padding:0;margin:0 0 5mm}section+section{border-top:.6pt solid var(--border);padding-top:4mm}
h1{font-size:21pt;line-height:26pt}h2{font-size:15pt;line-height:19pt}h3{font-size:12pt;line-height:16pt}
header p{font-size:11.5pt;line-height:16pt;margin-top:6pt}header .meta{font-size:9pt;margin-top:8pt}
.support{font-size:10.5pt;line-height:15pt;margin-top:4pt}.body{gap:6mm;margin-top:9pt}
.numbers li{font-size:8.5pt;line-height:11pt;grid-template-columns:11pt 1fr;padding:4.5pt 0}.numbers b{font-size:12.5pt;line-height:16pt}.numbers svg{width:7pt;height:7pt;margin-top:2pt}
.notice{min-height:35mm;font-size:11pt;line-height:15pt}.note,.warn,ol.sources span{font-size:8pt;line-height:11pt}.note{margin-top:6pt}.warn{margin-top:6pt;padding:3pt 6pt}
ol.sources{columns:2;column-gap:8mm;font-size:8.5pt;line-height:11.5pt;padding-left:18pt}ol.sources li{margin-bottom:5pt}ol.sources span{font-size:7.5pt!important;line-height:9.5pt!important}
figcaption{font-size:9pt;line-height:12pt;margin-bottom:5pt}.notes{font-size:9pt;line-height:12pt}
table{font-size:9pt;line-height:12pt;margin-top:6pt}th,td{padding:2.5pt 8pt 2.5pt 0}tr{break-inside:avoid}tbody tr:nth-child(-n+2),.support{break-after:avoid}tbody tr:nth-last-child(-n+2),.warn,.note{break-before:avoid}thead{display:table-header-group}
details,nav{display:none}nav.long{display:block;border-top:.6pt solid var(--border);margin-top:8pt;padding-top:4pt}nav.long ol{margin:0;padding-left:16pt;font-size:10pt;line-height:14pt}nav.long li{margin:2pt 0}.scroll{overflow:visible}
h1,h2,h3{break-after:avoid;white-space:break-spaces}.keep,figure,.numbers li,ol.sources li,.warn{break-inside:avoid}p{orphans:3;widows:3}
.box{border:.8pt solid var(--border)!important;border-radius:4pt;padding:5mm!important;break-inside:avoid-page}
}`
