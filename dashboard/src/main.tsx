import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { type Config, readConfig } from './graph/config';
import './style.css';

/** Figures change when events come in; a manager who looks again after a minute sees them. */
const FRESH_MS = 60_000;

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: FRESH_MS, retry: false, refetchOnWindowFocus: false } },
});

async function tokenFromIssuer({ signIn }: Config): Promise<{ token: string | null; failed: boolean }> {
  if (signIn.kind !== 'OIDC' || !new URLSearchParams(location.search).has('state'))
    return { token: null, failed: false };
  try {
    const { comeFromIssuer } = await import('./sign-in/oidc');
    return { token: await comeFromIssuer(signIn), failed: false };
  } catch {
    return { token: null, failed: true };
  }
}

async function start(): Promise<void> {
  const config = await readConfig();
  const { token, failed } = await tokenFromIssuer(config);
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App config={config} token={token} signInFailed={failed} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
