// Opinion, politics, governance and coverage against the bundled figures: answers known from the notes of the data.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../../db/worker/connection.ts'
import { headlineOf, laterAnswer } from '../../../electron/shared/findings/opinion.ts'
import { ask, chosenFile, openSmallTestWriter, openTestReader, temporaryFolder } from '../support/store.ts'

let connection: Connection
beforeAll(() => {
  connection = openTestReader()
})
afterAll(() => connection.close())

const reporters = ['KAZ', 'UZB', 'ARM', 'KGZ', 'TUR', 'SRB', 'VNM']

describe('opinion', () => {
  it('keeps favour for Russia and approval of its leadership apart in 2022', async () => {
    const { questions, net } = await ask(connection, 'opinion.get', { reporter: 'KAZ' })
    const find = (indicator: string) => questions.find((one) => one.indicator === indicator && one.partner === 'RUS')
    expect(find('sentiment.favourable_pct')?.points.at(-1)?.value).toBe(87)
    const leadership = find('sentiment.leadership_approval_pct')?.points.at(-1)
    expect(leadership?.value).toBe(29)
    expect(leadership?.others).toEqual([{ source: 'gallup_via_postsen', value: 29 }])
    const nets = net
      .filter((line) => line.partner === 'RUS')
      .map((line) => [line.positive, line.points.map((point) => point.net)])
    expect(nets).toContainEqual(['sentiment.favourable_pct', [79]])
    expect(nets).toContainEqual(['sentiment.leadership_approval_pct', [35, -21]])
  })
  it('never puts two pollsters or two wordings on one line', async () => {
    const { questions } = await ask(connection, 'opinion.get', { reporter: 'KAZ' })
    const china = questions.filter((one) => one.indicator === 'sentiment.favourable_pct' && one.partner === 'CHN')
    expect(china.map((one) => [one.pollster.id, one.points.map((point) => point.value)])).toEqual([
      ['cab', [75, 39]],
      ['talap', [70]],
    ])
    expect(china[1]?.points[0]?.bound).toBe('atLeast')
    const union = questions.filter((one) => one.indicator === 'sentiment.eaeu_support_pct')
    expect(union.map((one) => [one.wording, one.points.map((point) => point.value)])).toEqual([
      ['customs-union', [84]],
      ['', [80, 76]],
    ])
  })
  it('compares no answers of two pollsters on the overview, and keeps the reservation of the source', async () => {
    for (const baseYear of [2017, 2021]) {
      const { channels } = await ask(connection, 'overview.get', { reporter: 'KAZ', partners: ['CHN'], baseYear })
      const reading = channels.find((one) => one.id === 'opinion')?.readings[0]
      expect(reading?.latest).toMatchObject({ year: 2023, low: 70, bound: 'atLeast', sources: ['talap_2024'] })
      expect(reading?.base).toBeNull()
      expect(reading?.points).toHaveLength(1)
    }
  })
  it('names the later answer of another pollster beside a trend', async () => {
    const opinion = await ask(connection, 'opinion.get', { reporter: 'KAZ' })
    const found = headlineOf(opinion, 'CHN')
    expect(found).toMatchObject({ kind: 'trend', movement: 'down', row: { last: { value: 39 } } })
    expect(found.kind === 'trend' && laterAnswer(opinion, found.row)).toMatchObject({
      question: { pollster: { id: 'talap' } },
      last: { value: 70, year: 2023 },
    })
  })
  it('gives an interval only where somebody states how many were asked, and to the wave that was meant', async () => {
    const { questions } = await ask(connection, 'opinion.get', { reporter: 'KAZ' })
    const attack = questions.find((one) => one.indicator === 'sentiment.invasion_expected_pct')
    expect(attack?.points.map((point) => [point.period, point.sample?.n, point.sample?.source])).toEqual([
      ['2022-11', 1110, 'demoscope_2022'],
      ['2023-05', 1100, 'demoscope_2023'],
    ])
    expect(attack?.points[1]?.others).toEqual([{ source: 'demoscope_via_goble', value: 15.3 }])
    const favour = questions.find((one) => one.indicator === 'sentiment.favourable_pct' && one.partner === 'RUS')
    expect(favour?.points[0]?.low).toBeNull()
  })
  it('shows imported answers that cannot be of one question side by side, without a net figure, and no interval of nobody asked', async () => {
    const store = openSmallTestWriter()
    // as an indicator of the user's own may have none
    store.raw.exec("UPDATE indicator SET minimum = NULL, maximum = NULL WHERE code = 'sentiment.attitude_unchanged_pct'")
    const path = join(temporaryFolder(), 'poll.csv')
    const row = (answer: string, period: number, value: number, note: string): string =>
      `sentiment.${answer}_pct,KAZ,RUS,${period},${value},PCT,a-new-poll,${note}`
    const rows = [
      row('favourable', 2024, 70, 'n=0'),
      row('unfavourable', 2024, 60, 'n=0'),
      row('favourable', 2025, 60, 'n=1000'),
      row('attitude_unchanged', 2025, 105, 'n=1000'),
      row('unfavourable', 2025, 30, 'n=1000'),
    ]
    writeFileSync(path, `indicator,reporter,partner,period,value,unit,source,note\n${rows.join('\n')}\n`)
    const file = 'poll-0000000000000000'
    await ask(store, 'csv.import', { file }, { file: () => chosenFile(file, path, 'poll.csv') })
    const { questions, net } = await ask(store, 'opinion.get', { reporter: 'KAZ' })
    const points = questions.find(
      (one) => one.pollster.id === 'a-new-poll' && one.indicator === 'sentiment.favourable_pct',
    )?.points
    expect(points?.map(({ value, sample, low }) => [value, sample?.n, low === null])).toEqual([
      [70, undefined, true],
      [60, 1000, false],
    ])
    const unbounded = questions.find((one) => one.pollster.id === 'a-new-poll' && one.indicator.includes('unchanged'))
    expect(unbounded?.points.map(({ value, low }) => [value, low])).toEqual([[105, null]])
    expect(net.find((line) => line.pollster.id === 'a-new-poll')?.points.map((point) => [point.period, point.net])).toEqual([
      ['2025', 30],
    ])
    store.close()
  })
  it('answers for every reporter, with fewer questions or none', async () => {
    for (const reporter of reporters) {
      const { questions } = await ask(connection, 'opinion.get', { reporter })
      for (const question of questions) {
        expect(new Set(question.points.map((point) => point.period)).size).toBe(question.points.length)
        for (const { value, low, high } of question.points) {
          if (low !== null && high !== null) expect(low <= value && value <= high).toBe(true)
        }
      }
    }
  })
})

describe('politics', () => {
  it("shows Kazakhstan's agreement with Russia falling while the distance shrinks", async () => {
    const { agreement, distance } = await ask(connection, 'politics.get', { reporter: 'KAZ' })
    const line = (lines: typeof agreement) => lines.find((one) => one.chosen && one.partner === 'RUS')?.points ?? []
    expect(line(agreement).find((point) => point.year === 2023)?.value).toBeCloseTo(64.2, 1)
    expect(line(agreement).find((point) => point.year === 2023)?.rollCalls).toBe(81)
    expect(line(distance).find((point) => point.year === 2019)?.value).toBeCloseTo(0.64, 2)
    expect(line(distance).find((point) => point.year === 2023)?.value).toBeCloseTo(0.05, 2)
  })
  it('reads arms from the published five-year sums and never adds yearly rows to them', async () => {
    const { arms } = await ask(connection, 'politics.get', { reporter: 'KAZ' })
    const russia = arms.map((window) => [
      window.period,
      Math.round(window.suppliers.find((one) => one.partner === 'RUS')?.share ?? 0),
    ])
    expect(russia).toEqual([
      ['2004/2008', 72],
      ['2009/2013', 62],
      ['2014/2018', 86],
      ['2019/2023', 94],
    ])
    for (const window of arms) {
      const sum = window.suppliers.reduce((total, one) => total + one.value, 0)
      expect(Math.abs(sum - window.total) / window.total).toBeLessThan(0.01)
    }
  })
  it('knows the votes on Ukraine by resolution', async () => {
    const { ukraine } = await ask(connection, 'politics.get', { reporter: 'KAZ' })
    const own = ukraine.filter((row) => row.reporter === 'KAZ')
    expect(own).toHaveLength(11)
    expect(own.find((row) => row.date === '2014-03-27')).toMatchObject({
      resolution: 'A/RES/68/262',
      subject: 'integrity',
      vote: 'abstain',
    })
    expect(own.find((row) => row.date === '2022-04-07')).toMatchObject({
      resolution: 'A/RES/ES-11/3',
      subject: 'council',
      vote: 'no',
    })
    expect(own.every((row) => row.subject !== 'other' && row.resolution !== '')).toBe(true)
  })
  it('lists the clubs of a reporter with who leads them', async () => {
    const { memberships } = await ask(connection, 'politics.get', { reporter: 'UZB' })
    expect(memberships.find((one) => one.organisation === 'CSTO')).toMatchObject({ ledBy: 'RUS', left: '2012', kind: 'former' })
    expect(memberships.find((one) => one.organisation === 'EAEU')).toMatchObject({ joined: '', kind: 'observer' })
  })
})

describe('governance', () => {
  it('keeps the old scale of the Corruption Perceptions Index apart and carries standard errors', async () => {
    const answer = await ask(connection, 'governance.get', { reporter: 'KAZ', partner: 'RUS' })
    expect(answer.cpi.map((point) => point.year)).toEqual([
      2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024,
    ])
    expect(answer.cpi.find((point) => point.year === 2013)).toMatchObject({ value: 26, error: 3.3 })
    expect(answer.cpiOld.every((point) => point.year <= 2011 && point.value <= 10)).toBe(true)
    expect(answer.corruption.at(-1)).toMatchObject({ year: 2023, value: -0.27, error: 0.15 })
  })
  it('reads trade with a partner as part of trade and of the economy', async () => {
    const { reading, gdp } = await ask(connection, 'governance.get', { reporter: 'KAZ', partner: 'RUS' })
    const of2023 = reading.find((point) => point.year === 2023)
    const economy = gdp.find((point) => point.year === 2023)?.value ?? 0
    expect(of2023?.shareOfTrade).toBeCloseTo(19.4, 1)
    expect(of2023?.shareOfGdp).toBeCloseTo(((of2023?.amount ?? 0) / economy) * 100, 9)
    expect(reading.some((point) => point.year === 2010)).toBe(false)
  })
})

describe('coverage', () => {
  it('counts every figure of a reporter once', async () => {
    const { rows, ages } = await ask(connection, 'coverage.get', { reporter: 'KAZ', partner: 'RUS' })
    const corruption = rows.find((row) => row.indicator === 'governance.control_of_corruption')
    expect(corruption?.figures).toEqual(corruption?.years.map(() => 1))
    expect(ages.find((age) => age.id === 'fdi')).toMatchObject({ year: 2021, ageYears: 5 })
  })
  it('finds the cells on which sources differ most, the chosen source marked', async () => {
    const { cells, compared } = await ask(connection, 'disagreements.get', { reporter: 'KAZ', most: 50 })
    expect(compared).toBeGreaterThan(50)
    for (const [index, cell] of cells.entries()) {
      expect(cell.gap).toBeLessThanOrEqual(cells[index - 1]?.gap ?? 1)
      expect(cell.values.length).toBeGreaterThan(1)
      expect(cell.values.filter((value) => value.chosen).length).toBeLessThanOrEqual(1)
      const [high, low] = [cell.values[0]?.value ?? 0, cell.values.at(-1)?.value ?? 0]
      expect(cell.gap).toBeCloseTo((high - low) / high, 9)
    }
  })
  it('says what rests on each source, and nothing is lost', async () => {
    const uses = await ask(connection, 'sources.uses', {})
    const { summary } = await ask(connection, 'catalogue.get', {})
    expect(uses.reduce((sum, use) => sum + use.figures, 0)).toBe(summary.observations)
    const rests = await ask(connection, 'sources.restsOn', { source: 'wb_wgi_2024' })
    expect(rests.series).toMatchObject([{ indicator: 'governance.control_of_corruption', figures: 325 }])
    const { projects } = await ask(connection, 'sources.restsOn', { source: 'aiddata_gcdf3' })
    expect(projects).toContainEqual({ title: 'Kara-Balta Oil Refinery Project', financing: expect.any(String) })
    // two loans for one project are two records: the list counts what the table of sources counts
    expect(projects).toHaveLength(uses.find(({ source }) => source === 'aiddata_gcdf3')?.projects ?? 0)
    expect(new Set(projects.map(({ title }) => title)).size).toBeLessThan(projects.length)
    expect(new Set(projects.map(({ title, financing }) => `${title} ${financing}`)).size).toBe(projects.length)
    expect((await ask(connection, 'sources.restsOn', { source: 'rferl_land2021b' })).events).toEqual([
      { date: '2021-05', title: 'Land ban becomes law' },
    ])
  })
})

describe('the warnings of a screen', () => {
  it('are those of its topic, reporter and partners', async () => {
    const ids = async (reporter: string, partners: string[]) =>
      (await ask(connection, 'warnings.list', { topic: 'opinion', reporter, partners })).map((one) => one.id)
    const [china, russia, elsewhere] = [await ids('KAZ', ['CHN']), await ids('KAZ', ['RUS']), await ids('ARM', ['CHN'])]
    expect(china.length).toBeGreaterThan(elsewhere.length)
    expect(china).not.toEqual(russia)
    expect(await ids('KAZ', [])).toEqual(expect.arrayContaining([...china, ...russia]))
  })
})
