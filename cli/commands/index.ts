// Every command, one line each. Its module is loaded when it is run: an import loads nothing of a briefing.
import type { Command } from '../command.ts'

const loaders: ReadonlyMap<string, () => Promise<Command>> = new Map(
  Object.entries({
    init: async () => (await import('./init.ts')).init,
    import: async () => (await import('./import.ts')).importCommand,
    batches: async () => (await import('./batches.ts')).batches,
    undo: async () => (await import('./batches.ts')).undo,
    backups: async () => (await import('./backups.ts')).backups,
    restore: async () => (await import('./backups.ts')).restore,
    indicators: async () => (await import('./indicators.ts')).indicators,
    brief: async () => (await import('./brief.ts')).briefCommand,
    export: async () => (await import('./export.ts')).exportCommand,
    package: async () => (await import('./package.ts')).packageCommand,
    keys: async () => (await import('./keys.ts')).keys,
    observations: async () => (await import('./observations.ts')).observations,
    shares: async () => (await import('./shares.ts')).shares,
    concentration: async () => (await import('./concentration.ts')).concentrationCommand,
    dependence: async () => (await import('./dependence.ts')).dependence,
    substitution: async () => (await import('./substitution.ts')).substitution,
    claims: async () => (await import('./claims.ts')).claims,
    index: async () => (await import('./indexCommand.ts')).index,
    check: async () => (await import('./check.ts')).check,
    serve: async () => (await import('./serve.ts')).serve,
  }),
)

/** The command of that name, or null. */
export const commandOf = async (name: string): Promise<Command | null> => (await loaders.get(name)?.()) ?? null

/** Their names. */
export const commandNames: readonly string[] = [...loaders.keys()]

/** Every command, in the order in which help lists them. */
export const allCommands = (): Promise<readonly Command[]> => Promise.all([...loaders.values()].map((load) => load()))
