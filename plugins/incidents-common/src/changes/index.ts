export * from './changeEvent';
export * from './acceptChange';
export * from './nearIncident';
