export { PoliticsView as default } from './PoliticsView.tsx'
