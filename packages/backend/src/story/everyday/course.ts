import {
  acknowledges,
  alertOf,
  blames,
  closes,
  datesImpact,
  dismisses,
  fixes,
  passesOn,
  reopens,
  resolves,
  tells,
  watches,
  weighs,
} from '../scenes';
import { learns, type Remedy } from '../learning';
import type { Person } from '../people';
import { deploys, ends, fires, type Scene, type StoryAlert } from '../script';
import type { Chance } from './Chance';
import { HOSTING } from './teams';
import type { Trouble } from './troubles';

const HOUR = 60;
const DAY = 24 * HOUR;

/** How often it goes otherwise than usual. */
const SHARES = {
  healed: 0.08,
  dismissed: 0.06,
  astray: 0.07,
  reopened: 0.05,
  released: 0.35,
};

/** The scenes of one time that a trouble comes, counted from 0, each at its minute. */
export function courseOf(
  trouble: Trouble,
  time: number,
  usualMinutes: number,
  chance: Chance,
): Scene[] {
  const { entity, alertname, severity, title, team } = trouble;
  const alert = alertOf(entity, alertname, severity, title);
  const who = chance.oneOf(team.people);
  const minutes = Math.max(6, chance.timeAround(usualMinutes));
  const kind = chance.draw();
  if (kind < SHARES.healed) {
    return [fires(0, alert), ends(Math.min(minutes, 25), alert)];
  }
  if (kind < SHARES.healed + SHARES.dismissed) {
    return dismissed(alert, minutes, who);
  }
  const isMajor = severity === 'critical';
  const taken = Math.min(minutes * 0.4, chance.timeAround(isMajor ? 4 : 11));
  const fixed = taken + (minutes - taken) * (0.35 + 0.4 * chance.draw());
  const release = chance.draw() < SHARES.released ? trouble.release : undefined;
  const cause = release?.note ?? chance.oneOf(trouble.causes);
  return [
    ...(release
      ? released(alert, `${release.version}.${time}`, fixed, who)
      : []),
    fires(0, alert),
    ...(chance.draw() < SHARES.astray && team !== HOSTING
      ? astray(trouble, taken, who)
      : []),
    acknowledges(taken, who),
    ...(isMajor
      ? [
          datesImpact(taken + 1, who, 0, 'First error in the log.'),
          ...updates(taken, minutes, who, chance),
        ]
      : lowered(taken, who, chance)),
    fixes(fixed, who),
    watches(minutes, who),
    ends(minutes + 1, alert),
    resolves(minutes + 2 + 28 * chance.draw(), who, cause),
    ...(chance.draw() < SHARES.reopened
      ? again(minutes + HOUR + DAY * chance.draw(), who, cause)
      : []),
    ...(isMajor ? [closes(minutes + 6 * DAY, who)] : []),
    ...(isMajor ? learned(trouble, time, { who, cause }, chance) : []),
  ];
}

/** The review of it; each time another remedy, as long as there is one. */
function learned(
  { title, team, learned: lesson }: Trouble,
  time: number,
  { who, cause }: { who: Person; cause: string },
  chance: Chance,
): Scene[] {
  if (!lesson) {
    return [];
  }
  const others = team.people.filter(person => person !== who);
  return learns(
    {
      owner: who,
      approver: chance.oneOf(others),
      sections: {
        summary: `${title}. ${cause}`,
        impact: 'Some travellers were affected and tried again later.',
        detection: 'By our alert, before anybody called.',
      },
      factors: [[lesson.factor, lesson.because]],
      remedies: [
        remedyOf(lesson.remedies, time, lesson.factor, others, chance),
      ],
    },
    3 * DAY,
  );
}

/** Three of four are done, most of them in time. */
function remedyOf(
  titles: readonly string[],
  time: number,
  factor: string,
  people: readonly Person[],
  chance: Chance,
): Remedy {
  const title = titles[time % titles.length];
  const part = 1 + Math.floor(time / titles.length);
  const isDone = chance.draw() < 0.75;
  const doneAfter = 5 + chance.below(35);
  const isVerified = chance.draw() < 0.6;
  return {
    title: part === 1 ? title : `${title}, part ${part}`,
    type: time % 2 === 0 ? 'prevent' : 'mitigate',
    factor,
    by: chance.oneOf(people),
    ...(isDone && { doneAfter }),
    ...(isDone && isVerified && { seenToHelp: 'It has not come back since.' }),
  };
}

/** Out shortly before it begins, and found to be the cause when it is being fixed. */
function released(
  { entityRef, labels }: StoryAlert,
  version: string,
  fixed: number,
  who: Person,
): Scene[] {
  return [
    deploys(-7, who, entityRef!, version),
    blames(fixed + 1, who, `${labels.service} ${version}`),
  ];
}

function dismissed(alert: StoryAlert, minutes: number, who: Person): Scene[] {
  return [
    fires(0, alert),
    dismisses(minutes / 4, who, 'expected', 'Planned work. Nobody noticed.'),
    ends(minutes, alert),
  ];
}

/** It goes to the wrong team first. */
function astray({ team }: Trouble, taken: number, who: Person): Scene[] {
  const [host] = HOSTING.people;
  return [
    passesOn(taken * 0.2, who, HOSTING.ref, 'Looks like the network.'),
    passesOn(taken * 0.8, host, team.ref, 'The network is fine.'),
  ];
}

/** Some are smaller than they look. */
function lowered(taken: number, who: Person, chance: Chance): Scene[] {
  return chance.draw() < 0.35
    ? [weighs(taken + 1, who, { impact: 'low', urgency: 'medium' })]
    : [];
}

/** An update each hour, and now and then one that comes late. */
function updates(
  taken: number,
  minutes: number,
  who: Person,
  chance: Chance,
): Scene[] {
  const scenes: Scene[] = [];
  let at = taken + 3 + 9 * chance.draw();
  while (at < minutes) {
    scenes.push(
      tells(at, who, {
        impact: 'Some travellers are affected.',
        action: 'We look for the cause.',
        next: at + HOUR,
      }),
    );
    at += chance.draw() < 0.2 ? HOUR + 7 : HOUR - 4;
  }
  return scenes;
}

function again(minutes: number, who: Person, cause: string): Scene[] {
  return [
    reopens(minutes, who, 'It is back.'),
    fixes(minutes + 5, who),
    watches(minutes + 18, who),
    resolves(minutes + 30, who, cause),
  ];
}
