import { useState } from 'react';
import { createLocalStorage } from '@graphiql/toolkit';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { PlaygroundConfig } from './config';
import { DeepLinks } from './deep-links';
import { examplesPlugin } from './examples-plugin';
import { readLink } from './link';
import { LinkButton } from './link-button';
import { planPlugin } from './plan-plugin';
import { withoutHeaders } from './private-storage';
import { Session } from './session';
import { TokenBox } from './token-box';
import { WrappedLines } from './wrapped-lines';

/** A comment, not headers: the first run must not send made-up reasons. */
const DEFAULT_HEADERS = '{\n  // "x-purpose-article": "<legal article>",\n  // "x-purpose-file": "<file>"\n}';

/** GraphiQL with the explorer, the history, our examples, a place for a token and the query plan, speaking to the gateway on the same origin. */
export function Playground({ config }: { config: PlaygroundConfig }) {
  const [session] = useState(() => new Session(config.endpoint));
  const [setup] = useState(() => setUp(config, session));
  return (
    <GraphiQL
      {...setup}
      defaultHeaders={DEFAULT_HEADERS}
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>THADS graph</GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <LinkButton />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <TokenBox session={session} />
      </GraphiQL.Footer>
      <DeepLinks />
      <WrappedLines />
    </GraphiQL>
  );
}

function setUp({ queryPlans, groups }: PlaygroundConfig, session: Session) {
  const examples = examplesPlugin(groups);
  const link = readLink(location.hash);
  return {
    fetcher: session.fetcher,
    plugins: [examples, explorerPlugin(), HISTORY_PLUGIN, ...(queryPlans ? [planPlugin(session)] : [])],
    visiblePlugin: examples,
    // The namespace keeps us apart from other GraphQL tools that a developer has served from the same host and port.
    storage: withoutHeaders(createLocalStorage({ namespace: 'thads-playground' })),
    defaultQuery: groups[0]?.examples[0]?.query,
    // With a link, both are given: else the variables of the last visit would join the query of the link.
    initialQuery: link?.query,
    initialVariables: link?.variables,
  };
}
