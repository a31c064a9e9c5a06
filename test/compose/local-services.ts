/**
 * Does what `docker compose up` does, without Docker: every service's own command with its own environment, as a process
 * of this machine, started when what it depends on is as far as the file says. PostgreSQL is the embedded server.
 */
import { type EmbeddedServer, startEmbeddedServer } from '@thads/shared';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ComposeFile, Condition, Service } from './compose-file';
import { type Place, choosePlaces, localised } from './local-places';
import { type LocalProcess, runLocally } from './local-process';

const DATABASE_SERVICE = 'postgres';
/** As `start_period` of the health checks, less what a test may take. */
const HEALTHY_WITHIN_MS = 40_000;

export class LocalServices {
  private readonly processes = new Map<string, Promise<LocalProcess>>();
  private readonly healthy = new Map<string, Promise<void>>();
  private removed = false;
  private databaseStops: Promise<void> | undefined;

  private constructor(
    private readonly compose: ComposeFile,
    private readonly imageEnvironment: Record<string, string>,
    private readonly places: readonly Place[],
    private readonly dataDir: string,
    private readonly database: EmbeddedServer,
  ) {}

  /** Starts PostgreSQL, and with it nothing else. */
  static async create(compose: ComposeFile, imageEnvironment: Record<string, string>): Promise<LocalServices> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'thads-compose-'));
    const { POSTGRES_PASSWORD } = compose.services[DATABASE_SERVICE]!.environment!;
    writeFileSync(path.join(dataDir, 'postgresql.password'), String(POSTGRES_PASSWORD), { mode: 0o600 });
    const [places, database] = await Promise.all([choosePlaces(compose), startEmbeddedServer(dataDir)]);
    const databasePlace = { service: DATABASE_SERVICE, port: 5432, localPort: Number(new URL(database.url).port) };
    return new LocalServices(compose, imageEnvironment, [...places, databasePlace], dataDir, database);
  }

  /** Names of the services that stay up, PostgreSQL not counted. */
  get servers(): string[] {
    return this.places.map(({ service }) => service).filter((name) => name !== DATABASE_SERVICE);
  }

  /** The administrator's. */
  get databaseUrl(): string {
    return this.database.url;
  }

  url(name: string): string {
    return `http://127.0.0.1:${this.place(name).localPort}`;
  }

  /** Resolves when a service, and all that it depends on, is as far as the condition says. */
  async reach(name: string, condition: Condition): Promise<void> {
    if (name === DATABASE_SERVICE) return;
    const process = await this.started(name);
    if (condition === 'service_healthy') return this.becomesHealthy(name);
    if (condition === 'service_completed_successfully' && (await process.ended) !== 0) {
      throw new Error(`${name} failed: ${process.output}`);
    }
  }

  async output(name: string): Promise<string> {
    return (await this.processes.get(name)!).output;
  }

  /** The exit code of a service's own health check. */
  async checkHealth(name: string): Promise<number | null> {
    const { healthcheck } = this.compose.services[name]!;
    if (!('test' in healthcheck)) throw new Error(`${name} has no health check`);
    const [kind, ...command] = healthcheck.test;
    if (kind !== 'CMD') throw new Error(`${name}: a health check of the form ${kind} is not run here`);
    return runLocally(command, this.environment(name)).ended;
  }

  /** Sends SIGTERM to all at once. Returns exit codes by service. */
  async stop(): Promise<Record<string, number | null>> {
    const codes = await Promise.all(
      [...this.processes].map(async ([name, starting]) => {
        const process = await starting;
        process.kill('SIGTERM');
        return [name, await process.ended] as const;
      }),
    );
    await this.stopDatabase();
    return Object.fromEntries(codes);
  }

  /** Leaves nothing behind, whatever happened before. */
  async remove(): Promise<void> {
    this.removed = true;
    for (const starting of this.processes.values()) {
      await starting.then(
        (process) => process.kill('SIGKILL'),
        () => undefined,
      );
    }
    await this.stopDatabase();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private stopDatabase(): Promise<void> {
    return (this.databaseStops ??= this.database.stop());
  }

  private started(name: string): Promise<LocalProcess> {
    return remembered(this.processes, name, async () => {
      const { depends_on = {}, command = [] } = this.service(name);
      await Promise.all(Object.entries(depends_on).map(([other, { condition }]) => this.reach(other, condition)));
      return runLocally(
        command.map((word) => localised(word, this.places)),
        this.environment(name),
      );
    });
  }

  private becomesHealthy(name: string): Promise<void> {
    return remembered(this.healthy, name, async () => {
      const process = await this.started(name);
      let code: number | null | undefined;
      void process.ended.then((ended) => (code = ended));
      const deadline = Date.now() + HEALTHY_WITHIN_MS;
      while ((await this.checkHealth(name)) !== 0) {
        if (code !== undefined) throw new Error(`${name} ended with ${code}: ${process.output}`);
        if (this.removed || Date.now() > deadline) throw new Error(`${name} did not become healthy: ${process.output}`);
        await sleep(1_000);
      }
    });
  }

  private environment(name: string): Record<string, string> {
    if (name === DATABASE_SERVICE) return { PGPORT: String(this.place(name).localPort) };
    const { environment = {} } = this.service(name);
    const values = Object.entries(environment).map(([key, value]) => [key, localised(String(value), this.places)]);
    const here = this.servers.includes(name)
      ? { HOST: '127.0.0.1', PORT: String(this.place(name).localPort) }
      : undefined;
    return { ...this.imageEnvironment, ...(Object.fromEntries(values) as Record<string, string>), ...here };
  }

  private service(name: string): Service {
    const service = this.compose.services[name];
    if (!service) throw new Error(`docker-compose.yml has no service ${name}`);
    return service;
  }

  private place(name: string): Place {
    return this.places.find(({ service }) => service === name)!;
  }
}

function remembered<T>(known: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
}
