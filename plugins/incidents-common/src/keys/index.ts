export * from './integrationKey';
export * from './rateBound';
export * from './secret';
