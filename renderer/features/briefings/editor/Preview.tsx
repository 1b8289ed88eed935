import type { BriefingDocument, DocumentSlide } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { BriefingEntry } from '../../../../electron/shared/contract/schema/briefings.ts'
import { useSay } from '../../../language/useSay.ts'
import type { Loadable } from '../../../ui/loadable.ts'
import { StateView } from '../../../ui/parts/StateView.tsx'
import classes from '../briefings.module.css'
import { Slide } from '../slide/Slide.tsx'
import { useWidth } from '../slide/useWidth.ts'

interface Props {
  readonly answer: Loadable<BriefingDocument>
  /** the slide that the author works at; null in a briefing without any */
  readonly entry: BriefingEntry | null
  /** as composed; null while it is on its way or left out */
  readonly slide: DocumentSlide | null
  /** place of the slide, from 1 */
  readonly at: number
}

/** The slide on screen as it will be seen, or why there is none; below it what its reader must know. */
export function Preview({ answer, entry, slide, at }: Props) {
  const t = useSay('briefings')
  const recipe = useSay('briefing')
  const [place, width] = useWidth()
  return (
    <div className={classes.middle} ref={place}>
      <StateView of={answer} height={420}>
        {(made) =>
          slide && width > 0 ? (
            <div className={classes.paper}>
              <Slide document={made} slide={slide} number={at} theme="light" width={width} marks />
            </div>
          ) : (
            <p className={classes.hint}>
              {entry
                ? (made.warnings.find((warning) => warning.includes(recipe(`recipe.${entry.recipe}`))) ?? t('noFigures'))
                : t('noSlides')}
            </p>
          )
        }
      </StateView>
      {slide && slide.warnings.length > 0 ? (
        <ul className={classes.warnings}>
          {slide.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
