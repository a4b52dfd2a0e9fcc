export { KeysCard } from './KeysCard';
