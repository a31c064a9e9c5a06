// Must stay the first import: it tells Monaco where its workers are before Monaco loads.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './playground.css';
import { createRoot } from 'react-dom/client';
import { loadConfig } from './config';
import { Playground } from './playground';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element with the id "root"');
const root = createRoot(container);

loadConfig().then(
  (config) => root.render(<Playground config={config} />),
  (error: Error) =>
    root.render(
      <p role="alert" className="playground-notice">
        The playground could not start: {error.message}
      </p>,
    ),
);
