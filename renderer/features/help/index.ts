export { HelpView as default } from './HelpView.tsx'
