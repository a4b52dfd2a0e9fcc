import type {
  ActionEvent,
  ActionItemState,
  ActionRole,
} from '@linchpin/backstage-plugin-incidents-common/actions';

/** What a notice of an action item says, and why this person gets it. */
export function actionWords(
  state: ActionItemState,
  event: ActionEvent,
  because: ActionRole,
): { title: string; description: string } {
  return {
    title: `${headOf(event)}: ${state.title}`,
    description: [said(event), `${dueOf(state)} ${whyOf(state, because)}`]
      .filter(Boolean)
      .join('\n\n'),
  };
}

function headOf({ type, data, actor }: ActionEvent): string {
  switch (type) {
    case 'clock-fired':
      return data.clock === 'overdue'
        ? `Overdue since ${data.dueOn}`
        : `Due on ${data.dueOn}`;
    case 'recurred':
      return `INC-${data.incident.number} is what it was to prevent`;
    case 'nudged':
      return `${actor.name} reminds you`;
    case 'owner-changed':
      return data.owner
        ? `Now with ${data.owner.title}`
        : `No longer with ${data.from?.title ?? 'its team'}, and with nobody yet`;
    case 'responsible-gone':
      return `${data.person.name} is gone; somebody else has to do it`;
    case 'accountable-gone':
      return `${data.accountable.name} is gone, and answers for it no more`;
    case 'made-accountable':
      return 'Yours to answer for';
    case 'finished':
      return 'Done, to be verified';
    case 'given-up':
      return 'Will not be done';
    case 'reopened':
      return 'Not done after all';
    case 'due-moved':
      return `Due on ${data.to} now`;
    default:
      return 'Yours to do';
  }
}

function said({ texts }: ActionEvent): string | undefined {
  return texts?.reason ?? texts?.note;
}

function dueOf({ number, dueOn, origins }: ActionItemState): string {
  const incidents = origins.map(origin => `INC-${origin.number}`).join(', ');
  return `ACT-${number} from ${incidents}, due on ${dueOn}.`;
}

function whyOf(
  { accountable, owner }: ActionItemState,
  because: ActionRole,
): string {
  switch (because) {
    case 'responsible':
      return 'You are told because you do it.';
    case 'accountable':
      return accountable?.ref.startsWith('group:')
        ? `You are told because ${accountable.name} answers for it.`
        : 'You are told because you answer for it.';
    case 'owner':
      return `You are told because ${owner?.title ?? 'your team'} owns it.`;
    default:
      return 'You are told because nobody is known to own it.';
  }
}
