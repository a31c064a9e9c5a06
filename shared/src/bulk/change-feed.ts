import type { DataSource } from 'typeorm';
import { requirePurpose } from '../access/access-log';
import type { RequestHead } from '../access/request-head';
import type { Reader } from '../database/reader';
import { badInput } from '../errors';
import type { RegisterDefinition } from '../register/register';
import { ChainWatch } from './chain-watch';
import { type ChangeCursors, changeCursors } from './change-cursor';
import { type ChangesPage, type ChangesRequest, readChangesPage } from './changes';
import type { DatasetDefinition } from './dataset';
import { allowedFields, requireDataset } from './dataset-access';

/** The longest that a reader can wait for something new, in seconds. */
export const LONGEST_WAIT = 30;

/** Kept of the time that a request has, for the page itself. */
const TIME_FOR_PAGE_MS = 1_000;

/** Who asks, as a subgraph's context has it. */
export interface FeedCaller {
  readonly head: RequestHead;
  readonly manager: Reader;
  readonly logPersonRead: (type: string, id: string) => Promise<void>;
}

/** What happens to the datasets of a register, for all who follow it. */
export interface ChangeFeed {
  /**
   * One page; where there is nothing new for the caller, after it is there or the time is over. Errors: `BAD_USER_INPUT`
   * for an unknown dataset, page size, cursor, provinces and time to wait; `FORBIDDEN` for what is not the caller's.
   */
  read(request: ChangesRequest, caller: FeedCaller): Promise<ChangesPage>;
  /** Lets nobody wait any longer. */
  stop(): void;
}

export function createChangeFeed(
  dataSource: DataSource,
  register: RegisterDefinition,
  datasets: readonly DatasetDefinition[],
): ChangeFeed {
  const watch = new ChainWatch(dataSource, register.schema);
  let known: Promise<ChangeCursors> | undefined;
  const cursors = (): Promise<ChangeCursors> => {
    known ??= changeCursors(dataSource, register.schema).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    async read(request, { head, manager, logPersonRead }) {
      const { principal, deadlineAt } = head;
      const dataset = requireDataset(datasets, request.dataset, principal);
      if (allowedFields(dataset, principal).some(({ personal }) => personal)) requirePurpose(head);
      const until = Math.min(Date.now() + checkWait(request.waitSeconds) * 1_000, deadlineAt - TIME_FOR_PAGE_MS);
      const options = { reader: manager, principal, register, cursors, logPersonRead };
      for (let { after } = request; ;) {
        const { page, end } = await readChangesPage(options, dataset, { ...request, after });
        const left = until - Date.now();
        if (page.isNew || page.hasMore || left <= 0) return page;
        await watch.untilBeyond(end.position, left);
        after = page.endCursor;
      }
    },
    stop: () => watch.stop(),
  };
}

/** Errors: `BAD_USER_INPUT` unless 0 to 30. */
export function checkWait(seconds: number): number {
  if (seconds >= 0 && seconds <= LONGEST_WAIT) return seconds;
  throw badInput(`waitSeconds: ${seconds} is out of range; wait 0 to ${LONGEST_WAIT} seconds, and ask again.`);
}
