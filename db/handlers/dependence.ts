import { writeOutput } from '../../electron/host/spool.ts'
import {
  applicableChannels,
  type DependenceMethod,
  defaultDependenceMethod,
  dependence,
  readDependenceMethod,
  withWeights,
} from '../../electron/shared/analytics/dependence/index.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { DependenceAnswer, MethodJson, WeightSet } from '../../electron/shared/contract/schema/dependence.ts'
import { weightSetting } from '../../electron/shared/contract/schema/dependence.ts'
import { safeFileName } from '../../electron/shared/domain/fileName.ts'
import { versionedCache } from '../queries/cache.ts'
import { type InputFigures, readDependenceInputs } from '../queries/dependenceInputs.ts'
import { METHOD, storedMethod, storedWeights, WEIGHTS } from '../queries/dependenceSettings.ts'
import { forgetSetting, writeSetting } from '../queries/settings.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { requireArea, requirePartner } from './known.ts'

const toJson = (method: DependenceMethod): MethodJson => JSON.parse(JSON.stringify(method)) as MethodJson

/** The method the user keeps; null when there is none, or when this version cannot use what is stored. */
function keptMethod(db: ReadDb): MethodJson | null {
  const row = db.get(storedMethod, { name: METHOD })
  if (!row) return null
  try {
    const value: unknown = JSON.parse(row.value)
    readDependenceMethod(value)
    return value as MethodJson
  } catch {
    return null
  }
}

function setsOf(db: ReadDb): WeightSet[] {
  return db.all(storedWeights, {}).flatMap((row) => {
    const checked = weightSetting.safeParse(JSON.parse(row.value))
    return checked.success ? [{ name: row.name.slice(WEIGHTS.length), weights: checked.data }] : []
  })
}

const toInputs = (inputs: readonly InputFigures[]): DependenceAnswer['inputs'] =>
  inputs.map(({ channel, figures }) => ({
    channel,
    figures: figures.map((figure) => ({ ...figure, cells: figure.cells.map((cell) => ({ ...cell })) })),
  }))

/** First and last year with any figure. @throws {CallError} not-found when no channel has one */
function span(inputs: readonly InputFigures[], reporter: string, on: string): readonly [number, number] {
  const years = inputs.flatMap(({ figures }) => figures.map((figure) => figure.year))
  if (years.length === 0)
    throw new CallError(
      'not-found',
      `No channel of the method has a figure for ${reporter} and ${on}. Choose another pair or import a file.`,
    )
  return [Math.min(...years), Math.max(...years)]
}

const answers = versionedCache<DependenceAnswer>(12)

export const dependenceHandlers: TopicHandlers<
  | 'dependence.get'
  | 'dependence.weights.list'
  | 'dependence.weights.save'
  | 'dependence.weights.remove'
  | 'dependence.method.keep'
  | 'dependence.method.export'
> = {
  'dependence.get': ({ db }, request) =>
    answers.get(db, JSON.stringify(request), () => {
      const { reporter, on } = request
      if (reporter === on) throw new CallError('invalid-request', 'A country does not depend on itself. Choose another partner.')
      requireArea(db, reporter)
      requirePartner(db, on)
      const given = request.method ?? keptMethod(db)
      const base = given === null ? defaultDependenceMethod : readDependenceMethod(given)
      const method = request.weights === null ? base : withWeights(base, request.weights)
      const inputs = readDependenceInputs(db, applicableChannels(method, reporter, on), {
        reporter,
        partner: on,
        asOf: request.asOf,
      })
      const [first, last] = span(inputs, reporter, on)
      const [from, to] = [request.from ?? first, request.to ?? last]
      if (from > to) throw new CallError('invalid-request', `The first year, ${from}, lies after the last, ${to}.`)
      const report = dependence(method, inputs, { reporter, on, from, to, seed: request.seed, compare: request.compare })
      return {
        ...(JSON.parse(JSON.stringify(report)) as Omit<DependenceAnswer, 'inputs' | 'method'>),
        method: toJson(report.method),
        inputs: toInputs(inputs),
      }
    }),
  'dependence.weights.list': ({ db }) => ({ sets: setsOf(db), method: keptMethod(db) }),
  'dependence.weights.save': ({ db }, { name, weights }) => {
    db.run(writeSetting, { name: WEIGHTS + name, value: JSON.stringify(weights) })
    return { sets: setsOf(db), method: keptMethod(db) }
  },
  'dependence.weights.remove': ({ db }, { name }) => {
    if (db.run(forgetSetting, { name: WEIGHTS + name }).changes === 0)
      throw new CallError('not-found', `There is no set of weights named ${name}.`)
    return { sets: setsOf(db), method: keptMethod(db) }
  },
  'dependence.method.keep': ({ db }, { method }) => {
    if (method === null) db.run(forgetSetting, { name: METHOD })
    else db.run(writeSetting, { name: METHOD, value: JSON.stringify(toJson(readDependenceMethod(method))) })
    return { sets: setsOf(db), method: keptMethod(db) }
  },
  'dependence.method.export': ({ options }, { method }) => {
    const checked = readDependenceMethod(method)
    const file = `${safeFileName(`${checked.id}-${checked.version}`)}.json`
    const { token, name } = writeOutput(options.spool, file, `${JSON.stringify(checked, null, 2)}\n`)
    return { token, name }
  },
}
