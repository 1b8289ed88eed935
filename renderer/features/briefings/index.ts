export { default } from './BriefingsView.tsx'
export { PresentView } from './present/PresentView.tsx'
