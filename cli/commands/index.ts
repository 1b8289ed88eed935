// Every command, one line each.
import type { Command } from '../command.ts'
import { check } from './check.ts'
import { concentrationCommand } from './concentration.ts'
import { index } from './indexCommand.ts'
import { init } from './init.ts'
import { observations } from './observations.ts'
import { serve } from './serve.ts'
import { shares } from './shares.ts'

export const commands: readonly Command[] = [init, observations, shares, concentrationCommand, index, check, serve]
