import { ANYBODY, type RequestHead, type StatementKey, signStatement } from '@thads/shared';

/** For how long the gateway's own statement is good, and from when on a new one is made. */
const OWN_FOR_MS = 60_000;
const RENEWED_BEFORE_MS = 30_000;

/** What subgraphs that speak HTTP are told: one statement for all fetches of an operation. */
export class Statements {
  private readonly made = new WeakMap<RequestHead, Promise<string>>();
  private own: RequestHead = headOfNobody();

  constructor(private readonly key: StatementKey) {}

  of(head: RequestHead): Promise<string> {
    const known = this.made.get(head);
    if (known) return known;
    const statement = signStatement(this.key, head);
    this.made.set(head, statement);
    return statement;
  }

  /** For what the gateway asks for nobody in particular. */
  ofGateway(): Promise<string> {
    if (this.own.deadlineAt - Date.now() < RENEWED_BEFORE_MS) this.own = headOfNobody();
    return this.of(this.own);
  }
}

function headOfNobody(): RequestHead {
  return {
    requestId: 'gateway',
    principal: ANYBODY,
    purpose: null,
    operation: '',
    from: '',
    deadlineAt: Date.now() + OWN_FOR_MS,
  };
}
