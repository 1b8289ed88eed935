export { GovernanceView as default } from './GovernanceView.tsx'
