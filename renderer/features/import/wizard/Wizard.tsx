// The mapping of columns: the head of the file on the left, what is read of it on the right.
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useMemo, useState } from 'react'
import type { SampleAnswer } from '../../../../electron/shared/contract/schema/imports.ts'
import { useCall } from '../../../ui/data/client.tsx'
import { Headline } from '../../../ui/parts/Headline.tsx'
import layout from '../../../ui/parts/layout.module.css'
import { StateView } from '../../../ui/parts/StateView.tsx'
import { gapsOf, type Mapping, mappingOf, profileOf, withColumns, withProfile } from '../mapping.ts'
import type { Part } from '../Stages.tsx'
import { ColumnsCard } from './ColumnsCard.tsx'
import { ConstantsCard } from './ConstantsCard.tsx'
import { type Cut, HeadCard } from './HeadCard.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { looksLikePeriod } from './parts.ts'
import { SaveCard } from './SaveCard.tsx'
import classes from './wizard.module.css'

/** The preview follows the form after this pause. */
const PREVIEW_MS = 350

/** Loads the head of the file, then draws the form over it. */
export function Wizard({ entry, desk, words }: Part) {
  const { t } = words
  const [asked, ask] = useState<Cut>({ encoding: null, delimiter: null, header: null })
  const sample = useCall('csv.sample', { file: entry.file.token, ...asked })
  return (
    <>
      <Headline support={t('map.support')}>{t('map.headline', { file: entry.file.name })}</Headline>
      <StateView of={sample} height={420}>
        {(found) => <Form key={entry.id} entry={entry} desk={desk} words={words} sample={found} ask={ask} />}
      </StateView>
    </>
  )
}

interface FormProps extends Part {
  readonly sample: SampleAnswer
  readonly ask: (asked: Cut) => void
}

function Form({ entry, desk, words, sample, ask }: FormProps) {
  const { t } = words
  const stem = entry.file.name.replace(/\.[A-Za-z.]+$/, '')
  const [mapping, setMapping] = useState<Mapping>(() => {
    const begun = mappingOf(sample, stem)
    return entry.profile === null ? begun : withProfile(begun, entry.profile)
  })
  useEffect(() => setMapping((before) => withColumns(before, sample)), [sample])
  const gaps = gapsOf(mapping, looksLikePeriod)
  const text = useMemo(() => profileOf(mapping), [mapping])
  const [settled] = useDebouncedValue(text, PREVIEW_MS)
  const use = (profile: string): void => desk.take({ kind: 'read', id: entry.id, options: {}, profile })
  const recut = (change: Partial<Cut>): void =>
    ask({ encoding: mapping.encoding, delimiter: mapping.delimiter, header: mapping.header, ...change })
  return (
    <div className={classes.wizard}>
      <div className={layout.side}>
        <HeadCard words={words} sample={sample} mapping={mapping} recut={recut} />
        <ColumnsCard words={words} mapping={mapping} setMapping={setMapping} />
        <ConstantsCard words={words} mapping={mapping} setMapping={setMapping} />
      </div>
      <div className={classes.result}>
        <PreviewCard
          explain={(kind, found, code) =>
            setMapping(
              kind === 'area'
                ? { ...mapping, areas: { ...mapping.areas, [found]: code } }
                : { ...mapping, indicators: { ...mapping.indicators, [found]: code } },
            )
          }
          entry={entry}
          words={words}
          profile={settled}
          open={gaps.length === 0}
          gaps={gaps.map((gap) => t(`map.gap.${gap}`))}
        />
        <SaveCard
          entry={entry}
          desk={desk}
          words={words}
          mapping={mapping}
          setMapping={setMapping}
          text={text}
          ready={gaps.length === 0}
          use={use}
        />
      </div>
    </div>
  )
}
