import { randomUUID } from 'node:crypto';
import type { GraphClient } from '../harness/graph-client';

/** Sends one event and returns the id of the visit that it made, once the graph has acknowledged it. */
export async function recordReception(client: GraphClient): Promise<string> {
  const subject = `VN63-10-01.TD-2024-${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
  const event = {
    id: randomUUID(),
    subject,
    type: 'RECEPTION_RECORDED',
    occurredOn: '2024-05-02',
    visits: 1,
    citizens: 1,
    matters: 1,
  };
  const { result } = await client.data<{ result: { accepted: number; refused: unknown[] } }>(
    'mutation ($events: [ReceptionEventInput!]!) { result: submitReceptionEvents(events: $events) { accepted refused { refusal { message } } } }',
    { events: [event] },
  );
  if (result.accepted !== 1) throw new Error(`the event was not accepted: ${JSON.stringify(result)}`);
  return subject;
}

export async function hasReception(client: GraphClient, id: string): Promise<boolean> {
  const answer = await client.data<{ reception: object | null }>('query ($id: ID!) { reception(id: $id) { id } }', {
    id,
  });
  return answer.reception !== null;
}
