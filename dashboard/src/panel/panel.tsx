import { type ReactNode, useId } from 'react';
import type { GraphError } from '../graph/ask';
import { type Register, faultWords, mayPass } from '../graph/fault-words';
import { type Asked, faultAt, useGraph } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import { Waiting } from './waiting';
import './panel.css';

interface PanelProps<Data, Value> {
  readonly title: string;
  /** In tests, and for links. */
  readonly name: string;
  readonly register: Register;
  readonly asked: Asked<Data>;
  /** The field of the answer that the panel is about: errors at it are the panel's. */
  readonly field: string;
  /** What is shown; null where there is nothing. */
  readonly read: (data: Data) => Value | null | undefined;
  readonly note?: string | undefined;
  readonly tools?: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/** A part of a view that waits, fails and is empty by itself. */
export function Panel<Data, Value>(props: PanelProps<Data, Value>): ReactNode {
  const { title, name, note, asked, tools, children } = props;
  const heading = useId();
  return (
    <section className={`panel panel-${name}`} aria-labelledby={heading} data-panel={name}>
      <header className="panel-head">
        <h2 id={heading}>{title}</h2>
        <div className="panel-tools">
          {tools}
          <QueryLink title={title} asked={asked} />
        </div>
      </header>
      <PanelBody {...props}>{children}</PanelBody>
      {note && <p className="panel-note">{note}</p>}
    </section>
  );
}

function PanelBody<Data, Value>({ register, asked, field, read, children }: PanelProps<Data, Value>): ReactNode {
  const { words } = useLanguage();
  const { answer } = asked;
  if (!answer) return <Waiting />;
  const value = answer.data === null ? null : read(answer.data);
  if (value !== null && value !== undefined) return children(value);
  const fault = faultAt(answer, field);
  return fault ? (
    <Fault fault={fault} register={register} again={asked.again} />
  ) : (
    <p className="panel-empty">{words.states.empty}</p>
  );
}

interface FaultProps {
  readonly fault: GraphError;
  readonly register: Register;
  again(): void;
}

export function Fault({ fault, register, again }: FaultProps): ReactNode {
  const { isSignedIn } = useGraph();
  const { words } = useLanguage();
  const { requestId, code } = fault.extensions ?? {};
  return (
    <div className="panel-fault" role="status" data-code={code}>
      <p>{faultWords(fault, register, words, isSignedIn)}</p>
      {mayPass(fault) && (
        <button type="button" onClick={again}>
          {words.states.again}
        </button>
      )}
      {mayPass(fault) && requestId && (
        <p className="panel-request">
          {words.states.requestId} {requestId}
        </p>
      )}
    </div>
  );
}

interface QueryLinkProps {
  readonly title: string;
  readonly asked: Pick<Asked<unknown>, 'text' | 'variables'>;
}

/** Leads to the playground with the query that gave the figures. The part after `#` is sent to no server. */
export function QueryLink({ title, asked: { text, variables } }: QueryLinkProps): ReactNode {
  const { config } = useGraph();
  const { words } = useLanguage();
  if (config.playground === null) return null;
  const fields = [
    `query=${encodeURIComponent(text)}`,
    `variables=${encodeURIComponent(JSON.stringify(variables, null, 2))}`,
  ];
  return (
    <a
      className="tool"
      href={`${config.playground}#${fields.join('&')}`}
      target="_blank"
      rel="noreferrer"
      aria-label={words.tools.openQuery(title)}
    >
      {words.tools.query}
    </a>
  );
}
