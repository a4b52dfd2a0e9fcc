/**
 * What is learnt from incidents: reviews that follow them, are written by people
 * and approved by others.
 *
 * @packageDocumentation
 */
export { composeReviewReading, composeReviewWriting } from './composeReviews';
export { REVIEW } from './kind';
export { ReviewGate } from './ReviewGate';
export { ReviewGlance } from './ReviewGlance';
export { ReviewService } from './ReviewService';
export { createReviewsRouter } from './router';
export { readReviewPolicy } from './settings';
