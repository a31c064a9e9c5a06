import { type AddressInfo, type Server, createServer } from 'node:net';
import type { ComposeFile } from './compose-file';

/** Where a service listens on this machine: its host name and port become a port on loopback. */
export interface Place {
  readonly service: string;
  /** Inside its container. */
  readonly port: number;
  readonly localPort: number;
}

/** A free port for every service that has a PORT. */
export async function choosePlaces({ services }: ComposeFile): Promise<Place[]> {
  const servers = Object.entries(services).filter(([, { environment }]) => environment?.PORT !== undefined);
  const ports = await freePorts(servers.length);
  return servers.map(([service, { environment }], index) => ({
    service,
    port: Number(environment!.PORT),
    localPort: ports[index]!,
  }));
}

/** A text of a compose file with the addresses of this machine. */
export function localised(text: string, places: readonly Place[]): string {
  return places.reduce(
    (result, { service, port, localPort }) =>
      result.replace(new RegExp(`(?<=//|@)${service}:${port}\\b`, 'g'), `127.0.0.1:${localPort}`),
    text,
  );
}

/** All open at once, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server: Server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
