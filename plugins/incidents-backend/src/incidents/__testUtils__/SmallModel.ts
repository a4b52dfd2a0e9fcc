/** What a person sends, as far as the model knows commands. */
export type ModelCommand =
  | {
      type: 'acknowledge' | 'resume' | 'close' | 'undo' | 'follow' | 'unfollow';
    }
  | { type: 'resolve' }
  | { type: 'dismiss'; reason: 'other' }
  | { type: 'change-status'; to: 'investigating' | 'fixing' | 'monitoring' }
  | { type: 'hold'; reason: 'vendor' | 'change'; resumeBy: string }
  | { type: 'reopen'; reason: string }
  | { type: 'add-note'; text: string }
  | { type: 'rename'; title: string }
  | { type: 'merge'; into: string };

export interface ModelSender {
  ref: string;
  mayRespond: boolean;
}

/** How a command ends: something happens, nothing has to, or it is refused. */
export type ModelOutcome =
  'changes' | 'nothing' | 'ConflictError' | 'InputError' | 'NotAllowedError';

export interface ModelIncident {
  id: string;
  status: string;
  title: string;
  reporter: string;
  lead?: string;
  hold?: string;
  before?: { status: string; hold?: string };
  mergedInto?: string;
  followers: Set<string>;
}

const WORKED_ON = ['investigating', 'fixing', 'monitoring'];
const LIVE = ['triage', ...WORKED_ON];

const FROM: Record<ModelCommand['type'], readonly string[] | 'any'> = {
  acknowledge: LIVE,
  resume: LIVE,
  resolve: LIVE,
  dismiss: LIVE,
  merge: LIVE,
  'change-status': WORKED_ON,
  hold: WORKED_ON,
  close: ['resolved'],
  reopen: ['resolved'],
  undo: ['dismissed', 'merged'],
  rename: [...LIVE, 'resolved'],
  follow: 'any',
  unfollow: 'any',
  'add-note': 'any',
};

/**
 * Incidents as one would explain them to a colleague: statuses, who leads, what
 * waits, who follows. Says nothing of times, events or tables, and shares nothing
 * with what it is a model of.
 */
export class SmallModel {
  readonly incidents: Map<string, ModelIncident>;

  constructor(incidents: readonly ModelIncident[]) {
    this.incidents = new Map(
      incidents.map(each => [
        each.id,
        { ...each, followers: new Set(each.followers) },
      ]),
    );
  }

  /** The same again, to try something on. */
  copy(): SmallModel {
    return new SmallModel([...this.incidents.values()]);
  }

  /** What a command would lead to now; it does so only where it changes something. */
  send(
    id: string,
    command: ModelCommand,
    { ref, mayRespond }: ModelSender,
  ): ModelOutcome {
    const incident = this.incidents.get(id)!;
    const from = FROM[command.type];
    if (from !== 'any' && !from.includes(incident.status)) {
      return 'ConflictError';
    }
    switch (command.type) {
      case 'acknowledge': {
        if (incident.lead === ref && incident.status !== 'triage') {
          return 'nothing';
        }
        delete incident.hold;
        incident.lead = ref;
        incident.followers.add(ref);
        if (incident.status === 'triage') {
          incident.status = 'investigating';
        }
        return 'changes';
      }
      case 'change-status':
        if (incident.status === command.to) {
          return 'nothing';
        }
        delete incident.hold;
        incident.status = command.to;
        return 'changes';
      case 'hold': {
        const hold = `${command.reason} ${command.resumeBy}`;
        if (incident.hold === hold) {
          return 'nothing';
        }
        incident.hold = hold;
        return 'changes';
      }
      case 'resume':
        if (!incident.hold) {
          return 'nothing';
        }
        delete incident.hold;
        return 'changes';
      case 'resolve':
        delete incident.hold;
        incident.status = 'resolved';
        return 'changes';
      case 'close':
        incident.status = 'closed';
        return 'changes';
      case 'reopen':
        if (!mayRespond && incident.reporter !== ref) {
          return 'NotAllowedError';
        }
        incident.status = incident.lead ? 'investigating' : 'triage';
        return 'changes';
      case 'dismiss':
        setAside(incident, 'dismissed');
        return 'changes';
      case 'merge': {
        const winner = this.incidents.get(command.into);
        if (!winner || winner === incident) {
          return 'InputError';
        }
        if (!LIVE.includes(winner.status)) {
          return 'ConflictError';
        }
        setAside(incident, 'merged');
        incident.mergedInto = winner.id;
        incident.followers.forEach(follower => winner.followers.add(follower));
        return 'changes';
      }
      case 'undo': {
        const winner = this.incidents.get(incident.mergedInto ?? '');
        if (winner?.status === 'merged') {
          return 'ConflictError';
        }
        const { status, hold } = incident.before!;
        incident.status = status;
        incident.hold = hold;
        delete incident.before;
        delete incident.mergedInto;
        return 'changes';
      }
      case 'follow':
        if (incident.followers.has(ref)) {
          return 'nothing';
        }
        incident.followers.add(ref);
        return 'changes';
      case 'unfollow':
        return incident.followers.delete(ref) ? 'changes' : 'nothing';
      case 'rename':
        if (incident.title === command.title) {
          return 'nothing';
        }
        incident.title = command.title;
        return 'changes';
      default:
        return 'changes';
    }
  }
}

function setAside(
  incident: ModelIncident,
  status: 'dismissed' | 'merged',
): void {
  const { status: was, hold } = incident;
  incident.before = { status: was, hold };
  incident.status = status;
  delete incident.hold;
}
