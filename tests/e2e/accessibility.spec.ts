import { everyScreenFitsAtTwiceTheSize, everyScreenIsAccessible } from './everyScreen.ts'

everyScreenIsAccessible('en')
everyScreenFitsAtTwiceTheSize('en')
