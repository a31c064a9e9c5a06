import {
  type PrincipalClaims,
  ROLE_NAMES,
  type RunningSubgraph,
  belongingOf,
  createLogger,
  startSubgraph,
} from '@thads/shared';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { execute, parse } from 'graphql';
import { casesSubgraph } from './index';
import { type TestRegister, openRegister, openedCase } from './testing/register.testkit';

const OWN = 'VN63-10-01.C-1';
const FOREIGN = 'VN63-38-01.C-1';

let register: TestRegister;
let subgraph: RunningSubgraph;

beforeAll(async () => {
  register = await openRegister();
  for (const id of [OWN, FOREIGN]) await register.submitter.submit(openedCase(id), 'tester');
  subgraph = await startSubgraph(casesSubgraph, {
    databaseUrl: register.database.url,
    logger: createLogger('test', 'silent'),
    follow: false,
  });
});
afterAll(async () => {
  await subgraph.stop();
  await register.database.drop();
});

const BELONGING = { province: 'VN63-10', office: 'VN63-10-01', officer: 'VN63-10-01.CHV-1' };

async function ask(claims: PrincipalClaims | null, query: string): Promise<{ data: any; codes: unknown[] }> {
  const { data, errors = [] } = await execute({
    schema: subgraph.schema,
    document: parse(query),
    contextValue: subgraph.createContext(headOf(claims)),
  });
  return { data, codes: errors.map(({ extensions }) => extensions['code']) };
}

const LIST = '{ cases { nodes { id } totalCount } }';

describe.each(ROLE_NAMES.filter((role) => role !== 'PUBLIC'))('%s', (role) => {
  const claims = { role, ...BELONGING };

  it('sees the cases of its territory and no others', async () => {
    const { data } = await ask(claims, LIST);
    const ids = data.cases.nodes.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(belongingOf(role) === 'NONE' ? [OWN, FOREIGN] : role === 'OFFICER' ? [] : [OWN]);
    expect(data.cases.totalCount).toBe(ids.length);
  });

  it('finds a case of elsewhere by id only if it is of the centre', async () => {
    const { data } = await ask(claims, `{ case(id: "${FOREIGN}") { id } }`);
    expect(data.case).toEqual(belongingOf(role) === 'NONE' ? { id: FOREIGN } : null);
  });
});

it('the public is refused every record', async () => {
  expect(await ask(null, LIST)).toEqual({ data: null, codes: ['UNAUTHENTICATED'] });
});
