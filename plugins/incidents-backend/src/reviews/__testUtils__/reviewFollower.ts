import { DEFAULT_REVIEW_POLICY } from '@linchpin/backstage-plugin-incidents-common/reviews';
import { IncidentActions } from '../../actions/IncidentActions';
import { ClockStore } from '../../clocks';
import { OutboxStore } from '../../delivery';
import { ReviewEventStore } from '../ReviewEventStore';
import { ReviewFollower } from '../ReviewFollower';
import { ReviewStore } from '../ReviewStore';
import { ReviewWriter } from '../ReviewWriter';

/** What lets reviews follow incidents, over the tables of the test. */
export function reviewFollower(): ReviewFollower {
  return new ReviewFollower(
    new ReviewWriter({
      reviews: new ReviewStore(),
      events: new ReviewEventStore(),
      clocks: new ClockStore(),
      outbox: new OutboxStore(),
      actions: new IncidentActions(),
      policy: DEFAULT_REVIEW_POLICY,
    }),
  );
}
