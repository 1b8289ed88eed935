import { Button, Select, Switch } from '@mantine/core'
import type { SourceRuleRow } from '../../../electron/shared/contract/schema/own.ts'
import { worded } from '../../language/wording.ts'
import { failureOf, useCall, useSend } from '../../ui/data/client.tsx'
import { emptyWhen } from '../../ui/loadable.ts'
import { Card } from '../../ui/parts/Card.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import layout from '../../ui/parts/layout.module.css'
import { StateView } from '../../ui/parts/StateView.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import { ruleGroups } from './prepare.ts'
import classes from './sources.module.css'
import type { Words } from './words.ts'

const BUNDLED = '(bundled)'
/** Sources named in one line of the rule; the others stand in its title. */
const MOST = 4

/** The first few names, each once, and how many more there are. */
const shortList = (names: readonly string[]): string => {
  const different = [...new Set(names)]
  const more = different.length - MOST
  return `${different.slice(0, MOST).join('; ')}${more > 0 ? ` +${more}` : ''}`
}

function years(line: SourceRuleRow['lines'][number], { t, formats }: Words): string {
  if (line.periodFrom === '' && line.periodTo === '') return t('rule.anyYears')
  return formats.years(line.periodFrom === '' ? '…' : line.periodFrom, line.periodTo === '' ? '…' : line.periodTo)
}

/** The rule as it stands, line by line, and the source that the reader puts first. */
export function RuleTab({ words }: { readonly words: Words }) {
  const { t, formats, names } = words
  const { reporter } = useView()
  const [only, setOnly] = useViewParam('changed', '')
  const answer = useCall('sourceRule.list', { reporter })
  const choose = useSend('sourceRule.choose', ['sourceRule.list'])
  const reset = useSend('sourceRule.reset', ['sourceRule.list'])
  const rows = emptyWhen(answer, (value) =>
    value.length > 0 ? null : { title: t('rule.title'), text: t('rule.none', { reporter: names.area(reporter) }) },
  )
  const ruleLine = (years: string, source: string, printed: string): string => {
    const reason = worded(formats.language, printed)
    // a reason that is the name of the source says nothing more
    return reason === source ? t('rule.named', { years, source }) : t('rule.line', { years, source, reason })
  }
  const pick = (indicator: string, source: string | null): void => {
    if (source === null || source === BUNDLED) reset.mutate({ indicator, reporter })
    else choose.mutate({ indicator, reporter, source })
  }
  return (
    <StateView of={rows} height={420}>
      {(value) => {
        const changed = value.filter((row) => row.chosen !== null)
        return (
          <Card
            title={t('rule.title')}
            subtitle={t('rule.subtitle', { reporter: names.area(reporter) })}
            source={t('rule.source')}
            actions={
              <div className={classes.filters}>
                <Switch
                  size="xs"
                  label={t('rule.onlyChanged')}
                  checked={only === '1'}
                  onChange={(event) => setOnly(event.currentTarget.checked ? '1' : '')}
                />
                <Button
                  variant="default"
                  size="compact-xs"
                  disabled={changed.length === 0}
                  onClick={() => reset.mutate({ indicator: null, reporter })}
                >
                  {t('rule.resetAll')}
                </Button>
              </div>
            }
          >
            <FailureNote failure={failureOf(choose, reset)} />
            <table className={`${layout.list} ${classes.list}`}>
              <thead>
                <tr>
                  <th scope="col">{t('column.indicator')}</th>
                  <th scope="col">{t('column.inUse')}</th>
                  <th scope="col">{t('column.choose')}</th>
                </tr>
              </thead>
              <tbody>
                {(only === '1' ? changed : value).map((row) => (
                  <tr key={row.indicator} data-marked={row.chosen !== null || undefined}>
                    <td>
                      <strong>{names.indicator(row.indicator)}</strong>
                      <span className={classes.sub}>{row.indicator}</span>
                      {row.chosen === null ? null : <span className={classes.more}>{t('rule.changed')}</span>}
                    </td>
                    <td>
                      {row.lines.length === 0 ? (
                        t('rule.newest')
                      ) : (
                        <ol className={classes.rule}>
                          {ruleGroups(row.lines).map(({ lines: [line], sources }) =>
                            line ? (
                              <li
                                key={`${line.source} ${line.periodFrom} ${line.rank}`}
                                data-own={line.origin === 'user' || undefined}
                                title={sources.join(', ')}
                              >
                                {ruleLine(years(line, words), shortList(sources.map(names.source)), line.reason)}
                              </li>
                            ) : null,
                          )}
                        </ol>
                      )}
                    </td>
                    <td className={classes.choice}>
                      <Select
                        size="xs"
                        aria-label={`${t('column.choose')}: ${names.indicator(row.indicator)}`}
                        allowDeselect={false}
                        value={row.chosen ?? BUNDLED}
                        data={[
                          { value: BUNDLED, label: t('rule.bundled') },
                          ...row.sources.map((one) => ({
                            value: one.source,
                            label: t('rule.span', {
                              source: `${names.source(one.source)} (${one.source})`,
                              from: one.firstYear,
                              to: one.lastYear,
                              figures: formats.number(one.figures, 0),
                            }),
                          })),
                        ]}
                        onChange={(source) => pick(row.indicator, source)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        )
      }}
    </StateView>
  )
}
