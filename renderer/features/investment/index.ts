export { InvestmentView as default } from './InvestmentView.tsx'
