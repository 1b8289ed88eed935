// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { useKeptFocus } from '../../../renderer/app/useKeptFocus.ts'

afterEach(cleanup)

function Place({ rows, card = true }: { readonly rows: readonly string[]; readonly card?: boolean }) {
  const main = useRef<HTMLElement>(null)
  useKeptFocus(main)
  return (
    <main ref={main} tabIndex={-1}>
      {card ? (
        <section aria-label="Keys">
          <ul>
            {rows.map((row) => (
              <li key={row}>
                <button type="button">{row}</button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <input aria-label="elsewhere" />
    </main>
  )
}
const later = () => new Promise((done) => setTimeout(done, 200))

describe('the focus of a button that goes with what it did', () => {
  it('stays in its card', async () => {
    const { rerender } = render(<Place rows={['one', 'two']} />)
    screen.getByRole('button', { name: 'one' }).focus()
    rerender(<Place rows={['two']} />)
    expect(document.activeElement).toBe(document.body)
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Keys' })))
  })

  it('stays in what is left around it where the card went, too', async () => {
    const { rerender } = render(<Place rows={['one']} />)
    screen.getByRole('button', { name: 'one' }).focus()
    rerender(<Place rows={[]} card={false} />)
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')))
  })

  it('is left where somebody put it meanwhile', async () => {
    const { rerender } = render(<Place rows={['one']} />)
    screen.getByRole('button', { name: 'one' }).focus()
    rerender(<Place rows={[]} />)
    screen.getByRole('textbox').focus()
    await later()
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
  })

  it('is not taken back when the reader had left it before', async () => {
    const { rerender } = render(<Place rows={['one']} />)
    screen.getByRole('button', { name: 'one' }).focus()
    screen.getByRole('button', { name: 'one' }).blur()
    await later()
    rerender(<Place rows={[]} />)
    await later()
    expect(document.activeElement).toBe(document.body)
  })
})
