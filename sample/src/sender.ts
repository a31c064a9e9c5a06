import type { GraphQLClient } from 'graphql-request';
import type { History, Register, SampleEvent } from './event';

/** What a mutation takes at once. */
const BATCH = 1_000;
/** Batches under way at the same time. */
const AT_ONCE = 4;

interface SubmitAnswer {
  readonly result: {
    readonly accepted: number;
    readonly duplicates: number;
    readonly refused: readonly {
      readonly id: string;
      readonly refusal: { readonly rule: string; readonly message: string };
    }[];
  };
}

/** Sends histories in batches; the histories of one call may arrive in any order, each is in order within itself. */
export async function sendAll(
  client: GraphQLClient,
  register: Register,
  histories: readonly History[],
  onSent: (events: number) => void,
): Promise<void> {
  const batches = batchesOf(histories);
  const worker = async (): Promise<void> => {
    for (let batch = batches.next(); !batch.done; batch = batches.next()) {
      await send(client, register, batch.value);
      onSent(batch.value.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function* batchesOf(histories: readonly History[]): Generator<SampleEvent[], undefined> {
  let batch: SampleEvent[] = [];
  for (const history of histories) {
    if (batch.length + history.length > BATCH) {
      yield batch;
      batch = [];
    }
    batch.push(...history);
  }
  if (batch.length > 0) yield batch;
}

async function send(client: GraphQLClient, register: Register, events: readonly SampleEvent[]): Promise<void> {
  const { result } = await client.request<SubmitAnswer>(
    `mutation Load($events: [${register}EventInput!]!) {
       result: submit${register}Events(events: $events) { accepted duplicates refused { id refusal { rule message } } }
     }`,
    { events },
  );
  const [first] = result.refused;
  if (first) {
    const event = events.find(({ id }) => id === first.id);
    throw new Error(
      `an event of the sample was refused: ${first.refusal.rule}: ${first.refusal.message} ${JSON.stringify(event)}`,
    );
  }
}
