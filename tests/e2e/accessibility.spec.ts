import { everyScreenFitsAtTwiceTheSize, everyScreenIsAccessible } from './everyScreen.ts'

everyScreenIsAccessible('en', ['light', 'dark'])
everyScreenFitsAtTwiceTheSize('en')
