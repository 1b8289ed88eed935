export { ProjectsView as default } from './ProjectsView.tsx'
