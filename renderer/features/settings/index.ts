export { SettingsView as default } from './SettingsView.tsx'
