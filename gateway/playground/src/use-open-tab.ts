import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Operation } from './link';

/** Opens an operation in a new tab; the request headers of the current tab go with it, in memory only. */
export function useOpenTab(): (operation: Operation) => void {
  const { addTab } = useGraphiQLActions();
  const { queryEditor, variableEditor, headerEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor'),
  );
  return ({ query, variables }) => {
    const headers = headerEditor?.getValue();
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
    if (headers) headerEditor?.setValue(headers);
  };
}
