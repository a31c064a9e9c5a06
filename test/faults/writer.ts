/**
 * A writer that can be killed: sends batches of events about cases of its own, and notes every event in a file once the
 * graph has acknowledged it. Arguments: address of the gateway, a name of its own, the file; its token is in THADS_TOKEN.
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { graphAt } from '../../sample/src/graph';

const [url, name, file] = process.argv.slice(2) as [string, string, string];
const client = graphAt(url, process.env.THADS_TOKEN);
const OFFICES = ['VN63-10-01', 'VN63-38-02', 'VN63-79-03', 'VN63-01-01'];

async function write(): Promise<void> {
  for (let batch = 0; ; batch += 1) {
    const events = Array.from({ length: 10 }, (_, nth) => {
      const subject = `${OFFICES[(batch + nth) % OFFICES.length]}.${name}-${batch}-${nth}`;
      const event = (type: string, occurredOn: string, fields: object = {}) => ({
        id: randomUUID(),
        subject,
        type,
        occurredOn,
        ...fields,
      });
      return [
        event('ENTRUSTMENT_RECEIVED', '2024-03-04', {
          kind: 'CIVIL',
          initiation: 'ON_REQUEST',
          amount: 1_000_000,
          decisionNumber: 'QD-1',
        }),
        event('CLASSIFIED_WITH_CONDITIONS', '2024-03-11'),
        event('MONEY_PAID', '2024-05-20', { amount: 400_000 }),
        nth % 2 === 0
          ? event('COMPLETED', '2024-08-01')
          : event('NOT_YET_WITH_CONDITIONS_DECIDED', '2024-08-01', {
              decisionNumber: 'QD-2',
              ground: 'NO_INCOME_NO_ASSETS',
            }),
      ];
    }).flat();
    const { result } = await client.request<{ result: { accepted: number } }>(
      'mutation ($events: [CaseEventInput!]!) { result: submitCaseEvents(events: $events) { accepted } }',
      { events },
    );
    if (result.accepted !== events.length) throw new Error(`${result.accepted} of ${events.length} were accepted`);
    appendFileSync(file, events.map(({ id }) => `${id}\n`).join(''));
  }
}

// With the graph gone it is done: what matters is what it has noted.
write().catch(() => process.exit(1));
