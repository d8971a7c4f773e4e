export { InventorySignals } from './InventorySignals';
