export { EventsView as default } from './EventsView.tsx'
