// R8: upgrades a store and kills itself inside the transaction, after the last step and before the commit.
// node bench/faults/upgradeChild.ts STORE
import { openWriter } from '../../db/worker/connection.ts'
import { migrate, readSteps } from '../../db/worker/migrate.ts'
import { optionsOf } from './options.ts'

const [store = ''] = process.argv.slice(2)
const { db } = openWriter(store, { mustExist: true })
migrate(db, readSteps(optionsOf(store).schema), { after: () => process.kill(process.pid, 'SIGKILL') })
