export { default } from './DependenceView.tsx'
