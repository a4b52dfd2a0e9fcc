export { CHANGES_TOPIC, type ChangesPayload } from './changesTopic';
