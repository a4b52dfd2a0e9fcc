export * from './routing';
export * from './resolveOwner';
