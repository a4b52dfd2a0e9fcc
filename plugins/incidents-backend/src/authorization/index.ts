export * from './Access';
export * from './AccessService';
export * from './Confidence';
export * from './incidentResource';
export * from './PersonNames';
export * from './rules';
export * from './viewer';
