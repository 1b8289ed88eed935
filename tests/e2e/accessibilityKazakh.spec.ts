import { everyScreenIsAccessible } from './everyScreen.ts'
import { test } from './host.ts'

test.use({ language: 'kk' })
everyScreenIsAccessible('kk', { schemes: ['dark'], twice: true })
