import type { OpenCommand } from '@linchpin/backstage-plugin-incidents-common';
import { TEXT_MAX } from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { ParsedAlert } from '@linchpin/backstage-plugin-incidents-node';
import type { AssessedAlert, Place } from './AlertAssessor';
import { textOf } from './text';

const DAY = 24 * 60 * 60_000;

/**
 * The incident that alerts make which came together: titled and graded by the
 * worst, begun when the first of them began, where that is not so long ago that
 * the sender's word for it is doubtful.
 *
 * @param starts - the worst first
 */
export function openingRequest(
  starts: readonly { assessed: AssessedAlert & { place: Place } }[],
  now: string,
): Omit<OpenCommand, 'type' | 'id' | 'number'> {
  const [{ alert, verdict, place }] = starts.map(({ assessed }) => assessed);
  const dayAgo = new Date(Date.parse(now) - DAY).toISOString();
  const [began] = starts
    .flatMap(({ assessed }) => assessed.alert.startsAt ?? [])
    .filter(startsAt => startsAt >= dayAgo && startsAt <= now)
    .sort();
  const description = descriptionOf(alert);
  return {
    source: 'alert',
    status: 'triage',
    request: {
      title: alert.title,
      ...(description && { description }),
      risks: [],
      mode: 'real',
      visibility: 'public',
      ...(began && { impactStartedAt: began }),
    },
    impact: verdict.impact,
    urgency: verdict.urgency,
    routing: place.routing,
    affected: [],
  };
}

function descriptionOf({ description, runbookUrl }: ParsedAlert): string {
  return textOf(
    [description, runbookUrl && `Runbook: ${runbookUrl}`]
      .filter(Boolean)
      .join('\n\n'),
    TEXT_MAX,
  );
}
