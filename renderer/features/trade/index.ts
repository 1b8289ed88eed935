export { default } from './TradeView.tsx'
