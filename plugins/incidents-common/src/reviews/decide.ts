import { refuse } from '../incidents/decision';
import type { ReviewCommandType } from '../schemas/reviews';
import { EDITS, REVIEW_COMMANDS, type AnyReviewCommand } from './commands';
import type { ReviewDecider, ReviewDecision, ReviewFacts } from './decision';
import { COURSE_DECIDERS, reopeningOf } from './deciders/course';
import { MEETING_DECIDERS } from './deciders/meeting';
import { REMARK_DECIDERS } from './deciders/remarks';
import { WRITING_DECIDERS } from './deciders/writing';
import type { ReviewState } from './state';

const DECIDERS: {
  [Type in AnyReviewCommand['type']]: ReviewDecider<Type>;
} = {
  ...COURSE_DECIDERS,
  ...WRITING_DECIDERS,
  ...REMARK_DECIDERS,
  ...MEETING_DECIDERS,
};

/**
 * What a command leads to on the review as it stands. Pure: the same state, command
 * and facts give the same decision. An edit of what was approved makes it a draft
 * again.
 * @public
 */
export function decideReview<Type extends AnyReviewCommand['type']>(
  state: ReviewState,
  command: Extract<AnyReviewCommand, { type: Type }>,
  facts: ReviewFacts,
): ReviewDecision {
  const rule = REVIEW_COMMANDS[command.type as ReviewCommandType];
  if (rule && !rule.from.includes(state.status)) {
    return refuse(
      'conflict',
      `A review that is ${state.status} does not take the command '${command.type}'`,
    );
  }
  if (rule?.owner === 'never' && isOwner(state, facts)) {
    return refuse('forbidden', 'This is for somebody else than its owner');
  }
  const decision = (DECIDERS[command.type] as ReviewDecider<Type>)(
    state,
    command,
    facts,
  );
  return decision.events?.length && EDITS.has(command.type)
    ? { events: [...reopeningOf(state, facts, 'edited'), ...decision.events] }
    : decision;
}

function isOwner({ owner }: ReviewState, { actor }: ReviewFacts): boolean {
  return actor.type === 'user' && actor.ref === owner?.ref;
}
