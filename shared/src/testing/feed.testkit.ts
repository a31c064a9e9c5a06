import type { Change, ChangesPage } from '../bulk/changes';

/** Asks for one page of a feed; rejects when it is refused. */
export type AskPage = (
  after: string | null,
  first: number,
) => Promise<Pick<ChangesPage, 'nodes' | 'endCursor' | 'hasMore'>>;

/** Everything that a follower does with a feed: what it has by subject, and what it was told, in order. */
export class FollowedCopy {
  readonly rows = new Map<string, readonly string[]>();
  readonly told: Change[] = [];
  cursor: string | null = null;

  constructor(
    private readonly ask: AskPage,
    private readonly pageSize = 500,
  ) {}

  /** Until there is nothing more now. */
  async catchUp(): Promise<this> {
    for (;;) {
      const { nodes, endCursor, hasMore } = await this.ask(this.cursor, this.pageSize);
      for (const change of nodes) {
        this.told.push(change);
        if (change.gone) this.rows.delete(change.subject);
        else this.rows.set(change.subject, change.rows);
      }
      this.cursor = endCursor;
      if (!hasMore) return this;
    }
  }

  /** All rows that it has, as an export of everything would give them but for their order. */
  lines(): string[] {
    return [...this.rows.values()].flat().sort();
  }
}
