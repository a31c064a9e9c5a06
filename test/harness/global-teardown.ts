import { cleanUp } from './global-setup';

export default async function globalTeardown(): Promise<void> {
  const started = globalThis.thadsTestServer;
  if (!started) return;
  await started.server.stop();
  cleanUp(started.folder, started.file);
}
