export { policy as default } from '../../packages/backend/src/policy';
