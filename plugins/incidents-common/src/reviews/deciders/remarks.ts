import { refuse } from '../../incidents/decision';
import { happened, nothing, states, type ReviewDecider } from '../decision';
import { COMMENTS_MAX, FACTORS_MAX } from '../limits';
import { sectionOf } from '../state';

const addFactor: ReviewDecider<'add-factor'> = (state, { tag, text }, facts) =>
  state.factors.length >= FACTORS_MAX
    ? refuse('conflict', `A review has ${FACTORS_MAX} factors at most`)
    : states(happened(facts, 'factor-added', { tag }, { text }));

const changeFactor: ReviewDecider<'change-factor'> = (
  state,
  { id, tag, text },
  facts,
) =>
  state.factors.some(factor => factor.id === id)
    ? states(happened(facts, 'factor-changed', { id, tag }, { text }))
    : refuse('conflict', 'This factor is not there any more', 'id');

const removeFactor: ReviewDecider<'remove-factor'> = (state, { id }, facts) =>
  state.factors.some(factor => factor.id === id)
    ? states(happened(facts, 'factor-removed', { id }))
    : nothing;

const comment: ReviewDecider<'comment'> = (state, command, facts) => {
  const { section, quote, text } = command;
  const known =
    section === undefined ||
    sectionOf(state, section) !== undefined ||
    facts.policy.template.sections.some(({ id }) => id === section);
  if (!known) {
    return refuse('input', `There is no section '${section}'`, 'section');
  }
  return state.comments.length >= COMMENTS_MAX
    ? refuse('conflict', `A review has ${COMMENTS_MAX} comments at most`)
    : states(
        happened(facts, 'commented', section ? { section } : {}, {
          text,
          quote,
        }),
      );
};

const settleComment: ReviewDecider<'settle-comment'> = (
  state,
  { id },
  facts,
) => {
  const found = state.comments.find(each => each.id === id);
  if (!found) {
    return refuse('input', `There is no comment ${id}`, 'id');
  }
  return found.settled
    ? nothing
    : states(happened(facts, 'comment-settled', { id }));
};

export const REMARK_DECIDERS = {
  'add-factor': addFactor,
  'change-factor': changeFactor,
  'remove-factor': removeFactor,
  comment,
  'settle-comment': settleComment,
};
