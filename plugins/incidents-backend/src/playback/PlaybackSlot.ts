import { ConflictError } from '@backstage/errors';
import type {
  Playback,
  PlaybackExtensionPoint,
} from '@linchpin/backstage-plugin-incidents-node';

/** Holds the one past that an empty database may begin with. */
export class PlaybackSlot implements PlaybackExtensionPoint {
  #playback: Playback | undefined;

  setPlayback(playback: Playback): void {
    if (this.#playback) {
      throw new ConflictError('There is a playback already');
    }
    this.#playback = playback;
  }

  get playback(): Playback | undefined {
    return this.#playback;
  }
}
