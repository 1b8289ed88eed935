import { useLanguage } from '../../language/useFormats.ts'
import { useCall } from '../../ui/data/client.tsx'
import { VerdictMark } from '../../ui/marks/VerdictMark.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import { StateView } from '../../ui/parts/StateView.tsx'
import classes from './history.module.css'
import { asVerdict, movedFirst } from './prepare.ts'
import { channelName, type Words } from './words.ts'

const MOST_HEADLINES = 4
const MOST_INDICATORS = 8
const MOST_CHANNELS = 12

/** What a batch moved: figures by indicator, readings of channels, verdicts of claims. */
export function Effects({ batch, words }: { readonly batch: number; readonly words: Words }) {
  const { t, formats, names } = words
  const language = useLanguage()
  const answer = useCall('batches.effects', { batch })
  const reading = (found: { readonly value: number; readonly period: string } | null): string =>
    found === null ? '–' : `${formats.percent(found.value)} (${formats.period(found.period)})`
  return (
    <Card title={t('effects.title')} subtitle={t('effects.subtitle')}>
      <StateView of={answer} height={120}>
        {({ headlines, claims, channels, indicators }) => (
          <div className={classes.effects}>
            <section aria-label={t('effects.headlines')}>
              <h3>{t('effects.headlines')}</h3>
              {headlines.length === 0 ? <p className={layout.text}>{t('effects.noHeadlines')}</p> : null}
              {headlines.slice(0, MOST_HEADLINES).map(({ reporter, partner, before, now }) => (
                <div key={`${reporter} ${partner}`} className={classes.headlineMove}>
                  <span className={layout.small}>{before[language]}</span>
                  <strong>
                    <span aria-hidden="true">→ </span>
                    {now[language]}
                  </strong>
                </div>
              ))}
              {headlines.length > MOST_HEADLINES ? (
                <p className={layout.small}>{t('effects.more', { count: headlines.length - MOST_HEADLINES })}</p>
              ) : null}
            </section>
            <section aria-label={t('effects.claims')}>
              <h3>{t('effects.claims')}</h3>
              {claims.length === 0 ? <p className={layout.text}>{t('effects.noClaims')}</p> : null}
              {claims.map(({ id, claim, before, now }) => (
                <div key={id} className={classes.effect}>
                  <span>{claim[language]}</span>
                  <span className={classes.verdicts}>
                    <VerdictMark verdict={asVerdict(before)} />
                    <span aria-hidden="true">→</span>
                    <VerdictMark verdict={asVerdict(now)} />
                  </span>
                </div>
              ))}
            </section>
            <section aria-label={t('effects.channels')}>
              <h3>{t('effects.channels')}</h3>
              {channels.length === 0 ? <p className={layout.text}>{t('effects.noChannels')}</p> : null}
              {movedFirst(channels)
                .slice(0, MOST_CHANNELS)
                .map(({ reporter, partner, channel, before, now }) => (
                  <div key={`${reporter} ${partner} ${channel}`} className={classes.effect}>
                    <span>{`${names.area(reporter)}: ${channelName(words, channel)}, ${names.area(partner)}`}</span>
                    <span>
                      {reading(before)} <span aria-hidden="true">→</span> <strong>{reading(now)}</strong>
                    </span>
                  </div>
                ))}
              {channels.length > MOST_CHANNELS ? (
                <p className={layout.small}>{t('effects.more', { count: channels.length - MOST_CHANNELS })}</p>
              ) : null}
            </section>
            <section aria-label={t('effects.indicators')}>
              <h3>{t('effects.indicators')}</h3>
              {indicators.slice(0, MOST_INDICATORS).map((row) => (
                <div key={row.indicator} className={classes.effect}>
                  <span>{names.indicator(row.indicator)}</span>
                  <span>{t('effects.counts', { new: formats.number(row.new, 0), revised: formats.number(row.revised, 0) })}</span>
                </div>
              ))}
              {indicators.length === 0 ? <p className={layout.text}>{t('effects.none')}</p> : null}
              {indicators.length > MOST_INDICATORS ? (
                <p className={layout.small}>{t('effects.more', { count: indicators.length - MOST_INDICATORS })}</p>
              ) : null}
            </section>
          </div>
        )}
      </StateView>
    </Card>
  )
}
