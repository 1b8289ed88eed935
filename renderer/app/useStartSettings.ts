import { useMantineColorScheme } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Settings } from '../../electron/shared/contract/schema/own.ts'
import { chooseLanguage } from '../language/i18n.ts'
import { useCall } from '../ui/data/client.tsx'

/**
 * Applies the settings once, before the first screen is drawn: language, theme and the view where the address names none.
 *
 * @param open goes to the same screen with another view
 * @returns true when the first screen may be drawn; settings that cannot be read are no reason to wait
 */
export function useStartSettings(open: (settings: Settings) => void): boolean {
  const settings = useCall('settings.get', {})
  const { setColorScheme } = useMantineColorScheme()
  const [done, setDone] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per start; later changes are made by the settings screen itself
  useEffect(() => {
    if (done || settings.state === 'loading') return
    if (settings.state !== 'ready') {
      setDone(true)
      return
    }
    const { language, theme } = settings.value
    if (theme !== null) setColorScheme(theme === 'system' ? 'auto' : theme)
    open(settings.value)
    if (language === null) setDone(true)
    else void chooseLanguage(language).finally(() => setDone(true))
  }, [settings.state, done])
  return done
}
