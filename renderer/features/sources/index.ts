export { SourcesView as default } from './SourcesView.tsx'
