export * from '../../../electron/shared/briefing/ticks.ts'
