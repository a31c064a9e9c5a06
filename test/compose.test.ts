import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, composeText, readCompose } from './compose/compose-file';
import { type Stage, commandOf, dockerfileStages, imageEnvironment } from './compose/dockerfile';
import { referencesIn } from './compose/interpolation';
import { LocalServices } from './compose/local-services';
import { faultsOf } from './compose/specification';
import { asAdmin } from './harness/databases';
import { GraphClient } from './harness/graph-client';
import { TestIssuer } from './harness/issuers';

const SUBGRAPHS = ['cases', 'complaints', 'inspections', 'recovery'];
const SERVERS = [...SUBGRAPHS, 'gateway'];
const password = (name: string): string => `${name.toLowerCase().replaceAll('_', '')}0f1e2d3c`;
const SECRETS = ['POSTGRES_PASSWORD', ...SUBGRAPHS.map((subgraph) => `${subgraph.toUpperCase()}_DATABASE_PASSWORD`)];
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
/** What has no default either. */
const IDENTITY = {
  AUTH_ISSUER: 'https://issuer.example',
  AUTH_AUDIENCE: 'thads-graph',
  AUTH_JWKS_URL: 'https://issuer.example/keys',
  STATEMENT_PRIVATE_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
  STATEMENT_PUBLIC_KEY: JSON.stringify(publicKey.export({ format: 'jwk' })),
  EXPORT_SIGNING_KEY: JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
};
const VARIABLES: Record<string, string> = {
  ...Object.fromEntries(SECRETS.map((name) => [name, password(name)])),
  ...IDENTITY,
  LOG_LEVEL: 'warn',
};

const file = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const entryOf = (command: readonly string[] = []): string | undefined => command.find((word) => word.endsWith('.ts'));

describe('docker-compose.yml', () => {
  const compose = readCompose(VARIABLES);
  const services = Object.entries(compose.services);

  describe('as a file', () => {
    it('is what the Compose Specification allows', () => {
      expect(faultsOf(compose)).toEqual([]);
    });

    it.each<[string, (gateway: Record<string, unknown>) => void]>([
      ['a misspelt key', (gateway) => (gateway.comand = [])],
      ['a condition that does not exist', (gateway) => (gateway.depends_on = { cases: { condition: 'healthy' } })],
      ['a value of another type', (gateway) => (gateway.read_only = { yes: true })],
    ])('the specification refuses %s', (_fault, spoil) => {
      const spoilt = structuredClone(compose) as unknown as { services: Record<string, Record<string, unknown>> };
      spoil(spoilt.services.gateway!);
      expect(faultsOf(spoilt)).not.toEqual([]);
    });

    it('names only services, networks and volumes that it declares', () => {
      for (const [, { depends_on = {}, networks }] of services) {
        expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(depends_on)));
        expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining([...networks]));
      }
      expect(compose.volumes).toHaveProperty('postgres');
    });

    it('waits only for health where there is a health check', () => {
      const waitedFor = services.flatMap(([, { depends_on = {} }]) =>
        Object.entries(depends_on).flatMap(([name, { condition }]) => (condition === 'service_healthy' ? [name] : [])),
      );
      for (const name of waitedFor) expect(compose.services[name]!.healthcheck).toHaveProperty('test');
    });
  });

  describe('secrets', () => {
    it.each([...SECRETS, ...Object.keys(IDENTITY)])(
      'without %s nothing starts, and the message says what to set',
      (name) => {
        const { [name]: _missing, ...others } = VARIABLES;
        expect(() => readCompose(others)).toThrow(`${name} is missing a value: set it in .env, as .env.example says`);
        expect(() => readCompose({ ...others, [name]: '' })).toThrow(name);
      },
    );

    it('a variable has a default only when it is no secret', () => {
      const withDefault = referencesIn(composeText()).filter(({ fallback }) => fallback !== undefined);
      // THADS_TOKEN is empty then: only the sample is sent with one, if it is sent.
      const optional = ['LOG_LEVEL', 'GATEWAY_PORT', 'THADS_TOKEN', 'TRUST_PROXY'];
      expect(new Set(withDefault.map(({ name }) => name))).toEqual(new Set(optional));
      expect(withDefault.find(({ name }) => name === 'THADS_TOKEN')?.fallback).toBe('');
    });

    it('the gateway runs in production, and it alone is given the private key', () => {
      expect(compose.services.gateway!.environment).toHaveProperty('THADS_MODE', 'production');
      const given = (name: string): string[] =>
        services.filter(([, { environment }]) => environment?.[name] !== undefined).map(([service]) => service);
      expect(given('STATEMENT_PRIVATE_KEY')).toEqual(['gateway']);
      expect(given('STATEMENT_PUBLIC_KEY')).toEqual(SUBGRAPHS);
      expect(given('EXPORT_SIGNING_KEY')).toEqual(SUBGRAPHS);
      expect(imageEnvironment(dockerfileStages().at(-1)!)).toHaveProperty('THADS_MODE', 'production');
    });

    it('.env.example names every variable: secrets empty, the others with their default', () => {
      const expected = new Map(
        referencesIn(composeText()).map(({ name, fallback }) => [
          name,
          fallback === undefined ? `${name}=` : `# ${name}=${fallback}`,
        ]),
      );
      const named = file('.env.example').match(/^(# )?[A-Z_]+=.*$/gm);
      expect(named?.sort()).toEqual([...expected.values()].sort());
    });

    it('a filled-in .env goes neither into git nor into the image', () => {
      expect(file('.gitignore').split('\n')).toContain('.env');
      const admitted = file('.dockerignore').match(/^[^#\n].*$/gm)!;
      expect(admitted[0]).toBe('*');
      expect(admitted.filter((line) => /^!.*\.(env|data|git)/.test(line))).toEqual([]);
    });
  });

  describe('what can be reached and what a service may do', () => {
    it('only the gateway has a port on the machine, on loopback', () => {
      const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
      expect(published).toEqual(['gateway 127.0.0.1:4000:4000']);
    });

    it('the gateway is not on the network of the database', () => {
      expect(compose.services.postgres!.networks).toEqual(['database']);
      expect(compose.services.gateway!.networks).not.toContain('database');
    });

    it('servers listen for the other containers, not only inside their own', () => {
      for (const name of SERVERS) expect(compose.services[name]!.environment).toHaveProperty('HOST', '0.0.0.0');
    });

    it('no service can write to its image, gain rights or keep capabilities, and none runs as root', () => {
      for (const [name, service] of services) {
        expect([name, service.read_only, service.cap_drop]).toEqual([name, true, ['ALL']]);
        expect(service.security_opt).toEqual(['no-new-privileges:true']);
        expect(service.user ?? 'as the image says').not.toBe('root');
      }
      expect(compose.services.postgres!.user).toBe('postgres');
    });

    it('servers come back after a crash, jobs run once', () => {
      const restarts = Object.fromEntries(services.map(([name, { restart }]) => [name, restart]));
      const always = Object.fromEntries(['postgres', ...SERVERS].map((name) => [name, 'unless-stopped']));
      expect(restarts).toEqual({ ...always, migrate: 'no', sample: 'no' });
    });

    it('the sample is loaded only when asked for', () => {
      const onRequest = services.filter(([, { profiles }]) => profiles).map(([name]) => name);
      expect(onRequest).toEqual(['sample']);
    });
  });

  describe('the image', () => {
    const stages = dockerfileStages();
    const image = stages.at(-1)!;
    const imagesBelow = (stage: Stage): string => {
      const earlier = stages.find(({ name }) => name === stage.from);
      return earlier ? imagesBelow(earlier) : stage.from;
    };

    it('is built on Node 24 in every stage', () => {
      expect(new Set(stages.map(imagesBelow))).toEqual(new Set(['node:24-bookworm-slim']));
    });

    it('runs as a user who is not root', () => {
      const users = image.instructions.flatMap(({ name, text }) => (name === 'USER' ? [text] : []));
      expect(users).toEqual(['node']);
    });

    it('has an init process in every service made from it', () => {
      const ours = services.filter(([, { image: name }]) => name === 'thads-graph');
      expect(ours.map(([name]) => name)).toEqual(['migrate', ...SERVERS, 'sample']);
      expect(ours.filter(([, { init }]) => !init)).toEqual([]);
    });

    it('holds every entry point that a service names', () => {
      const entries = [commandOf(image, 'CMD'), ...services.map(([, { command }]) => command)].map(entryOf);
      const named = entries.filter((entry) => entry !== undefined);
      expect(named).toHaveLength(8);
      const folders = admittedFolders();
      for (const entry of named) {
        expect([entry, existsSync(path.join(ROOT, entry))]).toEqual([entry, true]);
        expect(folders).toContain(entry.split('/')[0]);
      }
    });

    it('is built with the manifest of every workspace, or npm ci refuses', () => {
      const { workspaces } = JSON.parse(file('package.json')) as { workspaces: string[] };
      const folders = admittedFolders();
      for (const workspace of workspaces) expect(folders).toContain(workspace.split('/')[0]);
    });

    it('checks its health the way the services do', () => {
      const check = { test: ['CMD', ...commandOf(image, 'HEALTHCHECK')] };
      for (const name of SERVERS) expect(compose.services[name]!.healthcheck).toMatchObject(check);
    });

    /** First part of the paths that .dockerignore lets through. */
    function admittedFolders(): string[] {
      return [...file('.dockerignore').matchAll(/^!([^/\n]+)/gm)].map(([, folder]) => folder!);
    }
  });

  describe('started', () => {
    let running: LocalServices;
    let client: GraphClient;
    let issuer: TestIssuer;
    const hasPgIsReady = (process.env.PATH ?? '')
      .split(path.delimiter)
      .some((folder) => existsSync(path.join(folder, 'pg_isready')));

    beforeAll(async () => {
      issuer = await TestIssuer.start();
      const token = await issuer.token({ role: 'REGISTRAR' });
      const started = readCompose({ ...VARIABLES, ...issuer.environment(), THADS_TOKEN: token });
      running = await LocalServices.create(started, imageEnvironment(dockerfileStages().at(-1)!));
      await running.reach('gateway', 'service_healthy');
      client = new GraphClient(running.url('gateway'), token);
    }, 120_000);
    afterAll(async () => {
      await running?.remove();
      await issuer?.stop();
    });

    it('the gateway becomes healthy after everything that it depends on', async () => {
      expect(running.servers.sort()).toEqual([...SERVERS].sort());
      expect(await running.output('migrate')).toContain('migrated');
    });

    it.each(SERVERS)('%s is healthy by its own check', async (name) => {
      expect(await running.checkHealth(name)).toBe(0);
    });

    (hasPgIsReady ? it : it.skip)('postgres is healthy by its own check, where pg_isready is installed', async () => {
      expect(await running.checkHealth('postgres')).toBe(0);
    });

    it('the database of these tests is of the kind that the postgres service makes', async () => {
      const { rows } = await asAdmin(running.databaseUrl, (admin) =>
        admin.query(`select format('--encoding=%s --locale=%s --locale-provider=%s --builtin-locale=%s',
                       pg_encoding_to_char(encoding), datcollate,
                       case datlocprovider when 'b' then 'builtin' end, datlocale) as kind,
                     current_setting('data_checksums') as checksums
                     from pg_database where datname = current_database()`),
      );
      expect(rows[0].checksums).toBe('on');
      expect(compose.services.postgres!.environment).toMatchObject({
        POSTGRES_INITDB_ARGS: `${rows[0].kind} --data-checksums`,
      });
    });

    it('one question is answered by the directory and all four subgraphs', async () => {
      const period = 'period: { workingYear: 2024 }';
      const { province } = await client.data(`{ province(id: "VN63-10") { nameVi
        caseStatistics(${period}) { handled { cases } } petitionStatistics(${period}) { received }
        inspectionStatistics(${period}) { planned } recoveryStatistics(${period}) { due { money } } } }`);
      expect(province).toEqual({
        nameVi: 'Lào Cai',
        caseStatistics: { handled: { cases: 0 } },
        petitionStatistics: { received: 0 },
        inspectionStatistics: { planned: 0 },
        recoveryStatistics: { due: { money: 0 } },
      });
    });

    it('an event that is sent in is counted', async () => {
      const subject = 'VN63-10-01.C-2024-00001';
      const event = { subject, occurredOn: '2024-01-15', kind: 'CIVIL', initiation: 'EX_OFFICIO' };
      const { submitCaseEvents } = await client.data(
        `mutation ($events: [CaseEventInput!]!) { submitCaseEvents(events: $events) { accepted refused { refusal { message } } } }`,
        {
          events: [
            { ...event, id: randomUUID(), type: 'JUDGMENT_RECEIVED', judgmentNumber: 'BA-1' },
            {
              subject,
              id: randomUUID(),
              type: 'DECISION_ISSUED',
              occurredOn: '2024-01-16',
              amount: 5_000_000,
              decisionNumber: 'QD-1',
            },
          ],
        },
      );
      expect(submitCaseEvents).toEqual({ accepted: 2, refused: [] });
      const { province } = await client.data(
        `{ province(id: "VN63-10") { caseStatistics(period: { workingYear: 2024 }) { newlyReceived { cases money } } } }`,
      );
      expect(province.caseStatistics.newlyReceived).toEqual({ cases: 1, money: 5_000_000 });
    });

    it('the sample finds the gateway, and leaves a graph with other data alone', async () => {
      await running.reach('sample', 'service_completed_successfully');
      expect(await running.output('sample')).toContain('The registers hold data that is not the sample');
    });

    it('on SIGTERM every process ends with 0, and then no health check passes', async () => {
      const codes = await running.stop();
      const names = ['migrate', ...SERVERS, 'sample'];
      expect(codes).toEqual(Object.fromEntries(names.map((name) => [name, 0])));
      const checked = hasPgIsReady ? [...SERVERS, 'postgres'] : SERVERS;
      const health = await Promise.all(checked.map((name) => running.checkHealth(name)));
      expect(health.filter((code) => code === 0)).toEqual([]);
    });
  });
});
