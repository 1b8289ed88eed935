// Kazakhstan is the first country, not the only one: every screen of figures answers for others too, or says why it cannot.
import { expect, test } from './host.ts'
import { screens } from './screens.ts'

/** Screens that do not speak of a reporter. */
const OF_NONE = ['briefings', 'import', 'help', 'settings', 'diagnostics']
const asked = screens.filter((screen) => !OF_NONE.includes(screen))

for (const [code, name] of [
  ['UZB', 'Uzbekistan'],
  ['GEO', 'Georgia'],
] as const)
  test(`every screen answers for ${name} or says what is missing`, async ({ page, open }) => {
    test.setTimeout(180_000)
    expect(asked.length).toBeGreaterThan(12)
    await open(`/overview?r=${code}`)
    for (const screen of asked) {
      await page.evaluate(`location.hash = '#/${screen}?r=${code}'`)
      await expect(page).toHaveURL(new RegExp(`#/${screen}`))
      const headline = page.getByTestId('headline')
      await expect(headline, screen).toHaveText(/\p{L}{3,} .*\p{L}{3,}/u)
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      await expect(page.getByRole('alert'), screen).toHaveCount(0)
      // a card is never empty: a drawing, a table, or words under its title
      const empty = await page
        .locator('main section')
        .evaluateAll((cards) =>
          cards
            .filter((card) => card.querySelector('svg[role], [role=application], table, p, li, dl, input, label') === null)
            .map((card) => card.textContent),
        )
      expect(empty, screen).toEqual([])
    }
  })
