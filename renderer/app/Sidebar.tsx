import { Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useFormats } from '../language/useFormats.ts'
import { useCatalogue } from '../ui/data/catalogue.tsx'
import { useView } from '../ui/view/useView.ts'
import { searchOf } from '../ui/view/view.ts'
import { Icon, Mark } from './Icon.tsx'
import { groups, type Screen, screens } from './routes.tsx'
import classes from './Sidebar.module.css'

function Item({ screen, folded, search }: { readonly screen: Screen; readonly folded: boolean; readonly search: string }) {
  const { t } = useTranslation('app')
  const label = t(`screen.${screen.id}`)
  const link = (
    <NavLink
      to={{ pathname: screen.path, search }}
      className={({ isActive }) => `${classes.item} ${isActive ? classes.active : ''}`}
      aria-label={folded ? label : undefined}
    >
      {folded ? <Icon name={screen.icon} /> : <span className={classes.label}>{label}</span>}
    </NavLink>
  )
  return folded ? (
    <Tooltip label={label} position="right" withArrow>
      <div>{link}</div>
    </Tooltip>
  ) : (
    link
  )
}

/** Topics by group; folds to icons where the window is narrow. The view (reporter, partners, years) goes along to every screen. */
export function Sidebar() {
  const { t } = useTranslation('app')
  const formats = useFormats()
  const { summary } = useCatalogue()
  const folded = useMediaQuery('(max-width: 1399px)', window.innerWidth < 1400) ?? false
  const search = searchOf(useView())
  const of = (group: (typeof groups)[number]) => screens.filter((screen) => screen.group === group)
  return (
    <nav className={folded ? classes.folded : classes.sidebar} aria-label={t('nav')}>
      <div className={classes.brand}>
        <Mark />
        {folded ? null : <span>Multivector</span>}
      </div>
      <div className={classes.groups}>
        {groups.map((group) => {
          const items = of(group)
          if (items.length === 0) return null
          return (
            <div key={group} className={group === 'bottom' ? classes.bottom : classes.group}>
              {folded || group === 'start' || group === 'bottom' ? null : (
                <div className={classes.heading}>{t(`group.${group}`)}</div>
              )}
              {items.map((screen) => (
                <Item key={screen.id} screen={screen} folded={folded} search={search} />
              ))}
            </div>
          )
        })}
      </div>
      {folded ? null : (
        <div className={classes.foot}>
          <div>
            {t('foot.counts', { figures: formats.number(summary.observations, 0), sources: formats.number(summary.sources, 0) })}
          </div>
          <div>{t('foot.vintage', { day: formats.day(summary.vintage) })}</div>
          <div>{t('foot.offline')}</div>
        </div>
      )}
    </nav>
  )
}
