export * from './Access';
export * from './AccessService';
export * from './incidentResource';
export * from './rules';
export * from './viewer';
