export { default } from './ScenariosView.tsx'
