export { CorridorsView as default } from './CorridorsView.tsx'
