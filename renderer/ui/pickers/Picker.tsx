// A picker of the top bar: its name in grey, its value in ink, a searchable list below.
import { Combobox, ScrollArea, useCombobox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Picker.module.css'

export interface PickerOption {
  readonly value: string
  readonly label: string
  /** a heading under which options stand together */
  readonly group?: string
}

export interface PickerProps {
  readonly label: string
  /** what stands in the bar */
  readonly text: string
  readonly options: readonly PickerOption[]
  /** values now chosen */
  readonly chosen: readonly string[]
  readonly onPick: (value: string) => void
  /** true = the list stays open, and a value can be taken out again */
  readonly multiple?: boolean
}

const MOST_WITHOUT_SEARCH = 8

/** Keyboard: Enter or Space opens, typing searches, arrows move, Enter picks, Escape closes. */
export function Picker({ label, text, options, chosen, onPick, multiple = false }: PickerProps) {
  const { t, i18n } = useTranslation('app')
  const [search, setSearch] = useState('')
  const searchable = options.length > MOST_WITHOUT_SEARCH
  const store = useCombobox({
    onDropdownClose: () => {
      store.resetSelectedOption()
      store.focusTarget()
      setSearch('')
    },
  })
  // a closed list is not in the page: a screen has several, with hundreds of options
  const opened = store.dropdownOpened
  const start = useRef(() => {})
  start.current = () => {
    if (searchable) store.focusSearchInput()
    store.selectActiveOption()
  }
  useEffect(() => {
    if (opened) start.current()
  }, [opened])
  const needle = search.trim().toLocaleLowerCase(i18n.language)
  const shown = opened
    ? options.filter(
        (option) => option.label.toLocaleLowerCase(i18n.language).includes(needle) || option.value.toLowerCase() === needle,
      )
    : []
  const groups = [...Map.groupBy(shown, (option) => option.group ?? '')]
  return (
    <Combobox
      store={store}
      keepMounted={false}
      width={250}
      position="bottom-start"
      onOptionSubmit={(value) => {
        onPick(value)
        if (!multiple) store.closeDropdown()
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes>
        <button type="button" className={classes.picker} onClick={() => store.toggleDropdown()} title={text}>
          <span className={classes.label}>{label}</span> <span className={classes.value}>{text}</span>
          <svg width="10" height="10" viewBox="0 0 10 10" fill="none" stroke="currentColor" strokeWidth={1.5} aria-hidden="true">
            <path d="M2 3.5 5 6.5l3-3" />
          </svg>
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        {searchable ? (
          <Combobox.Search
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            placeholder={t('picker.search')}
            aria-label={t('picker.search')}
          />
        ) : null}
        <Combobox.Options aria-label={label}>
          <ScrollArea.Autosize mah={320} type="auto">
            {groups.map(([group, members]) => {
              const list = members.map((option) => (
                <Combobox.Option
                  key={option.value}
                  value={option.value}
                  active={chosen.includes(option.value)}
                  selected={chosen.includes(option.value)}
                >
                  <span className={chosen.includes(option.value) ? classes.chosen : undefined}>{option.label}</span>
                </Combobox.Option>
              ))
              return group === '' ? (
                list
              ) : (
                <Combobox.Group key={group} label={group}>
                  {list}
                </Combobox.Group>
              )
            })}
            {shown.length === 0 ? <Combobox.Empty>{t('picker.nothing')}</Combobox.Empty> : null}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
