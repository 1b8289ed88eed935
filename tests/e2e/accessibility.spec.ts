import { everyScreenIsAccessible } from './everyScreen.ts'

everyScreenIsAccessible('en', { schemes: ['light', 'dark'], twice: false })
