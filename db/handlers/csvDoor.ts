// What imports files, signed packages among them: all that a command which imports needs of the handlers.
import { importHandlers } from './imports.ts'
import { throughPackages } from './packages.ts'

export const csvDoorHandlers = throughPackages(importHandlers)
