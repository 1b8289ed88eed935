// Every command, one line each.
import type { Command } from '../command.ts'
import { backups, restore } from './backups.ts'
import { batches, undo } from './batches.ts'
import { briefCommand } from './brief.ts'
import { check } from './check.ts'
import { claims } from './claims.ts'
import { concentrationCommand } from './concentration.ts'
import { dependence } from './dependence.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { index } from './indexCommand.ts'
import { indicators } from './indicators.ts'
import { init } from './init.ts'
import { keys } from './keys.ts'
import { observations } from './observations.ts'
import { packageCommand } from './package.ts'
import { serve } from './serve.ts'
import { shares } from './shares.ts'
import { substitution } from './substitution.ts'

export const commands: readonly Command[] = [
  init,
  importCommand,
  batches,
  undo,
  backups,
  restore,
  indicators,
  briefCommand,
  exportCommand,
  packageCommand,
  keys,
  observations,
  shares,
  concentrationCommand,
  dependence,
  substitution,
  claims,
  index,
  check,
  serve,
]
