/** The kind under which reviews are known to clocks and outbox; the subject is the incident. */
export const REVIEW = 'review';
