export { default } from './SubstitutionView.tsx'
