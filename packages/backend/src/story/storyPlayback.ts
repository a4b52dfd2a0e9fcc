import { setTimeout as pause } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@linchpin/backstage-plugin-incidents-common';
import type {
  Playback,
  Stage,
  StagePerson,
} from '@linchpin/backstage-plugin-incidents-node';
import { deployments } from './chapters/deployments';
import * as people from './people';
import { refsOf } from './refs';
import { inOrder, type StoryIncident } from './script';
import { story } from './story';
import { Teller } from './Teller';

const EVERYBODY = Object.values(people);
const LOOK_EVERY_MS = 500;

/** A minute: a catalog that is read for the first time takes some seconds. */
const LOOKS = 120;

/**
 * Plays the story of the sample company, as soon as the catalog knows it.
 *
 * @param options - `tell` says what is told up to a time; the chapters alone where left out
 */
export function storyPlayback(options: {
  logger: LoggerService;
  tell?: (now: Instant) => StoryIncident[];
  wait?: () => Promise<unknown>;
}): Playback {
  const { logger, tell = story, wait = () => pause(LOOK_EVERY_MS) } = options;
  return {
    async play(stage, now) {
      const incidents = tell(now);
      const everything = [
        ...incidents,
        { key: 'deployments', steps: deployments(now) },
      ];
      const cast = await gather(stage, refsOf(everything), wait);
      if ('missing' in cast) {
        logger.warn(
          `The story is not told, since the catalog does not know ${cast.missing.join(', ')}`,
        );
        return;
      }
      logger.info('Telling the story of the sample company');
      const teller = new Teller(stage, cast.people);
      for (const { key, step } of inOrder(everything)) {
        await stage.advanceTo(step.at);
        await teller.tell(key, step);
      }
      await stage.advanceTo(now);
      logger.info(`Told the story: ${incidents.length} incidents`);
    },
  };
}

/** Waits for what the story is about and for everybody in it; what is missing if that is in vain. */
async function gather(
  stage: Stage,
  entityRefs: readonly string[],
  wait: () => Promise<unknown>,
): Promise<{ people: StagePerson[] } | { missing: string[] }> {
  const refs = [...entityRefs, ...EVERYBODY.map(({ ref }) => ref)];
  for (let looks = 1; ; looks += 1) {
    let missing = await stage.missing(refs);
    if (missing.length === 0) {
      const cast = await castOf(stage);
      // The catalog knows a person before it knows their groups, and everybody is in one.
      const alone = cast.filter(person => person.ownershipRefs.length < 2);
      if (alone.length === 0) {
        return { people: cast };
      }
      missing = alone.map(({ ref }) => `the groups of ${ref}`);
    }
    if (looks === LOOKS) {
      return { missing };
    }
    await wait();
  }
}

async function castOf(stage: Stage): Promise<StagePerson[]> {
  return Promise.all(
    EVERYBODY.map(async ({ ref, name }) => ({
      ref,
      name,
      ownershipRefs: [ref, ...(await stage.groupsOf(ref))],
    })),
  );
}
