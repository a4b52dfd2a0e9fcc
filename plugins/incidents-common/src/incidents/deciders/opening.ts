import type { OpenCommand } from '../commands';
import { happened, on, refuse, type Decision, type Facts } from '../decision';
import type { DecidedEvent } from '../events';
import { updateDueAfter } from '../cadence';
import { priorityOf, risksInOrder } from '../priority';

/**
 * What opening a new incident leads to: it is declared, routed, and whatever
 * else its first account says is written down.
 * @public
 */
export function decideOpening(command: OpenCommand, facts: Facts): Decision {
  const { request, routing } = command;
  const { now, actor } = facts;
  const began = request.impactStartedAt;
  if (began && began > now) {
    return refuse(
      'input',
      'The impact cannot have started in the future',
      'impactStartedAt',
    );
  }
  // What an alert made has no reporter, whoever moved the alert out.
  const person =
    actor.type === 'user' && command.source !== 'alert'
      ? { ref: actor.ref, name: actor.name }
      : undefined;
  const priority = priorityOf({
    impact: command.impact,
    urgency: command.urgency,
    risks: request.risks,
  });

  const status = person ? command.status : 'triage';

  const events: DecidedEvent[] = [
    happened(
      facts,
      'declared',
      {
        number: command.number,
        title: request.title,
        source: command.source,
        ...(person && { reporter: person, reportedAt: now }),
        status,
        mode: request.mode,
        visibility: request.visibility,
        impact: command.impact,
        urgency: command.urgency,
        risks: risksInOrder(request.risks),
        detectedAt: now,
        impactStartedAt: began ?? now,
        impactEstimated: began === undefined,
        ...(command.recurrenceOf && { recurrenceOf: command.recurrenceOf }),
      },
      { description: request.description, workaround: request.workaround },
    ),
    happened(facts, 'routed', {
      ...(routing.entity && { entity: routing.entity }),
      ...(routing.owner && { owner: routing.owner }),
      ...(routing.unrouted && { unrouted: routing.unrouted }),
      steps: routing.steps,
      told: routing.people,
    }),
  ];
  for (const entity of command.affected) {
    if (entity.ref !== routing.entity?.ref) {
      events.push(
        happened(facts, 'affected-changed', { entity, level: 'suspected' }),
      );
    }
  }
  if (status === 'investigating' && person) {
    const due = updateDueAfter(facts, priority, 'first');
    events.push(
      happened(facts, 'acknowledged', {
        lead: person,
        ...(due && { nextUpdateAt: due }),
      }),
    );
  }
  if (person) {
    events.push(happened(facts, 'followed', { person }));
  }
  return { events: on(command.id, ...events) };
}
