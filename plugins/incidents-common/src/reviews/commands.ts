import type { CommandPermission } from '../incidents/commands';
import type { PersonSnapshot } from '../incidents/state';
import type { Instant } from '../incidents/vocabulary';
import type { ReviewCommand, ReviewCommandType } from '../schemas/reviews';
import type { ReviewClock } from './state';
import { BEGUN, type ReviewStatus } from './vocabulary';

/** What the product itself does to a review, as its incident goes. @public */
export type SystemReviewCommand =
  | {
      type: 'require';
      because: 'resolved' | 'raised' | 'asked';
      owner?: PersonSnapshot;
    }
  | { type: 'release'; because: 'demoted' | 'dismissed' | 'merged' }
  /** Its incident is live again, or a time of it was corrected. */
  | { type: 'reopen'; because: 'incident' | 'corrected' }
  | { type: 'fire-clock'; clock: ReviewClock; dueAt: Instant };

/** Every change of a review. @public */
export type AnyReviewCommand = ReviewCommand | SystemReviewCommand;

/** Who may send a command, and when. @public */
export interface ReviewCommandRule {
  /** On the incident. */
  permission: CommandPermission;
  /** `too`: also its owner, without that permission. `never`: not its owner, in spite of it. */
  owner?: 'too' | 'never';
  /** The statuses in which it means something. */
  from: readonly ReviewStatus[];
}

const edit = (from: readonly ReviewStatus[] = BEGUN): ReviewCommandRule => ({
  permission: 'respond',
  owner: 'too',
  from,
});

/** Every command of a person to a review: who may, and when. @public */
export const REVIEW_COMMANDS: Record<ReviewCommandType, ReviewCommandRule> = {
  start: edit(['not-needed', 'needed', 'waived']),
  'assign-owner': edit(['needed', 'draft', 'in-review']),
  'write-section': edit(),
  'choose-entries': edit(),
  'annotate-entry': edit(),
  'add-factor': edit(),
  'change-factor': edit(),
  'remove-factor': edit(),
  comment: { permission: 'participate', owner: 'too', from: BEGUN },
  'settle-comment': { permission: 'participate', owner: 'too', from: BEGUN },
  'plan-meeting': edit(['needed', ...BEGUN]),
  'cancel-meeting': edit(['needed', ...BEGUN]),
  'hand-in': edit(['draft']),
  'send-back': { permission: 'respond', owner: 'never', from: ['in-review'] },
  approve: { permission: 'respond', owner: 'never', from: ['in-review'] },
  waive: { permission: 'manage', from: ['needed', 'draft', 'in-review'] },
};

/** The commands that are refused while the gate has something missing. @public */
export const GATED: ReadonlySet<AnyReviewCommand['type']> = new Set([
  'hand-in',
  'approve',
]);

/** The commands after which what was approved has to be approved again. */
export const EDITS: ReadonlySet<AnyReviewCommand['type']> = new Set([
  'write-section',
  'choose-entries',
  'annotate-entry',
  'add-factor',
  'change-factor',
  'remove-factor',
]);
