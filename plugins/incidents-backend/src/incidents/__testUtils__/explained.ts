import type {
  ModelCommand,
  ModelOutcome,
  ModelSender,
  SmallModel,
} from './SmallModel';

/** A command that was sent beside others, and how it ended. */
export interface Sent {
  /** Stands with every event that it has caused. */
  tag: string;
  incidentId: string;
  command: ModelCommand;
  sender: ModelSender;
  clientId?: string;
  expectedVersion?: number;
  /** What its sender was told. */
  told: ModelOutcome;
}

/** What a command has left on a timeline: its last event there. */
export interface Trace {
  tag: string;
  incidentId: string;
  version: number;
}

/** The model, and what it has to remember beside the incidents. */
export interface Account {
  model: SmallModel;
  versions: ReadonlyMap<string, number>;
  /** First outcomes, by incident and client id. */
  outcomes: ReadonlyMap<string, ModelOutcome>;
}

/**
 * Whether commands that were sent at once have ended as if they had been sent one
 * after the other, in an order that agrees with the timelines.
 *
 * @returns the account after them
 * @throws Error where no order explains what their senders were told
 */
export function explain(
  account: Account,
  sent: readonly Sent[],
  traces: readonly Trace[],
): Account {
  const explained = search(
    account,
    sent.filter(({ tag }) => !traces.some(trace => trace.tag === tag)),
    sent.filter(({ tag }) => traces.some(trace => trace.tag === tag)),
    traces,
  );
  if (!explained) {
    throw new Error(
      `No order explains ${JSON.stringify({ sent, traces }, null, 1)}`,
    );
  }
  return explained;
}

/**
 * @param still - those that have changed nothing and are not explained yet
 * @param changing - those that have, and whose turn has not come yet
 */
function search(
  account: Account,
  still: readonly Sent[],
  changing: readonly Sent[],
  traces: readonly Trace[],
): Account | undefined {
  const explained = still.filter(each => told(account, each) === each.told);
  const free = explained.filter(each => !isFirst(account, each));
  if (free.length > 0) {
    const rest = still.filter(each => !free.includes(each));
    return search(account, rest, changing, traces);
  }
  if (still.length === 0 && changing.length === 0) {
    return account;
  }
  for (const next of changing.filter(each => isNext(each, changing, traces))) {
    const others = changing.filter(each => each !== next);
    const after = changed(account, next, traces);
    const found = after && search(after, still, others, traces);
    if (found) {
      return found;
    }
  }
  for (const next of explained) {
    const others = still.filter(each => each !== next);
    const found = search(remembering(account, next), others, changing, traces);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Whether nothing that still waits is before it on a timeline. */
function isNext(
  { tag }: Sent,
  changing: readonly Sent[],
  traces: readonly Trace[],
): boolean {
  return traces
    .filter(trace => trace.tag === tag)
    .every(own =>
      traces.every(
        trace =>
          trace.incidentId !== own.incidentId ||
          trace.version >= own.version ||
          !changing.some(each => each.tag === trace.tag),
      ),
    );
}

function changed(
  account: Account,
  sent: Sent,
  traces: readonly Trace[],
): Account | undefined {
  if (
    sent.told !== 'changes' ||
    account.outcomes.has(keyOf(sent)) ||
    !isUpToDate(account, sent)
  ) {
    return undefined;
  }
  const model = account.model.copy();
  if (model.send(sent.incidentId, sent.command, sent.sender) !== 'changes') {
    return undefined;
  }
  const versions = new Map(account.versions);
  for (const { tag, incidentId, version } of traces) {
    if (tag === sent.tag) {
      versions.set(incidentId, version);
    }
  }
  return remembering({ ...account, model, versions }, sent);
}

/** What somebody would be told by whose command nothing changes any more; else `undefined`. */
function told(account: Account, sent: Sent): ModelOutcome | undefined {
  const repeated = account.outcomes.get(keyOf(sent));
  if (repeated) {
    return repeated;
  }
  if (!isUpToDate(account, sent)) {
    return 'ConflictError';
  }
  const { incidentId, command, sender } = sent;
  const outcome = account.model.copy().send(incidentId, command, sender);
  return outcome === 'changes' ? undefined : outcome;
}

function isUpToDate({ versions }: Account, sent: Sent): boolean {
  const { incidentId, expectedVersion } = sent;
  return (
    expectedVersion === undefined ||
    expectedVersion === versions.get(incidentId)
  );
}

/** Whether it is the one that repeats of it are answered by. */
function isFirst({ outcomes }: Account, sent: Sent): boolean {
  return (
    sent.clientId !== undefined &&
    (sent.told === 'changes' || sent.told === 'nothing') &&
    !outcomes.has(keyOf(sent))
  );
}

function remembering(account: Account, sent: Sent): Account {
  return isFirst(account, sent)
    ? {
        ...account,
        outcomes: new Map(account.outcomes).set(keyOf(sent), sent.told),
      }
    : account;
}

/** Empty, and so never found, where the command carries no id. */
function keyOf({ incidentId, clientId }: Sent): string {
  return clientId ? `${incidentId} ${clientId}` : '';
}
