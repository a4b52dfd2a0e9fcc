import { refuse } from '../../incidents/decision';
import { happened, nothing, states, type ReviewDecider } from '../decision';

const planMeeting: ReviewDecider<'plan-meeting'> = (
  _state,
  { at, link, agenda, attendees },
  facts,
) => {
  if (at <= facts.now) {
    return refuse('input', 'The meeting must be in the future', 'at');
  }
  const unknown = attendees.findIndex(ref => !facts.people?.has(ref));
  if (unknown >= 0) {
    return refuse(
      'input',
      `There is no ${attendees[unknown]} in the catalog`,
      `attendees.${unknown}`,
    );
  }
  return states(
    happened(
      facts,
      'meeting-planned',
      {
        at,
        ...(link && { link }),
        attendees: [...new Set(attendees)].map(ref => facts.people!.get(ref)!),
      },
      { agenda },
    ),
  );
};

const cancelMeeting: ReviewDecider<'cancel-meeting'> = (
  { meeting },
  _command,
  facts,
) => {
  if (!meeting) {
    return nothing;
  }
  const { at, attendees } = meeting;
  return states(happened(facts, 'meeting-cancelled', { at, attendees }));
};

export const MEETING_DECIDERS = {
  'plan-meeting': planMeeting,
  'cancel-meeting': cancelMeeting,
};
