import { everyScreenFitsAtTwiceTheSize, everyScreenIsAccessible } from './everyScreen.ts'
import { test } from './host.ts'

test.use({ language: 'ru' })
everyScreenIsAccessible('ru', ['light'])
everyScreenFitsAtTwiceTheSize('ru')
