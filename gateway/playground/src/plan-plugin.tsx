import type { GraphiQLPlugin } from '@graphiql/react';
import { PluginIcon } from './plugin-icon';
import type { Explanation, FetchTime, Session } from './session';
import { useStore } from './store';

/** The side panel that shows how the gateway answered the last operation; for gateways that tell. */
export function planPlugin(session: Session): GraphiQLPlugin {
  return { title: 'Query plan', icon: PlanIcon, content: () => <Plan session={session} /> };
}

function Plan({ session }: { session: Session }) {
  const explains = useStore(session.explains);
  const explanation = useStore(session.explanation);
  return (
    <section className="playground-plan" aria-label="Query plan">
      <h2>Query plan</h2>
      <label>
        <input type="checkbox" checked={explains} onChange={({ target }) => session.explains.set(target.checked)} />
        Ask for the plan and the times of what I run
      </label>
      {explains && !explanation && <p>Run an operation.</p>}
      {explains && explanation && <Explained explanation={explanation} />}
    </section>
  );
}

function Explained({ explanation: { operation, plan, fetches } }: { explanation: Explanation }) {
  const end = Math.max(...fetches.map(({ startedMs, tookMs }) => startedMs + tookMs), 0);
  return (
    <>
      <h3>{operation || 'The last operation'}</h3>
      <table>
        <thead>
          <tr>
            <th>Subgraph</th>
            <th>For</th>
            <th>From, ms</th>
            <th>Took, ms</th>
          </tr>
        </thead>
        <tbody>
          {fetches.map((fetch, index) => (
            <FetchRow key={index} fetch={fetch} end={end} />
          ))}
        </tbody>
      </table>
      <pre>{plan}</pre>
    </>
  );
}

function FetchRow({ fetch: { subgraph, path, startedMs, tookMs, failed }, end }: { fetch: FetchTime; end: number }) {
  const percent = (milliseconds: number) => `${end > 0 ? (100 * milliseconds) / end : 0}%`;
  return (
    <tr>
      <td>
        {subgraph}
        {failed && ' (errors)'}
        <span className="playground-bar" style={{ marginLeft: percent(startedMs), width: percent(tookMs) }} />
      </td>
      <td>{path || 'the top'}</td>
      <td>{startedMs.toFixed(1)}</td>
      <td>{tookMs.toFixed(1)}</td>
    </tr>
  );
}

function PlanIcon() {
  return <PluginIcon path="M4 5h8M8 10h9M8 15h6M14 20h6" />;
}
