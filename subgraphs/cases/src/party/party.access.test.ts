import { type PrincipalClaims, ROLE_NAMES, type Role, ruleFor } from '@thads/shared';
import { type Door, openDoor } from '@thads/shared/src/testing/door.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { casesSubgraph } from '../index';
import { type TestRegister, caseEvent, openRegister } from '../testing/register.testkit';

const OFFICER = 'VN63-10-01.CHV-1';
const OWN = 'VN63-10-01.C-1';
const OTHERS = 'VN63-10-01.C-2';
const ELSEWHERE = 'VN63-38-01.C-1';
const PARTY = {
  role: 'DEBTOR',
  kind: 'PERSON',
  name: 'Nguyễn Văn Mẫu',
  identityNumber: '001099000444',
  address: 'Bản Mẫu, Lào Cai',
} as const;
const { name, identityNumber, address } = PARTY;

let register: TestRegister;
let door: Door;

beforeAll(async () => {
  register = await openRegister();
  const opened = (subject: string, officer: string | null) =>
    caseEvent(subject, 'ENTRUSTMENT_RECEIVED', '2024-10-01', {
      kind: 'CIVIL',
      initiation: 'ON_REQUEST',
      amount: 1_000,
      parties: [PARTY],
      officer,
    });
  const outcomes = await register.submitter.submit(
    [
      caseEvent(OFFICER, 'OFFICER_APPOINTED', '2020-01-02', { name: 'Chấp hành viên mẫu', grade: 'SENIOR' } as object),
      opened(OWN, OFFICER),
      opened(OTHERS, null),
      opened(ELSEWHERE, null),
    ],
    'tester',
  );
  expect(outcomes.flatMap(({ refusal }) => refusal ?? [])).toEqual([]);
  door = await openDoor(casesSubgraph, register.database.url);
});
afterAll(async () => {
  await door.stop();
  await register.database.drop();
});
beforeEach(() => register.database.admin.query('truncate cases.access_log, cases.access_log_subject'));

const BELONGING = { province: 'VN63-10', office: 'VN63-10-01', officer: OFFICER };
const claimsOf = (role: Role): PrincipalClaims => ({ role, ...BELONGING });
const logged = async (): Promise<string[][]> =>
  (await register.database.admin.query('select subjects from cases.access_log order by position')).rows.map(
    ({ subjects }) => subjects,
  );
const KNOWN = ROLE_NAMES.filter((role) => role !== 'PUBLIC');

describe.each(KNOWN)('%s', (role) => {
  const rule = ruleFor('PARTY', role);
  const head = headOf(claimsOf(role));

  test(`has the parties of a case ${rule}, in full for a purpose and with a line in the log`, async () => {
    const PARTIES = `{ case(id: "${OWN}") { parties { role kind name identityNumber address } } }`;
    const { data, errors } = await door.ask(head, PARTIES);
    const hidden = role === 'CENTRAL_STATISTICIAN' ? expect.stringMatching(/^#[0-9a-f]{12}$/) : '***';
    const shown =
      rule === 'full' ? { name, identityNumber, address } : { name: hidden, identityNumber: hidden, address: hidden };
    expect({ data, errors }).toEqual({
      data: { case: { parties: [{ role: 'DEBTOR', kind: 'PERSON', ...shown }] } },
      errors: [],
    });
    expect(await logged()).toEqual(rule === 'full' ? [[`Party ${OWN}.001`]] : []);

    const without = await door.ask({ ...head, purpose: null }, PARTIES);
    expect(without.text.includes(name)).toBe(false);
    expect(new Set(without.errors.map(({ code }) => code))).toEqual(new Set(rule === 'full' ? ['BAD_USER_INPUT'] : []));
    // What a party is in the case says nothing of who it is.
    const roles = await door.ask({ ...head, purpose: null }, `{ case(id: "${OWN}") { parties { role } } }`);
    expect(roles.data.case.parties).toEqual([{ role: 'DEBTOR' }]);
  });

  test('finds a case by the name of a party, within what it may see, or not at all', async () => {
    const SEARCH = '{ cases(filter: { partyName: "nguyen van" }) { nodes { id } totalCount } }';
    const { data, errors } = await door.ask(head, SEARCH);
    if (ruleFor('PARTY_SEARCH', role) !== 'full') {
      expect([data, errors.map(({ code }) => code)]).toEqual([null, ['FORBIDDEN']]);
      expect(await logged()).toEqual([]);
      return;
    }
    const isOfCentre = role === 'CENTRAL_INSPECTOR' || role === 'REGISTRAR';
    const found = isOfCentre ? [OWN, OTHERS, ELSEWHERE] : role === 'OFFICER' ? [OWN] : [OWN, OTHERS];
    expect(data.cases).toEqual({ nodes: found.map((id) => ({ id })), totalCount: found.length });
    // Never what was sought: it may be the name of a person.
    expect(await logged()).toEqual([['Query cases']]);
    const { errors: refused } = await door.ask({ ...head, purpose: null }, SEARCH);
    expect(refused.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
  });

  test('has of the history what was said of parties only in full, and nothing of a case that it does not see', async () => {
    const HISTORY = (id: string, asOf = ''): string =>
      `{ case(id: "${id}"${asOf}) { history { fields { name value } } } }`;
    const { data } = await door.ask(head, HISTORY(OWN));
    const fields = data.case.history[0].fields.map((field: { name: string }) => field.name).sort();
    expect(fields).toEqual(['amount', 'initiation', 'kind', ...(rule === 'full' ? ['parties'] : [])]);
    expect(await logged()).toEqual(rule === 'full' ? [[`Case ${OWN}`]] : []);
    const hidden = role === 'OFFICER' ? [OTHERS, ELSEWHERE] : ruleFor('CASE_RECORD', role) === 'own' ? [ELSEWHERE] : [];
    for (const id of hidden) {
      for (const asOf of ['', ', asOf: "2024-12-31"']) {
        expect((await door.ask(head, HISTORY(id, asOf))).data).toEqual({ case: null });
      }
    }
  });
});

test('everybody else is refused all of it, and nobody’s name is in a line of the log', async () => {
  for (const query of [
    `{ case(id: "${OWN}") { parties { name } } }`,
    '{ cases(filter: { partyName: "nguyen van" }) { totalCount } }',
    '{ casesAccessLog { nodes { subjects } } }',
  ]) {
    const { errors, text } = await door.ask(headOf(null), query);
    expect(errors.map(({ code }) => code)).toEqual(['UNAUTHENTICATED']);
    expect(text).not.toContain(name);
  }
  expect(door.logged.filter((line) => [name, identityNumber, address].some((said) => line.includes(said)))).toEqual([]);
});

test('an error of the database that is logged has neither the values of the statement nor those of the row', async () => {
  const { admin } = register.database;
  await admin.query(`alter table cases.party add constraint nobody check (name = '') not valid`);
  try {
    const before = door.logged.length;
    const { errors, text } = await door.ask(
      headOf({ role: 'REGISTRAR' }),
      'mutation ($events: [CaseEventInput!]!) { submitCaseEvents(events: $events) { accepted } }',
      {
        events: [
          caseEvent('VN63-10-01.C-9', 'ENTRUSTMENT_RECEIVED', '2024-10-01', {
            kind: 'CIVIL',
            initiation: 'ON_REQUEST',
            amount: 1_000,
            parties: [PARTY],
          }),
        ],
      },
    );
    expect(errors.map(({ code }) => code)).toEqual(['INTERNAL']);
    const lines = door.logged.slice(before).join('');
    expect(lines).toContain('"code":"23514"');
    for (const said of [name, identityNumber, address]) expect(lines + text).not.toContain(said);
  } finally {
    await admin.query('alter table cases.party drop constraint nobody');
  }
});
