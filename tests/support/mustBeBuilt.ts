import { resolve } from 'node:path'
import { isBuilt } from '../../scripts/fresh.ts'

/** Tests of the built program judge the sources that are there, or nothing. @throws {Error} where something was changed since it was built */
export default function mustBeBuilt(): void {
  if (!isBuilt(resolve(import.meta.dirname, '../..')))
    throw new Error('The built program is missing or older than its sources: npm run build')
}
