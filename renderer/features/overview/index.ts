export { default } from './OverviewView.tsx'
