export * from './primitives';
export * from './commands';
export * from './changes';
export * from './queries';
export * from './answers';
export * from './keys';
export * from './transfer';
