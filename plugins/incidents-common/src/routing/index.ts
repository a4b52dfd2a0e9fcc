export * from './routing';
export * from './resolveOwner';
export * from './matchLabels';
export * from './suggestImpact';
export * from './placeOf';
