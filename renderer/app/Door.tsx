// What stands between an address and a screen: an address that the store cannot answer says so, and shows a way out.
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation } from 'react-router'
import { useFormats } from '../language/useFormats.ts'
import { useCatalogue, useNames } from '../ui/data/catalogue.tsx'
import { Page } from '../ui/page/Page.tsx'
import { EmptyScreen } from '../ui/parts/EmptyScreen.tsx'
import { Headline } from '../ui/parts/Headline.tsx'
import { ViewPickers } from '../ui/pickers/viewPickers.tsx'
import { type AddressFault, addressFault } from '../ui/view/addressFault.ts'
import { useAddress } from '../ui/view/useAddress.ts'
import { useView } from '../ui/view/useView.ts'
import { searchOf } from '../ui/view/view.ts'
import classes from './Door.module.css'
import { screens } from './routes.tsx'

/** Screens that speak of no country: they open whatever the view is. */
const ofNoCountry: readonly string[] = ['/briefings', '/import', '/help', '/settings', '/diagnostics']

function Fault({ fault }: { readonly fault: AddressFault }) {
  const { t } = useTranslation('app')
  const formats = useFormats()
  const names = useNames()
  const { set } = useView()
  const run = (): void => set(fault.patch)
  const listed = (codes: readonly string[]): string => codes.map((code) => names.area(code)).join(', ')
  const why = ((): { readonly title: string; readonly text: string; readonly label: string } => {
    switch (fault.kind) {
      case 'reporter':
        return {
          title: t('door.country', { code: fault.code }),
          text: t('door.countryText'),
          label: t('door.open', { what: names.area(fault.patch.reporter) }),
        }
      case 'partner':
        return {
          title: t('door.country', { code: fault.code }),
          text: t('door.partnerText'),
          label: t('door.open', { what: listed(fault.patch.partners) }),
        }
      case 'day':
        return {
          title: t('door.day', { day: formats.day(fault.first) }),
          text: t('door.dayText', { day: formats.day(fault.asOf) }),
          label: t('door.today'),
        }
      case 'no-day':
        return { title: t('door.noDay', { day: fault.asOf }), text: t('door.noDayText'), label: t('door.today') }
    }
  })()
  return (
    <Page title={why.title} pickers={<ViewPickers />}>
      <EmptyScreen why={{ title: why.title, text: why.text, action: { label: why.label, run } }} />
    </Page>
  )
}

/** The screen of the address, or what is wrong with the address. */
export function Door() {
  const catalogue = useCatalogue()
  const { pathname } = useLocation()
  const [params] = useAddress()
  const fault = ofNoCountry.includes(pathname) ? null : addressFault(params, catalogue)
  return fault === null ? <Outlet /> : <Fault fault={fault} />
}

/** An address that names no screen: says so and lists those that there are. */
export function NoScreen() {
  const { t } = useTranslation('app')
  const { pathname } = useLocation()
  const search = searchOf(useView())
  const title = t('door.screen', { name: pathname })
  return (
    <Page title={title}>
      <Headline support={t('door.screenText')}>{title}</Headline>
      <ul className={classes.screens}>
        {screens.map(({ id, path }) => (
          <li key={id}>
            <Link to={{ pathname: path, search }}>{t(`screen.${id}`)}</Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
