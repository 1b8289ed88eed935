import { Menu, Tooltip } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOf } from '../../../electron/shared/contract/channels.ts'
import { twinText } from '../../charts/core/twin.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useCatalogue } from '../data/catalogue.tsx'
import { useHost } from '../data/client.tsx'
import { useSaveFailure } from '../data/saveFailure.ts'
import { copyText } from '../parts/copyText.ts'
import iconClasses from '../parts/iconAction.module.css'
import { useView } from '../view/useView.ts'
import { figureTable } from './figureRequest.ts'
import { type Caption, copyPicture, hasDrawing, pictureOf, toPng } from './picture.ts'
import type { Twin } from './TwinTable.tsx'

const SHOWN_MS = 2500
/** A sentence that says why and what to do takes longer to read than a word. */
const REFUSED_MS = 15_000
const PNG_SCALES = [2, 4] as const

type Told = 'copied' | 'notCopied' | 'savedFile' | 'notSaved'

interface Props {
  readonly title: string
  readonly subtitle: string
  readonly twin: Twin
}

/** One small menu on every chart: its figures and its picture, into a file or onto the clipboard. */
export function SaveMenu({ title, subtitle, twin }: Props) {
  const { t } = useTranslation('figure')
  const host = useHost()
  const sayFailure = useSaveFailure()
  const formats = useFormats()
  const { asOf, reporter } = useView()
  const { summary } = useCatalogue()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [drawn, setDrawn] = useState(false)
  const [told, tell] = useState<Told | null>(null)
  const [failure, setFailure] = useState('')
  useEffect(() => {
    if (told === null) return
    const timer = setTimeout(() => tell(null), told === 'notSaved' ? REFUSED_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [told])

  const card = (): Element | null => button.current?.closest('section') ?? null
  useEffect(() => {
    const found = button.current?.closest('section')
    if (!open || !found) return
    const look = (): void => setDrawn(hasDrawing(found))
    look()
    // a chart that is drawn while the menu stands open can be saved from it
    const watcher = new MutationObserver(look)
    watcher.observe(found, { childList: true, subtree: true })
    return () => watcher.disconnect()
  }, [open])
  const caption = (): Caption => ({
    title,
    subtitle,
    source: card()?.querySelector('[data-figure-source]')?.textContent ?? '',
    asOf: t('asOf', { day: formats.dayLong(asOf === '' ? summary.vintage : asOf) }),
  })
  const picture = () => {
    const found = card()
    const made = found ? pictureOf(found, caption()) : null
    if (!made) throw new Error(t('noDrawing'))
    return made
  }
  const save = async (make: () => Promise<boolean>): Promise<void> => {
    try {
      const saved = await make()
      setFailure('')
      if (saved) tell('savedFile')
    } catch (error) {
      setFailure(sayFailure(error))
      tell('notSaved')
    }
  }
  const saveData = (format: RequestOf<'figure.data'>['format']) =>
    save(async () => {
      const { source } = caption()
      const { language } = formats
      const { token, name } = await host.client['figure.data']({
        ...{ format, language, title, subtitle, source, reporter, asOf },
        ...figureTable(twin),
      })
      return host.save(token, name)
    })
  const saveSvg = () => save(() => host.savePicture(title, 'svg', new Blob([picture().svg], { type: 'image/svg+xml' })))
  const savePng = (scale: number) => save(async () => host.savePicture(title, 'png', await toPng(picture(), scale)))
  const copyImage = async (): Promise<void> => {
    const found = card()
    const made = found ? pictureOf(found, caption()) : null
    tell(made && (await copyPicture(made, 2)) ? 'copied' : 'notCopied')
  }
  const copyFigures = (): void => tell(copyText(twinText(twin)) ? 'copied' : 'notCopied')
  const refused = told === 'notSaved' && failure !== ''
  const hint = told === null ? t('saveOrCopy') : t(told)
  return (
    <>
      <Menu
        position="bottom-end"
        withinPortal
        onOpen={() => {
          tell(null)
          setOpen(true)
        }}
        onClose={() => setOpen(false)}
      >
        <Tooltip
          label={refused ? failure : hint}
          {...(refused ? { opened: true, multiline: true, w: 260 } : {})}
          openDelay={300}
          withinPortal
        >
          <Menu.Target>
            <button ref={button} type="button" className={iconClasses.action} aria-label={t('saveNamed', { title })}>
              <svg
                viewBox="0 0 16 16"
                width={16}
                height={16}
                fill="none"
                stroke="currentColor"
                strokeWidth={1.4}
                strokeLinejoin="round"
                strokeLinecap="round"
                aria-hidden="true"
              >
                <path
                  d={
                    told === null
                      ? 'M8 2.5v7M5 7l3 3 3-3M2.5 11v2.5h11V11'
                      : told.startsWith('not')
                        ? 'M4 4l8 8M12 4l-8 8'
                        : 'M3 8.5l3.2 3.2L13 4.8'
                  }
                />
              </svg>
            </button>
          </Menu.Target>
        </Tooltip>
        <Menu.Dropdown>
          <Menu.Item onClick={copyFigures}>{t('copy')}</Menu.Item>
          <Menu.Item disabled={!drawn} onClick={() => void copyImage()}>
            {t('copyPicture')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void saveData('csv')}>{t('saveCsv')}</Menu.Item>
          <Menu.Item onClick={() => void saveData('xlsx')}>{t('saveXlsx')}</Menu.Item>
          <Menu.Item onClick={() => void saveData('sdmx-csv')}>{t('saveSdmx')}</Menu.Item>
          <Menu.Item onClick={() => void saveData('datapackage')}>{t('savePackage')}</Menu.Item>
          <Menu.Item disabled={!drawn} onClick={() => void saveSvg()}>
            {t('saveSvg')}
          </Menu.Item>
          {PNG_SCALES.map((scale) => (
            <Menu.Item key={scale} disabled={!drawn} onClick={() => void savePng(scale)}>
              {t('savePng', { scale })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span className="visually-hidden" aria-live="polite">
        {told === null ? '' : refused ? failure : t(told)}
      </span>
    </>
  )
}
