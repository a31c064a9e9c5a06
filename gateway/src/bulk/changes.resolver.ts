import { type ChangesPage, checkWait } from '@thads/shared';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { BulkContext } from './bulk';
import { Changes, ChangesArguments } from './changes.types';
import { registerOfDataset } from './dataset.enum';

@Resolver()
export class ChangesResolver {
  @Query(() => Changes, {
    description:
      'What has happened to a dataset since a cursor, in an order that never changes, with the records as they are now: ' +
      'a copy that follows it is what you may see, exactly. Statistics have no changes; their cursor moves when figures ' +
      'can have changed (các thay đổi của tập dữ liệu).',
  })
  async changes(
    @Args(() => ChangesArguments) request: ChangesArguments,
    @Ctx() context: BulkContext,
  ): Promise<Changes> {
    const { nodes, endCursor, hasMore } = await newChanges(request, context);
    return {
      nodes: nodes.map((change) => ({
        ...change,
        recordedAt: change.recordedAt === null ? null : new Date(change.recordedAt),
      })),
      endCursor,
      hasMore,
    };
  }
}

/**
 * What is there or, where there is nothing for the caller, what comes within the time that he waits. Subgraphs are let
 * wait for a while at a time, and not once more when he has gone away.
 */
async function newChanges(request: ChangesArguments, context: BulkContext): Promise<ChangesPage> {
  const { share, askAnew, waitAtOnceMs } = context;
  const register = registerOfDataset(request.dataset);
  const until = Date.now() + checkWait(request.waitSeconds) * 1_000;
  const ask = async (after: string | null | undefined, waitMs: number): Promise<ChangesPage> => {
    const asked = JSON.stringify({ ...request, after, waitSeconds: waitMs / 1_000 });
    return (await askAnew<ChangesPage>(register, 'Changes', { request: asked }))!;
  };
  let page = await ask(request.after, 0);
  const left = (): number => (share.over.aborted ? 0 : until - Date.now());
  if (page.isNew || page.hasMore || left() <= 0) return page;
  return share.whileWaiting(async () => {
    const over = new Promise<void>((resolve) => share.over.addEventListener('abort', () => resolve()));
    while (!page.isNew && !page.hasMore && left() > 0) {
      const next = ask(page.endCursor, Math.min(left(), waitAtOnceMs));
      page = await Promise.race([next, over.then(() => page)]);
    }
    return page;
  });
}
