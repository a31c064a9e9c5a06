import { useEffect } from 'react';
import { useGraphiQL } from '@graphiql/react';

/** Lines that are too long for the query editor go on below, so that the comments of the examples can be read. */
export function WrappedLines() {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => queryEditor?.updateOptions({ wordWrap: 'on' }), [queryEditor]);
  return null;
}
