export * from './primitives';
export * from './commands';
export * from './queries';
export * from './api';
export * from './keys';
