// A drawn chart as one standalone SVG with real text: for briefings, slides and files. Colours are resolved, so it looks the same anywhere.
import type { Theme } from './palette.ts'

const NAMESPACE = 'http://www.w3.org/2000/svg'
const VARIABLE = /var\((--[\w-]+)\)/g
const PAINT = ['fill', 'stroke'] as const

/** Values of the tokens in a theme, whatever the page itself shows. */
function tokens(theme: Theme): (name: string) => string {
  const probe = document.createElement('div')
  probe.className = `mv-${theme}`
  probe.hidden = true
  document.body.append(probe)
  const style = getComputedStyle(probe)
  const known = new Map<string, string>()
  const read = (name: string): string => {
    const value = known.get(name) ?? style.getPropertyValue(name).trim()
    known.set(name, value)
    return value
  }
  // the probe leaves the page when the call that uses it has ended
  queueMicrotask(() => probe.remove())
  return read
}

/** What no file needs: handlers of the page, its classes and its helpers for screen readers. */
const DROPPED = ['class', 'tabindex', 'role', 'aria-hidden', 'data-index']

function settle(original: Element, copy: Element, token: (name: string) => string): void {
  const resolve = (text: string): string => text.replace(VARIABLE, (_, name: string) => token(name) || 'currentColor')
  for (const attribute of [...copy.attributes]) {
    if (DROPPED.includes(attribute.name)) copy.removeAttribute(attribute.name)
    else if (attribute.value.includes('var(')) copy.setAttribute(attribute.name, resolve(attribute.value))
  }
  if (original instanceof SVGElement) {
    for (const name of PAINT) {
      const inline = original.style.getPropertyValue(name)
      if (inline !== '') copy.setAttribute(name, resolve(inline))
    }
  }
  if (original instanceof SVGTextElement) {
    const { fontSize, fontWeight } = getComputedStyle(original)
    copy.setAttribute('font-size', fontSize)
    copy.setAttribute('font-weight', fontWeight)
  }
  copy.removeAttribute('style')
  const [from, to] = [[...original.children], [...copy.children]]
  to.forEach((child, index) => {
    const source = from[index]
    if (source) settle(source, child, token)
  })
}

/**
 * The chart inside an element (its card, say) as the text of one SVG.
 *
 * @param within an element that holds one drawn chart
 * @param theme light for paper and slides
 * @returns null when there is no drawing in it
 */
export function chartToSvg(within: Element, theme: Theme = 'light'): string | null {
  const layers = [...within.querySelectorAll<SVGSVGElement>('[role="application"] svg')].filter(
    (svg) => svg.parentElement?.closest('svg') === null,
  )
  const [first] = layers
  if (!first) return null
  const token = tokens(theme)
  const [width, height] = [first.width.baseVal.value, first.height.baseVal.value]
  const root = document.createElementNS(NAMESPACE, 'svg')
  root.setAttribute('xmlns', NAMESPACE)
  root.setAttribute('width', String(width))
  root.setAttribute('height', String(height))
  root.setAttribute('viewBox', `0 0 ${width} ${height}`)
  root.setAttribute('font-family', 'Inter, "Inter Variable", Arial, sans-serif')
  for (const layer of layers) {
    const group = document.createElementNS(NAMESPACE, 'g')
    const copy = layer.cloneNode(true) as SVGSVGElement
    settle(layer, copy, token)
    group.append(...copy.childNodes)
    root.append(group)
  }
  return new XMLSerializer().serializeToString(root)
}
