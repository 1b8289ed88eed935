// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { createHashRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { useAddress } from '../../../renderer/ui/view/useAddress.ts'

type Change = ReturnType<typeof useAddress>[1]
let change: Change = () => {}
const put =
  (name: string, value: string) =>
  (words: URLSearchParams): URLSearchParams => {
    const next = new URLSearchParams(words)
    next.set(name, value)
    return next
  }

function Shown() {
  const [words, set] = useAddress()
  change = set
  return <p>{words.toString()}</p>
}

async function opened(hash: string) {
  window.location.hash = hash
  const router = createHashRouter([{ path: '*', element: <Shown /> }])
  render(<RouterProvider router={router} />)
  return { router, words: async (text: string) => expect(await screen.findByText(text)).toBeTruthy() }
}

afterEach(cleanup)

describe('the words of the address', () => {
  it('keep both of two changes that come before the page draws', async () => {
    const { words } = await opened('#/trade?r=KAZ')
    act(() => {
      change(put('p', 'CHN'))
      change(put('b', '2010'))
    })
    await words('r=KAZ&p=CHN&b=2010')
  })

  it('start from the address again after a way back', async () => {
    const { router, words } = await opened('#/trade?r=KGZ')
    act(() => change(put('p', 'CHN')))
    await words('r=KGZ&p=CHN')
    await act(async () => router.navigate('/trade?r=KGZ'))
    await words('r=KGZ')
    act(() => change(put('b', '2010')))
    await words('r=KGZ&b=2010')
  })
})
