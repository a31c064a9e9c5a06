import type { GraphiQLPlugin } from '@graphiql/react';
import type { ExampleGroup } from './config';
import { PluginIcon } from './plugin-icon';
import { useOpenTab } from './use-open-tab';

/** The side panel that lists the examples; each opens in a new tab. */
export function examplesPlugin(groups: ExampleGroup[]): GraphiQLPlugin {
  return { title: 'Examples', icon: ExamplesIcon, content: () => <Examples groups={groups} /> };
}

function Examples({ groups }: { groups: ExampleGroup[] }) {
  const openTab = useOpenTab();
  return (
    <section className="playground-examples" aria-label="Examples">
      <h2>Examples</h2>
      {groups.map((group) => (
        <div key={group.title}>
          <h3>{group.title}</h3>
          <ul>
            {group.examples.map((example) => (
              <li key={example.id}>
                <button type="button" onClick={() => openTab(example)}>
                  {example.title}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ExamplesIcon() {
  return <PluginIcon path="M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01" />;
}
