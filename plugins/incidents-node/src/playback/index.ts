export * from './Playback';
export * from './playbackExtensionPoint';
