import { type PrincipalClaims, ROLE_NAMES, Reader, principalOf, rowAccessOf } from '@thads/shared';
import { type Door, openDoor } from '@thads/shared/src/testing/door.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { complaintsSubgraph } from '../index';
import { type TestRegister, anEvent, openRegister, reversalOf } from '../testing/register.testkit';

const OFFICE = 'VN63-10-01';
const IN_CHARGE = `${OFFICE}.CHV-1`;
const ANOTHER = `${OFFICE}.CHV-2`;
const ACCUSED = `${OFFICE}.CHV-9`;

const SIGNED = `${OFFICE}.D-1`;
const ANONYMOUS = `${OFFICE}.D-2`;
const COMPLAINT = `${OFFICE}.K-1`;
const LETTER = `${OFFICE}.M-1`;
const PART = `${OFFICE}.M-1a`;
const UNKNOWN = `${OFFICE}.D-9`;

const DENOUNCER = { name: 'Trần Thị Tố Giác', identityNumber: '001199000111', address: 'Ngõ Kín, Lào Cai' };
const COMPLAINANT = { name: 'Nguyễn Văn Khiếu', identityNumber: '001188000222', address: 'Phố Mở, Lào Cai' };
const MIXER = { name: 'Lê Thị Hỗn Hợp', identityNumber: '001177000333', address: 'Bản Lẫn, Lào Cai' };

const received = (subject: string, fields: object) =>
  anEvent(subject, 'PETITION_RECEIVED', '2024-10-01', { officer: IN_CHARGE, ...fields });
const signed = received(SIGNED, { kind: 'DENUNCIATION', againstOfficer: ACCUSED, sender: DENOUNCER });

let register: TestRegister;
let door: Door;

beforeAll(async () => {
  register = await openRegister();
  const told = await register.submit(
    signed,
    received(ANONYMOUS, { kind: 'DENUNCIATION', againstOfficer: ACCUSED, signers: 0 }),
    received(COMPLAINT, { kind: 'COMPLAINT', sender: COMPLAINANT, signers: 6, representatives: 1 }),
    received(LETTER, { kind: 'MIXED', sender: MIXER }),
    anEvent(LETTER, 'PETITION_SPLIT', '2024-10-02', { parts: 2 }),
    anEvent(PART, 'PETITION_RECEIVED', '2024-10-02', { kind: 'COMPLAINT', splitFrom: LETTER, sender: MIXER }),
    anEvent(`${OFFICE}.D-3`, 'PETITION_RECEIVED', '2024-10-02', { kind: 'DENUNCIATION', sender: MIXER }),
  );
  expect(told.filter((outcome) => !outcome.startsWith('ACCEPTED'))).toEqual([]);
  door = await openDoor(complaintsSubgraph, register.database.url);
});
afterAll(async () => {
  await door.stop();
  await register.database.drop();
});

const BELONGING = { province: 'VN63-10', office: OFFICE };
const claimsOf = (role: string, officer: string = ANOTHER): PrincipalClaims => ({ role, ...BELONGING, officer });
const handler = headOf(claimsOf('COMPLAINT_HANDLER', IN_CHARGE));

/** Everybody but the officer in charge. */
const OTHERS = [
  ...ROLE_NAMES.filter((role) => role !== 'PUBLIC').map((role) => [role, claimsOf(role)] as const),
  ['COMPLAINT_HANDLER without an officer', { role: 'COMPLAINT_HANDLER', province: 'VN63-10' }] as const,
  ['OFFICER who is in charge', claimsOf('OFFICER', IN_CHARGE)] as const,
];
const SEES_DENUNCIATIONS = ['HEAD_OF_PROVINCE', 'COMPLAINT_HANDLER', 'CENTRAL_INSPECTOR', 'REGISTRAR'];

/** What those were told who may not know any denouncer. */
const heard: string[] = [];

async function ask(head: ReturnType<typeof headOf>, query: string, variables?: Record<string, unknown>) {
  const answer = await door.ask(head, query, variables);
  if (head !== handler) heard.push(answer.text);
  return answer;
}

const senderOf = (id: string): string => `{ petition(id: "${id}") { id sender { name identityNumber address } } }`;

describe('who sent a complaint', () => {
  const PSEUDONYM = expect.stringMatching(/^#[0-9a-f]{12}$/);
  const full = { data: COMPLAINANT, codes: [] };
  const masked = { data: { name: '***', identityNumber: '***', address: '***' }, codes: [] };
  const nothing = { data: undefined, codes: ['FORBIDDEN'] };
  test.each([
    ['PROVINCE_VIEWER', masked],
    ['OFFICE_CLERK', masked],
    ['OFFICER', nothing],
    ['HEAD_OF_PROVINCE', full],
    ['INSPECTOR', full],
    ['COMPLAINT_HANDLER', full],
    ['CENTRAL_STATISTICIAN', { data: { name: PSEUDONYM, identityNumber: PSEUDONYM, address: PSEUDONYM }, codes: [] }],
    ['CENTRAL_INSPECTOR', full],
    ['AUDITOR', masked],
    ['REGISTRAR', masked],
  ])('%s', async (role, expected) => {
    const { data, errors } = await door.ask(headOf(claimsOf(role)), senderOf(COMPLAINT));
    expect({ data: data?.petition?.sender, codes: errors.map(({ code }) => code) }).toEqual(expected);
  });

  test('in full takes a purpose, masked none', async () => {
    const purpose = null;
    const [inspector, clerk] = await Promise.all(
      ['INSPECTOR', 'OFFICE_CLERK'].map((role) => door.ask(headOf(claimsOf(role), { purpose }), senderOf(COMPLAINT))),
    );
    expect(inspector!.data.petition).toEqual({ id: COMPLAINT, sender: null });
    expect(inspector!.errors).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining('x-purpose-article') }),
    ]);
    expect(clerk!.errors).toEqual([]);
  });
});

describe('who denounced', () => {
  test('is told to the officer in charge, for a purpose, and the look is in the log before it is answered', async () => {
    const before = await lines();
    const { data, errors } = await ask(handler, senderOf(SIGNED));
    expect({ data, errors }).toEqual({ data: { petition: { id: SIGNED, sender: DENOUNCER } }, errors: [] });
    expect((await ask(handler, senderOf(ANONYMOUS))).data.petition.sender).toBeNull();
    const [first, second, ...more] = (await lines()).slice(before.length);
    expect(first).toMatchObject({
      principal: 'test COMPLAINT_HANDLER',
      role: 'COMPLAINT_HANDLER',
      operation: 'Test',
      request_id: 'test-request',
      article: 'Luật THADS Điều 44',
      file: 'HS-2025-001',
      origin: '127.0.0.1',
      subjects: [`Petition ${SIGNED}`],
    });
    expect([second!['subjects'], more]).toEqual([[`Petition ${ANONYMOUS}`], []]);
  });

  test('is not told without a purpose', async () => {
    const before = await lines();
    const answer = await door.ask(
      headOf(claimsOf('COMPLAINT_HANDLER', IN_CHARGE), { purpose: null }),
      senderOf(SIGNED),
    );
    heard.push(answer.text);
    expect(answer.data.petition.sender).toBeNull();
    expect(answer.errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
    expect(await lines()).toEqual(before);
  });

  test.each(['access_log', 'access_log_subject'])('is not told when it cannot be written into %s', async (table) => {
    const before = await lines();
    await register.database.admin.query(`revoke insert on complaints.${table} from thads_complaints`);
    try {
      const { data, errors, text } = await door.ask(handler, senderOf(SIGNED));
      heard.push(text);
      expect(data).toEqual({ petition: { id: SIGNED, sender: null } });
      expect(errors).toEqual([
        {
          code: 'INTERNAL',
          message: 'Internal error; give the request id to the operator.',
          path: 'petition.sender',
        },
      ]);
    } finally {
      await register.database.admin.query(`grant insert on complaints.${table} to thads_complaints`);
    }
    expect(await lines()).toEqual(before);
    expect((await door.ask(handler, senderOf(SIGNED))).data.petition.sender).toEqual(DENOUNCER);
  });

  describe.each(OTHERS)('%s', (_name, claims) => {
    const seesThem = SEES_DENUNCIATIONS.includes(claims.role);

    test('is refused in the same way whether there is a sender or not, by the same statements', async () => {
      const asked = await Promise.all(
        [SIGNED, ANONYMOUS].map(async (id) => {
          door.statements.length = 0;
          const { data, errors, text } = await ask(headOf(claims), senderOf(id));
          return { data, errors, text: text.replaceAll(id, 'ID'), statements: [...door.statements] };
        }),
      );
      const [one, other] = asked as [(typeof asked)[number], (typeof asked)[number]];
      expect(one.text).toBe(other.text);
      if (!seesThem) {
        expect(one.data?.petition ?? null).toBeNull();
        return;
      }
      expect(one.data.petition).toEqual({ id: SIGNED, sender: null });
      expect(one.errors).toEqual([
        {
          code: 'FORBIDDEN',
          message: 'Petition.sender: only for the officer who is in charge of the petition.',
          path: 'petition.sender',
        },
      ]);
    });

    test('learns of no signature either, and of nothing that was said of the sender', async () => {
      const asked = await Promise.all(
        [SIGNED, ANONYMOUS].map((id) =>
          ask(
            headOf(claims),
            `{ petition(id: "${id}") { signers representatives history { type ground fields { name value } } } }`,
          ),
        ),
      );
      const [one, other] = asked.map(({ data }) => data?.petition ?? null);
      expect(one).toEqual(other);
      if (!seesThem) return expect(one).toBeNull();
      expect(one).toMatchObject({ signers: null, representatives: null });
      expect(one.history[0].fields.map(({ name }: { name: string }) => name).sort()).toEqual([
        'againstOfficer',
        'kind',
      ]);
    });

    test('finds it by no filter, order, cursor or count unless denunciations are for the role', async () => {
      const wanted = seesThem ? [SIGNED, ANONYMOUS, `${OFFICE}.D-3`] : [];
      const denunciations = (nodes: readonly { kind: string; id: string }[]): string[] =>
        nodes.filter(({ kind }) => kind === 'DENUNCIATION').map(({ id }) => id);
      const LIST = `query ($filter: PetitionFilter, $orderBy: PetitionOrder, $after: String) {
        petitions(filter: $filter, orderBy: $orderBy, after: $after) { nodes { id kind } totalCount } }`;
      if (claims.role === 'OFFICER') {
        expect((await ask(headOf(claims), LIST)).errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
        return;
      }
      for (const filter of [{}, { kind: 'DENUNCIATION' }, { states: ['RECEIVED'] }, { office: OFFICE }]) {
        const { data } = await ask(headOf(claims), LIST, { filter });
        expect(denunciations(data.petitions.nodes)).toEqual(wanted);
        expect(data.petitions.totalCount).toBe(data.petitions.nodes.length);
      }
      for (const field of ['ID', 'RECEIVED_ON', 'DUE_ON']) {
        const filter = { province: 'VN63-10' };
        const { data } = await ask(headOf(claims), LIST, { filter, orderBy: { field, direction: 'DESC' } });
        expect(denunciations(data.petitions.nodes).sort()).toEqual(wanted);
      }
      // The cursor of somebody who sees them.
      const { data: theirs } = await door.ask(
        handler,
        `{ petitions(first: 1) { nodes { id } pageInfo { endCursor } } }`,
      );
      expect(theirs.petitions.nodes).toEqual([{ id: SIGNED }]);
      const { data } = await ask(headOf(claims), LIST, { after: theirs.petitions.pageInfo.endCursor });
      expect(denunciations(data.petitions.nodes)).toEqual(wanted.slice(1));
    });

    test('finds its rows in no table', async () => {
      const reader = new Reader(door.subgraph.dataSource, { access: rowAccessOf(principalOf('somebody', claims)) });
      const rowsOf = async (table: string, id: string): Promise<number> =>
        (
          await reader.query<[{ n: number }]>(`select count(*) as n from complaints.${table} where ${id} = $1`, [
            SIGNED,
          ])
        )[0].n;
      const rows = [await rowsOf('petition', 'id'), await rowsOf('journal', 'subject_id')];
      expect(rows).toEqual(seesThem ? [1, 1] : [0, 0]);
      expect(await rowsOf('petition_sender', 'id')).toBe(0);
    });
  });

  test('is what a mixed letter and its parts would tell, which are kept like it', async () => {
    for (const id of [LETTER, PART]) {
      const { data, errors } = await ask(headOf(claimsOf('HEAD_OF_PROVINCE')), senderOf(id));
      expect(data.petition.sender).toBeNull();
      expect(errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    }
    const viewer = await ask(
      headOf(claimsOf('PROVINCE_VIEWER')),
      `{ petition(id: "${LETTER}") { signers history { fields { name } } splitInto { id sender { name } signers } } }`,
    );
    expect(viewer.data.petition.splitInto).toEqual([{ id: PART, sender: null, signers: null }]);
    expect(viewer.errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    expect((await ask(handler, senderOf(LETTER))).data.petition.sender).toEqual(MIXER);
  });
});

describe('who is in charge', () => {
  const SUBMIT = `mutation ($events: [PetitionEventInput!]!) {
    submitPetitionEvents(events: $events) { accepted refused { refusal { rule message field } } } }`;
  const assigned = (officer: string) => anEvent(SIGNED, 'HANDLER_ASSIGNED', '2024-10-03', { officer });

  test('is said by the head, and then another officer knows the denouncer, and the first no more', async () => {
    const another = headOf(claimsOf('COMPLAINT_HANDLER', ANOTHER));
    const handOver = assigned(ANOTHER);
    const { data } = await ask(headOf(claimsOf('HEAD_OF_PROVINCE')), SUBMIT, { events: [handOver] });
    expect(data.submitPetitionEvents).toEqual({ accepted: 1, refused: [] });
    expect((await door.ask(another, senderOf(SIGNED))).data.petition.sender).toEqual(DENOUNCER);
    const former = await door.ask(handler, senderOf(SIGNED));
    heard.push(former.text);
    expect(former.errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    expect((await door.ask(another, `{ petition(id: "${SIGNED}") { handler { id } } }`)).data.petition.handler).toEqual(
      {
        id: ANOTHER,
      },
    );
    expect(await register.submit(reversalOf(handOver, '2024-10-03'))).toEqual(['ACCEPTED 3']);
    expect((await door.ask(handler, senderOf(SIGNED))).data.petition.sender).toEqual(DENOUNCER);
  });

  test('is nobody by himself', async () => {
    const { data, errors } = await ask(headOf(claimsOf('COMPLAINT_HANDLER', ANOTHER)), SUBMIT, {
      events: [assigned(ANOTHER)],
    });
    expect(data).toBeNull();
    expect(errors).toEqual([
      {
        code: 'FORBIDDEN',
        message: 'events[0].type: HANDLER_ASSIGNED is not for the role COMPLAINT_HANDLER.',
        path: 'submitPetitionEvents',
      },
    ]);
  });

  test('is not whom it is directed against', async () => {
    const own = received(UNKNOWN, { kind: 'DENUNCIATION', againstOfficer: ACCUSED, officer: ACCUSED });
    expect(await register.submit(assigned(ACCUSED), own)).toEqual(['OWN_COMPLAINT', 'OWN_COMPLAINT']);
  });

  test('does not learn by taking a receipt back and stating it anew what had been stated before', async () => {
    const receipt = received(`${OFFICE}.D-7`, { kind: 'DENUNCIATION', sender: DENOUNCER });
    const { officer: _before, sender: _unknown, ...said } = { ...receipt, officer: null, sender: null };
    const another = headOf(claimsOf('COMPLAINT_HANDLER', ANOTHER));
    expect(await register.submit(receipt)).toEqual(['ACCEPTED 1']);
    const events = [
      reversalOf(receipt),
      anEvent(receipt.subject, receipt.type, said.occurredOn, { kind: 'DENUNCIATION', officer: ANOTHER }),
    ];
    expect((await ask(another, SUBMIT, { events })).data.submitPetitionEvents.accepted).toBe(2);
    const { data } = await ask(
      another,
      `{ petition(id: "${receipt.subject}") { handler { id } sender { name } history { fields { name value } } } }`,
    );
    expect(data.petition).toMatchObject({ handler: { id: ANOTHER }, sender: null });
    expect(await register.submit(reversalOf(events[1]!))).toEqual(['ACCEPTED 4']);
  });
});

describe('who may not see denunciations', () => {
  const clerk = headOf(claimsOf('OFFICE_CLERK'));
  const preview = async (...events: object[]) => {
    const { data, errors } = await ask(
      clerk,
      `query ($events: [PetitionEventInput!]!) {
         previewPetitionEvents(events: $events) { results { status refusal { rule message allowed } } } }`,
      { events },
    );
    return data ? data.previewPetitionEvents.results : errors;
  };
  const masked = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll(SIGNED, 'ID').replaceAll(UNKNOWN, 'ID'));

  test('is told of an event about one what is told of an unknown petition', async () => {
    const about = (subject: string) => anEvent(subject, 'PETITION_ACCEPTED', '2024-10-03');
    const [of, unknown] = [await preview(about(SIGNED)), await preview(about(UNKNOWN))];
    expect(of[0].refusal.rule).toBe('SUBJECT_UNKNOWN');
    expect(masked(of)).toEqual(masked(unknown));
  });

  test('cannot take back what happened to one, nor refer to it', async () => {
    const [reversal] = await preview(reversalOf(signed));
    expect(reversal.refusal.rule).toBe('REVERSED_EVENT_UNKNOWN');
    const second = (follows: string) =>
      received(`${OFFICE}.K-2`, { kind: 'COMPLAINT', round: 2, follows, signers: 1, officer: null });
    const [of, unknown] = [await preview(second(SIGNED)), await preview(second(UNKNOWN))];
    expect(of[0].refusal.rule).toBe('REFERENCE_UNKNOWN');
    expect(masked(of)).toEqual(masked(unknown));
  });

  test('cannot send one, nor open one of another kind in its place', async () => {
    const SUBMIT = 'mutation ($events: [PetitionEventInput!]!) { submitPetitionEvents(events: $events) { accepted } }';
    const own = await ask(clerk, SUBMIT, { events: [received(UNKNOWN, { kind: 'DENUNCIATION' })] });
    expect(own.errors).toEqual([
      expect.objectContaining({
        code: 'FORBIDDEN',
        message: 'events[0].kind: DENUNCIATION is not for the role OFFICE_CLERK.',
      }),
    ]);
    const taken = await ask(clerk, SUBMIT, { events: [received(SIGNED, { kind: 'COMPLAINT' })] });
    expect(taken.errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    expect(await register.rows(`select kind from complaints.petition where id = '${SIGNED}'`)).toEqual([
      { kind: 'DENUNCIATION' },
    ]);
  });
});

describe('the history of a complaint', () => {
  const HISTORY = `{ petition(id: "${COMPLAINT}") { history { position fields { name value } } } }`;
  const namesFor = async (role: string, purpose: 'for a purpose' | 'for none'): Promise<string[]> => {
    const head = headOf(claimsOf(role), purpose === 'for none' ? { purpose: null } : {});
    const { data, errors } = await door.ask(head, HISTORY);
    expect(errors).toEqual([]);
    return data.petition.history[0].fields.map(({ name }: { name: string }) => name).sort();
  };
  const OPEN = ['kind', 'representatives', 'signers'];
  test.each([
    ['PROVINCE_VIEWER', OPEN],
    ['OFFICE_CLERK', OPEN],
    ['HEAD_OF_PROVINCE', [...OPEN, 'sender'].sort()],
    ['INSPECTOR', [...OPEN, 'sender'].sort()],
    ['COMPLAINT_HANDLER', [...OPEN, 'sender'].sort()],
    ['CENTRAL_STATISTICIAN', OPEN],
    ['CENTRAL_INSPECTOR', [...OPEN, 'sender'].sort()],
    ['AUDITOR', OPEN],
    ['REGISTRAR', OPEN],
  ])('tells %s of the sender only in full, for a purpose, and with a line in the log', async (role, fields) => {
    const before = await lines();
    expect(await namesFor(role, 'for a purpose')).toEqual(fields);
    const looks = (await lines()).slice(before.length).map((line) => line['subjects']);
    expect(looks).toEqual(fields.includes('sender') ? [[`Petition ${COMPLAINT}`]] : []);
    expect(await namesFor(role, 'for none')).toEqual(OPEN);
    expect((await lines()).length).toBe(before.length + looks.length);
  });

  test('has places in the journal for the centre alone, and says so by no error', async () => {
    await register.follower.pass();
    const placesFor = async (role: string): Promise<unknown> =>
      (await door.ask(headOf(claimsOf(role)), HISTORY)).data.petition.history.map(
        (entry: any) => typeof entry.position,
      );
    expect(await placesFor('AUDITOR')).toEqual(['number']);
    expect(await placesFor('HEAD_OF_PROVINCE')).toEqual(['object']);
  });
});

test('a receipt that is refused does not repeat what it said of its sender', async () => {
  const secret = 'Phạm Văn Bí Mật';
  const told = await register.submitter.submit(
    [
      received(UNKNOWN, { kind: 'COMPLAINT', sender: { name: secret }, signers: 0 }),
      received(UNKNOWN, { kind: 'COMPLAINT', sender: { name: ' ' } }),
      received(UNKNOWN, { kind: 'COMPLAINT', sender: { name: `${secret}\0` } }),
      received(UNKNOWN, { kind: 'COMPLAINT', sender: { name: secret, address: secret.repeat(40) } }),
      received(UNKNOWN, { kind: 'COMPLAINT', sender: { name: secret, identityNumber: '1'.repeat(51) } }),
    ],
    'tester',
  );
  expect(told.map(({ refusal }) => [refusal?.rule, refusal?.field])).toEqual([
    ['LETTER_ANONYMOUS', 'sender'],
    ['FIELD_EMPTY', 'sender.name'],
    ['TEXT_NOT_ALLOWED', 'sender.name'],
    ['TEXT_TOO_LONG', 'sender.address'],
    ['TEXT_TOO_LONG', 'sender.identityNumber'],
  ]);
  expect(JSON.stringify(told)).not.toContain(secret);
});

test('of all this nobody but the officer in charge has heard who denounced, and no line of the log names anybody', async () => {
  expect(heard.length).toBeGreaterThan(50);
  const secrets = [DENOUNCER, MIXER].flatMap((person) => Object.values(person));
  const told = (text: string): string[] => secrets.filter((secret) => text.includes(secret));
  expect(heard.flatMap(told)).toEqual([]);
  expect(door.logged.length).toBeGreaterThan(0);
  expect([...door.logged, JSON.stringify(await lines())].flatMap(told)).toEqual([]);
});

function lines(): Promise<Record<string, unknown>[]> {
  return register.rows('select * from complaints.access_log order by position');
}
