export { FollowedCopy } from '@thads/shared/src/testing/feed.testkit';

/** Everything that the feed says. */
export const CHANGE_FIELDS =
  'nodes { cursor eventId type subject occurredOn recordedAt version row rows gone } endCursor hasMore';
