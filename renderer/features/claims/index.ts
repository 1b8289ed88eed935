export { ClaimsView as default } from './ClaimsView.tsx'
