import { pick, ToolbarButton, useGraphiQL } from '@graphiql/react';
import { writeLink } from './link';

/** Puts a deep link to the current operation into the address bar, and into the clipboard where the browser allows it. */
export function LinkButton() {
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
  const link = () => {
    const operation = { query: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue() ?? '' };
    history.replaceState(null, '', writeLink(operation));
    // Absent on plain http; the address bar then has the link all the same.
    navigator.clipboard?.writeText(location.href).catch(() => undefined);
  };
  return (
    <ToolbarButton label="Link to this operation" onClick={link}>
      <svg
        className="graphiql-toolbar-icon"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.6-5.6l-1.4 1.4" />
        <path d="M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.6 5.6l1.4-1.4" />
      </svg>
    </ToolbarButton>
  );
}
