import { SingleBar } from 'cli-progress';
import type { GraphQLClient } from 'graphql-request';
import { graphAt } from './graph';
import { sendAll } from './sender';

/** The first officer of the sample: there as soon as a load has begun. */
const FIRST_OFFICER = 'VN63-38-00.CHV-001';

interface StateAnswer {
  readonly nation: { readonly caseStatistics: { readonly target: object | null } | null };
  readonly officer: { readonly id: string } | null;
  readonly cases: { readonly nodes: readonly object[] };
}

export type SampleState = 'EMPTY' | 'PARTLY_LOADED' | 'LOADED' | 'OTHER_DATA';

/** What the graph holds of the sample. */
export async function sampleState(client: GraphQLClient): Promise<SampleState> {
  const { nation, officer, cases } = await client.request<StateAnswer>(
    `query SampleState($officer: ID!) {
       nation { caseStatistics(period: { workingYear: 2024 }) { target { cases } } }
       officer(id: $officer) { id }
       cases(first: 1) { nodes { id } }
     }`,
    { officer: FIRST_OFFICER },
  );
  if (officer) return nation.caseStatistics?.target ? 'LOADED' : 'PARTLY_LOADED';
  return cases.nodes.length > 0 ? 'OTHER_DATA' : 'EMPTY';
}

/**
 * Sends the sample through the graph's mutations, as any client would. Interrupted and started again it sends
 * everything again: what is there is answered as duplicate. A graph with other data is left alone.
 */
export async function loadSample(url: string, token: string | undefined, say: (line: string) => void): Promise<void> {
  const client = graphAt(url, token);
  const state = await sampleState(client);
  if (state === 'LOADED') return;
  if (state === 'OTHER_DATA') return say('The registers hold data that is not the sample; the sample is not loaded.');

  // Not before it is needed: a start that finds the sample loaded does not wait for what makes it up.
  const { sampleSteps } = await import('./sample');
  const steps = sampleSteps();
  const total = steps.reduce((sum, { histories }) => sum + histories.reduce((all, { length }) => all + length, 0), 0);
  const bar = new SingleBar({
    format:
      'Loading the sample {bar} {percentage}% | {value} of {total} events | {speed} events/s | {eta_formatted} left',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    etaBuffer: 50,
  });
  const startedAt = Date.now();
  bar.start(total, 0, { speed: 0 });
  try {
    let sent = 0;
    for (const { register, histories } of steps) {
      await sendAll(client, register, histories, (events) => {
        sent += events;
        bar.update(sent, { speed: Math.round((sent * 1_000) / Math.max(1, Date.now() - startedAt)) });
      });
    }
  } finally {
    bar.stop();
  }
}
