import { type ChangesPage, type PrincipalClaims, type RegisterEvent } from '@thads/shared';
import { type Door, openDoor } from '@thads/shared/src/testing/door.testkit';
import { FollowedCopy } from '@thads/shared/src/testing/feed.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { complaintsSubgraph } from './index';
import { type TestRegister, anEvent, openRegister, reversalOf } from './testing/register.testkit';

const PETITION = 'VN63-10-01.D-1';
const VIEWER: PrincipalClaims = { role: 'PROVINCE_VIEWER', province: 'VN63-10' };
const HEAD: PrincipalClaims = { role: 'HEAD_OF_PROVINCE', province: 'VN63-10' };

let register: TestRegister;
let door: Door;

beforeAll(async () => {
  register = await openRegister();
  door = await openDoor(complaintsSubgraph, register.database.url);
});
afterAll(async () => {
  await door.stop();
  await register.database.drop();
});
beforeEach(() => register.database.clear());

const copyOf = (claims: PrincipalClaims): FollowedCopy =>
  new FollowedCopy(async (after, first) => {
    const request = JSON.stringify({ dataset: 'PETITIONS', after, first, waitSeconds: 0 });
    const query = 'query ($request: String!) { complaintsChanges(request: $request) }';
    const { data, text } = await door.ask(headOf(claims), query, { request });
    if (!data) throw new Error(text);
    return JSON.parse(data.complaintsChanges) as ChangesPage;
  });

const received = (kind: string, subject = PETITION): RegisterEvent =>
  anEvent(subject, 'PETITION_RECEIVED', '2024-10-01', { kind });

async function accept(...events: readonly RegisterEvent[]): Promise<void> {
  const told = await register.submit(...events);
  expect(told.filter((outcome) => !outcome.startsWith('ACCEPTED'))).toEqual([]);
  while ((await register.follower.pass()) > 0);
}

const inShort = ({ told }: FollowedCopy): string[] =>
  told.map(({ gone, subject, version, type }) => `${subject} ${gone ? 'gone' : `${version} ${type}`}`);

describe('a petition that turns out to be a denunciation', () => {
  it('is gone for who could see it and may not see denunciations', async () => {
    const complaint = received('COMPLAINT');
    await accept(complaint);
    const [viewer, head] = [await copyOf(VIEWER).catchUp(), await copyOf(HEAD).catchUp()];
    expect(viewer.lines()).toHaveLength(1);
    await accept(reversalOf(complaint));
    await accept(received('DENUNCIATION'));
    await accept(anEvent(PETITION, 'HANDLER_ASSIGNED', '2024-10-02', { officer: 'VN63-10-01.CHV-1' }));
    await Promise.all([viewer.catchUp(), head.catchUp()]);
    expect(viewer.lines()).toEqual([]);
    expect(inShort(viewer).slice(1)).toEqual([`${PETITION} gone`]);
    expect(head.lines().map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ id: PETITION, kind: 'DENUNCIATION', version: 4 }),
    ]);
    expect(inShort(head)).toHaveLength(4);
    expect(inShort(await copyOf(VIEWER).catchUp())).toEqual([`${PETITION} gone`]);
  });

  it('was never there for who could see it at no time', async () => {
    const complaint = received('COMPLAINT');
    await accept(complaint, reversalOf(complaint), received('DENUNCIATION'));
    await accept(received('DENUNCIATION', 'VN63-10-01.D-2'));
    expect((await copyOf(VIEWER).catchUp()).told).toEqual([]);
    expect((await copyOf(HEAD).catchUp()).lines()).toHaveLength(2);
  });
});

it('a petition that names another is told of again when that one comes and goes', async () => {
  const [letter, part] = [PETITION, 'VN63-10-01.D-1a'];
  const mixed = received('MIXED', letter);
  await accept(mixed);
  await accept(anEvent(letter, 'PETITION_SPLIT', '2024-10-02', { parts: 2 }));
  await accept(anEvent(part, 'PETITION_RECEIVED', '2024-10-02', { kind: 'COMPLAINT', splitFrom: letter }));
  const [viewer, head] = [await copyOf(VIEWER).catchUp(), await copyOf(HEAD).catchUp()];
  const splitFrom = ({ rows }: FollowedCopy): unknown => JSON.parse(rows.get(part)![0]!).splitFrom;
  expect([splitFrom(viewer), splitFrom(head)]).toEqual([letter, letter]);

  const { rows } = await register.database.admin.query(
    `select event_id as id from complaints.journal where subject_id = $1 order by version desc limit 1`,
    [letter],
  );
  await accept(anEvent(letter, 'EVENT_REVERSED', '2024-10-02', { reverses: rows[0].id, ground: 'Ghi nhầm' }));
  await accept(reversalOf(mixed, '2024-10-02'));
  const denounced = received('DENUNCIATION', letter);
  await accept(denounced);
  await Promise.all([viewer.catchUp(), head.catchUp()]);
  expect([splitFrom(viewer), splitFrom(head)]).toEqual([null, letter]);
  expect(viewer.lines()).toEqual((await copyOf(VIEWER).catchUp()).lines());
  const again = viewer.told.filter(({ subject, eventId, gone }) => subject === part && !gone && eventId === null);
  expect(again).not.toEqual([]);
  // From any of its cursors nothing is left out.
  for (const { cursor } of viewer.told) {
    const later = copyOf(VIEWER);
    later.cursor = cursor;
    await later.catchUp();
    const place = viewer.told.findLastIndex((change) => change.cursor === cursor);
    for (const { subject } of viewer.told.slice(place + 1)) {
      expect(later.told.some((change) => change.subject === subject)).toBe(true);
    }
  }

  await accept(reversalOf(denounced, '2024-10-02'));
  await accept(received('MIXED', letter));
  await viewer.catchUp();
  expect(splitFrom(viewer)).toBe(letter);
});

it('a denunciation that turns out to be a complaint is there from then on', async () => {
  const denunciation = received('DENUNCIATION');
  await accept(denunciation);
  const viewer = await copyOf(VIEWER).catchUp();
  expect(viewer.told).toEqual([]);
  await accept(reversalOf(denunciation));
  await accept(received('COMPLAINT'));
  // With all its history, as everywhere.
  expect(inShort(await viewer.catchUp())).toEqual([`${PETITION} 2 EVENT_REVERSED`, `${PETITION} 3 PETITION_RECEIVED`]);
  expect(viewer.lines()).toHaveLength(1);
});
