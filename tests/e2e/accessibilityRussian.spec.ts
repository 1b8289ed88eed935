import { everyScreenIsAccessible } from './everyScreen.ts'
import { test } from './host.ts'

test.use({ language: 'ru' })
everyScreenIsAccessible('ru', { schemes: ['light'], twice: true })
