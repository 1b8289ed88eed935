export { DiagnosticsView as default } from './DiagnosticsView.tsx'
