export { FiguresReader } from './FiguresReader';
