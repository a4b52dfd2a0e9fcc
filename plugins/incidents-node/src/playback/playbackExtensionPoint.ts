import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Playback } from './Playback';

/**
 * Takes the past that an empty database begins with. Meant for demonstrations and
 * tests: an installation has none.
 * @public
 */
export interface PlaybackExtensionPoint {
  /** @throws Error where there is one already */
  setPlayback(playback: Playback): void;
}

/** @public */
export const playbackExtensionPoint =
  createExtensionPoint<PlaybackExtensionPoint>({ id: 'incidents.playback' });
