export { OpinionView as default } from './OpinionView.tsx'
