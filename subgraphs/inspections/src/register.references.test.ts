import {
  ALL_ROWS,
  type EventOutcome,
  type Lifecycle,
  addDays,
  inTransaction,
  loadInBulk,
  todayInVietnam,
} from '@thads/shared';
import { type Door, openDoor } from '@thads/shared/src/testing/door.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { randomUUID } from 'node:crypto';
import { inspectionsSubgraph } from './index';
import { inspectionsRegister } from './register';
import { inspectionChecks } from './statistics/inspection.checks';
import { eventOf } from './testing/events';
import type { AnyEvent } from './testing/recount';
import { type TestRegister, openRegister } from './testing/register.testkit';

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());
beforeEach(() => register.database.clear());

const lifecycleOf = (type: string): Lifecycle =>
  inspectionsRegister.lifecycles.find(({ transitions }) => transitions.some(({ event }) => event === type))!;
const event = (subject: string, type: string, occurredOn: string, fields: object = {}): AnyEvent => ({
  ...(eventOf(lifecycleOf(type), type, occurredOn) as AnyEvent),
  id: randomUUID(),
  subject,
  ...fields,
});

const PLAN = 'VN63-10-00.P-1';
const INSPECTION = 'VN63-10-00.I-1';
const FINDING = 'VN63-10-00.F-1';
const issuedPlan = (): AnyEvent[] => [
  event(PLAN, 'PLAN_DRAFTED', '2024-11-01'),
  event(PLAN, 'PLAN_ISSUED', '2024-12-10'),
];
const planned = (fields: object = {}): AnyEvent =>
  event(INSPECTION, 'INSPECTION_PLANNED', '2024-12-12', { plan: PLAN, ...fields });
const conducted = (): AnyEvent => event(INSPECTION, 'INSPECTION_CONDUCTED', '2025-02-03');
const found = (subject = FINDING, fields: object = {}): AnyEvent =>
  event(subject, 'FINDING_RECORDED', '2025-02-04', { inspection: INSPECTION, dueOn: '2025-03-01', ...fields });

const told = (outcomes: readonly EventOutcome[]): string[] =>
  outcomes.map(({ status, refusal }) => refusal?.rule ?? status);
const submit = async (...events: readonly AnyEvent[]): Promise<string[]> =>
  told(await register.submitter.submit(events, 'tester'));

describe('what an event refers to is judged as it stands', () => {
  test('within a batch, event by event', async () => {
    expect(await submit(...issuedPlan(), planned(), found(), conducted(), found())).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'ACCEPTED',
      'INSPECTION_NOT_CONDUCTED',
      'ACCEPTED',
      'ACCEPTED',
    ]);
  });

  test('and between batches; a preview tells the same', async () => {
    expect(await submit(planned())).toEqual(['REFERENCE_UNKNOWN']);
    const [drafted, issued] = issuedPlan();
    await submit(drafted!);
    expect(told(await register.submitter.preview([planned()]))).toEqual(['PLAN_NOT_ISSUED']);
    expect(await submit(planned())).toEqual(['PLAN_NOT_ISSUED']);
    await submit(issued!);
    expect(await submit(planned({ kind: 'INTERNAL' }), planned({ plannedFor: '2025-10-01' }))).toEqual([
      'PLAN_OF_OTHER_KIND',
      'PLAN_OF_OTHER_YEAR',
    ]);
    expect(told(await register.submitter.preview([planned()]))).toEqual(['ACCEPTED']);
    expect(await submit(planned())).toEqual(['ACCEPTED']);
    expect(await submit(event(INSPECTION, 'INSPECTION_CANCELLED', '2025-01-02'))).toEqual(['ACCEPTED']);
    expect(await submit(found())).toEqual(['INSPECTION_CANCELLED']);
  });

  test('a subject whose opening was taken back is none', async () => {
    const [drafted] = issuedPlan();
    await submit(drafted!, event(PLAN, 'PLAN_ISSUED', '2024-12-10'));
    const reversal = (reverses: string): AnyEvent => ({
      id: randomUUID(),
      subject: PLAN,
      type: 'EVENT_REVERSED',
      occurredOn: '2024-12-11',
      reverses,
      ground: 'Ghi nhầm',
    });
    const { rows } = await register.database.admin.query<{ event_id: string }>(
      'select event_id from inspections.journal order by id desc',
    );
    expect(await submit(...rows.map(({ event_id }) => reversal(event_id)), planned())).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'REFERENCE_UNKNOWN',
    ]);
    expect(await submit(planned())).toEqual(['REFERENCE_UNKNOWN']);
  });

  test('a bulk load judges by the histories before it in the load, and by what is stored', async () => {
    await submit(...issuedPlan());
    const load = (...histories: readonly AnyEvent[][]) =>
      loadInBulk(register.database.loader, inspectionsRegister, histories, { submittedBy: 'loader' });
    const later = 'VN63-10-00.I-2';
    const report = await load(
      [planned(), conducted()],
      [found()],
      [event(later, 'INSPECTION_PLANNED', '2024-12-12', { plan: PLAN })],
      [found('VN63-10-00.F-2', { inspection: later })],
      [event('VN63-10-00.I-3', 'INSPECTION_PLANNED', '2024-12-12', { plan: PLAN, kind: 'INTERNAL' })],
    );
    expect(report.rejected.map(({ refusal }) => refusal.rule)).toEqual([
      'INSPECTION_NOT_CONDUCTED',
      'PLAN_OF_OTHER_KIND',
    ]);
    const second = await load([found('VN63-10-00.F-3')], [found('VN63-10-00.F-4', { inspection: later })]);
    expect(second.rejected.map(({ refusal }) => refusal.rule)).toEqual(['INSPECTION_NOT_CONDUCTED']);
    expect(await faults()).toEqual([0, 0, 0, 0]);
  });

  test('and cannot change between the look and the writing', async () => {
    await submit(...issuedPlan(), planned(), event(PLAN, 'PLAN_SENT_UPWARD', '2024-12-20', { toOffice: 'VN-00' }));
    const other = await register.database.connect();
    const runner = other.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`select from inspections.inspection_plan where id = $1 for update`, [PLAN]);
    let isDone = false;
    const naming = submit(event('VN63-10-00.I-9', 'INSPECTION_PLANNED', '2025-01-10', { plan: PLAN })).then(
      (outcome) => {
        isDone = true;
        return outcome;
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isDone).toBe(false);
    await runner.query(
      `update inspections.inspection_plan set state = 'CLOSED', closed_on = '2025-01-09' where id = $1`,
      [PLAN],
    );
    await runner.commitTransaction();
    await runner.release();
    expect(await naming).toEqual(['PLAN_CLOSED']);
  });
});

const faults = (): Promise<number[]> =>
  inTransaction(register.database.dataSource, ALL_ROWS, (runner) =>
    Promise.all(inspectionChecks.map((check) => check.count(runner))),
  );

test('a correction that leaves a finding without its inspection is found by the checks', async () => {
  const conduct = conducted();
  await submit(...issuedPlan(), planned(), conduct, found());
  expect(await faults()).toEqual([0, 0, 0, 0]);
  const reversal = { type: 'EVENT_REVERSED', occurredOn: '2025-02-05', ground: 'Ghi nhầm' };
  expect(await submit({ ...reversal, id: randomUUID(), subject: INSPECTION, reverses: conduct.id })).toEqual([
    'ACCEPTED',
  ]);
  expect(await faults()).toEqual([1, 0, 0, 0]);
});

describe('what is not over keeps open what it belongs to', () => {
  const concluded = (): AnyEvent => event(INSPECTION, 'INSPECTION_CONCLUDED', '2025-02-10');
  const followedUp = (day = '2025-03-10'): AnyEvent => event(INSPECTION, 'CONCLUSION_FOLLOW_UP_ENDED', day);
  const done = (subject = FINDING): AnyEvent => event(subject, 'RECOMMENDATION_REPORTED_DONE', '2025-02-20');
  const closed = (subject = FINDING): AnyEvent => event(subject, 'RECOMMENDATION_VERIFIED_CLOSED', '2025-03-03');
  const planClosed = (): AnyEvent => event(PLAN, 'PLAN_CLOSED', '2025-10-01');

  test('the follow-up of an inspection does not end before all its findings are closed', async () => {
    const noted = found('VN63-10-00.F-2', { recommendation: null, dueOn: null });
    await submit(...issuedPlan(), planned(), conducted(), found(), noted, concluded());
    const [refused] = await register.submitter.submit([followedUp()], 'tester');
    expect(refused).toMatchObject({
      status: 'REFUSED',
      refusal: {
        rule: 'FINDINGS_OPEN',
        message: `Of the findings of ${INSPECTION}, ${FINDING} is not verified and closed.`,
        allowed: 'RECOMMENDATION_VERIFIED_CLOSED of each first',
        legalBasis: 'Circular 04/2023 art. 25',
      },
    });
    await submit(done());
    expect(told(await register.submitter.preview([followedUp()]))).toEqual(['FINDINGS_OPEN']);
    expect(await submit(followedUp(), closed(), followedUp())).toEqual(['FINDINGS_OPEN', 'ACCEPTED', 'ACCEPTED']);
    expect(await faults()).toEqual([0, 0, 0, 0]);
  });

  test('of many findings three are named', async () => {
    const many = Array.from({ length: 5 }, (_, nth) => found(`VN63-10-00.F-${nth}`));
    await submit(...issuedPlan(), planned(), conducted(), ...many, concluded());
    const [refused] = await register.submitter.submit([followedUp()], 'tester');
    expect(refused!.refusal!.message).toMatch(/VN63-10-00\.F-0, VN63-10-00\.F-1, VN63-10-00\.F-2 and 2 more are not/);
  });

  test('findings of others, and those opened in error, hinder nothing', async () => {
    const other = 'VN63-10-00.I-2';
    const mistaken = found();
    await submit(
      ...issuedPlan(),
      planned(),
      conducted(),
      concluded(),
      event(other, 'UNPLANNED_INSPECTION_CONDUCTED', '2025-02-03'),
      found('VN63-10-00.F-2', { inspection: other }),
      mistaken,
    );
    const reversal = { type: 'EVENT_REVERSED', occurredOn: '2025-02-05', ground: 'Ghi nhầm', reverses: mistaken.id };
    expect(await submit({ ...reversal, id: randomUUID(), subject: FINDING }, followedUp())).toEqual([
      'ACCEPTED',
      'ACCEPTED',
    ]);
  });

  test('a plan is not closed before all its inspections are followed up or cancelled', async () => {
    const second = event('VN63-10-00.I-2', 'INSPECTION_PLANNED', '2024-12-12', { plan: PLAN });
    await submit(...issuedPlan(), planned(), second, conducted(), concluded());
    const [refused] = await register.submitter.submit([planClosed()], 'tester');
    expect(refused!.refusal).toMatchObject({
      rule: 'INSPECTIONS_OPEN',
      message: `Of the inspections of ${PLAN}, ${INSPECTION} (CONCLUDED), ${second.subject} (PLANNED) are not over.`,
      legalBasis: 'Circular 04/2023 art. 22',
    });
    const cancelled = event(second.subject, 'INSPECTION_CANCELLED', '2025-09-01');
    expect(await submit(planClosed(), followedUp(), planClosed(), cancelled, planClosed())).toEqual([
      'INSPECTIONS_OPEN',
      'ACCEPTED',
      'INSPECTIONS_OPEN',
      'ACCEPTED',
      'ACCEPTED',
    ]);
    expect(await faults()).toEqual([0, 0, 0, 0]);
  });

  test('what is recorded meanwhile waits, and is judged by what has ended', async () => {
    await submit(...issuedPlan(), planned(), conducted(), concluded());
    const other = await register.database.connect();
    const runner = other.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`select from inspections.inspection where id = $1 for share`, [INSPECTION]);
    let isDone = false;
    const ending = submit(followedUp()).then((outcome) => {
      isDone = true;
      return outcome;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isDone).toBe(false);
    // As whoever records a finding does, who holds the inspection until it is written.
    await runner.query(
      `insert into inspections.finding (territory, id, office, state, version, last_event_on, inspection_id, finding_kind,
         recommendation, due_on, recorded_on)
       values (10, $1, 1000, 'OPEN', 1, '2025-02-04', $2, 'VIOLATION', 'x', '2025-03-01', '2025-02-04')`,
      [FINDING, INSPECTION],
    );
    await runner.commitTransaction();
    await runner.release();
    expect(await ending).toEqual(['FINDINGS_OPEN']);
  });

  test('a correction that opens a finding again is found by the checks', async () => {
    const verified = closed();
    const events = [...issuedPlan(), planned(), conducted(), found(), concluded(), done(), verified, followedUp()];
    expect(await submit(...events, planClosed())).toEqual([...events, null].map(() => 'ACCEPTED'));
    const reversal = { type: 'EVENT_REVERSED', occurredOn: '2025-10-02', ground: 'Ghi nhầm', reverses: verified.id };
    expect(await submit({ ...reversal, id: randomUUID(), subject: FINDING })).toEqual(['ACCEPTED']);
    expect(await faults()).toEqual([0, 0, 1, 0]);
  });
});

describe('the graph', () => {
  let door: Door;
  beforeAll(async () => {
    door = await openDoor(inspectionsSubgraph, register.database.url);
  });
  afterAll(() => door.stop());

  async function ask(source: string): Promise<any> {
    const { data, errors } = await door.ask(headOf({ role: 'REGISTRAR' }), source);
    expect(errors).toEqual([]);
    return data;
  }

  const today = todayInVietnam();
  const idsOf = ({ nodes }: { nodes: { id: string }[] }): string[] => nodes.map(({ id }) => id.split('.')[1]!);

  test('lists findings by what is due, what is due first coming first', async () => {
    const due = (days: number): object => ({ dueOn: addDays(today, days) });
    await submit(
      ...issuedPlan(),
      planned(),
      conducted(),
      found('VN63-10-00.F-LATE', due(-1)),
      found('VN63-10-00.F-TODAY', due(0)),
      found('VN63-10-00.F-SOON', due(7)),
      found('VN63-10-00.F-FAR', due(8)),
      found('VN63-10-00.F-OLDEST', due(-30)),
      found('VN63-10-00.F-DONE', due(-30)),
      event('VN63-10-00.F-DONE', 'RECOMMENDATION_REPORTED_DONE', '2025-02-10'),
      found('VN63-10-00.F-NOTED', { recommendation: null, dueOn: null }),
    );
    const data = await ask(`{
      late: findings(filter: { overdue: true }) { totalCount nodes { id } }
      inTime: findings(filter: { overdue: false }) { nodes { id } }
      soon: findings(filter: { dueWithinDays: 7, province: "VN63-10" }, orderBy: { field: DUE_ON, direction: DESC }) { nodes { id } }
      page: findings(filter: { dueWithinDays: 7 }, first: 1) { nodes { id } pageInfo { endCursor hasNextPage } }
    }`);
    expect(idsOf(data.late)).toEqual(['F-OLDEST', 'F-LATE']);
    expect(data.late.totalCount).toBe(2);
    expect(idsOf(data.inTime)).toEqual(['F-TODAY', 'F-SOON', 'F-FAR']);
    expect(idsOf(data.soon)).toEqual(['F-SOON', 'F-TODAY', 'F-LATE', 'F-OLDEST']);
    const { endCursor } = data.page.pageInfo;
    const next = await ask(
      `{ page: findings(filter: { dueWithinDays: 7 }, first: 1, after: "${endCursor}") { nodes { id } } }`,
    );
    expect([...idsOf(data.page), ...idsOf(next.page)]).toEqual(['F-OLDEST', 'F-LATE']);
  });

  test('shows a plan with its inspections, what was concluded, and what followed', async () => {
    await submit(
      ...issuedPlan(),
      event(PLAN, 'PLAN_SENT_UPWARD', '2024-12-20', { toOffice: 'VN-00' }),
      planned(),
      conducted(),
      event(INSPECTION, 'INSPECTION_CONCLUDED', '2025-02-20', {
        conclusion: null,
        conclusionParts: { done: 'All files.', proposals: 'None.' },
      }),
      found(),
      event(FINDING, 'CONSEQUENCE_DECIDED', '2025-02-21', { consequence: 'REPRIMAND', officer: 'VN63-10-01.O-1' }),
    );
    const data = await ask(`{
      inspectionPlan(id: "${PLAN}") {
        state sentTo { id } deadlines { dueOn status } history { type }
        inspections { id conclusionParts { done notDone proposals } concludedBy plan { id } findings { consequences { consequence officer { id } } } }
      }
      inspections(filter: { plan: "${PLAN}", kind: SELF, states: [CONCLUDED] }) { nodes { id } }
      inspectionPlans(filter: { workingYear: 2025, overdue: true }) { nodes { id } }
    }`);
    expect(data).toEqual({
      inspectionPlan: {
        state: 'SENT_UPWARD',
        sentTo: { id: 'VN-00' },
        deadlines: [
          { dueOn: '2024-12-31', status: 'MET' },
          { dueOn: '2024-12-31', status: 'MET' },
        ],
        history: [{ type: 'PLAN_DRAFTED' }, { type: 'PLAN_ISSUED' }, { type: 'PLAN_SENT_UPWARD' }],
        inspections: [
          {
            id: INSPECTION,
            conclusionParts: { done: 'All files.', notDone: null, proposals: 'None.' },
            concludedBy: 'Head A',
            plan: { id: PLAN },
            findings: [{ consequences: [{ consequence: 'REPRIMAND', officer: { id: 'VN63-10-01.O-1' } }] }],
          },
        ],
      },
      inspections: { nodes: [{ id: INSPECTION }] },
      inspectionPlans: { nodes: [] },
    });
  });

  test('takes the parts of a conclusion, and says which field of an event is to be mended', async () => {
    await submit(...issuedPlan(), planned(), conducted());
    const concluded = (parts: string): string => `mutation { submitInspectionEvents(events: [{
      id: "${randomUUID()}", subject: "${INSPECTION}", type: INSPECTION_CONCLUDED, occurredOn: "2025-02-20"
      signer: "Head A", conclusionParts: ${parts}
    }]) { accepted refused { refusal { rule field legalBasis } } } }`;
    expect((await ask(concluded('{ done: "" }'))).submitInspectionEvents).toEqual({
      accepted: 0,
      refused: [{ refusal: { rule: 'FIELD_EMPTY', field: 'conclusionParts.done', legalBasis: null } }],
    });
    expect((await ask(concluded('{ done: null }'))).submitInspectionEvents).toEqual({
      accepted: 0,
      refused: [{ refusal: { rule: 'CONCLUSION_EMPTY', field: 'conclusion', legalBasis: 'Circular 04/2023 art. 25' } }],
    });
    expect((await ask(concluded('{ notDone: "Two files." }'))).submitInspectionEvents).toEqual({
      accepted: 1,
      refused: [],
    });
    expect(await ask(`{ inspection(id: "${INSPECTION}") { state conclusionParts { done notDone } } }`)).toEqual({
      inspection: { state: 'CONCLUDED', conclusionParts: { done: null, notDone: 'Two files.' } },
    });
  });

  test('lists supervisions and protests, and tells form 10 beside the same period last year', async () => {
    const session = (id: string, day: string, body: string): AnyEvent =>
      event(id, 'SUPERVISION_RECORDED', day, { body, case: 'VN63-10-01.C-1', units: ['VN63-10-01', 'VN63-10-02'] });
    await submit(
      session('VN63-10-00.S-1', '2024-02-01', 'ASSEMBLY'),
      session('VN63-10-00.S-2', '2025-02-01', 'PROCURACY'),
      event('VN63-10-00.S-2', 'SUPERVISION_CONCLUSION_RECEIVED', '2025-02-10', { dueOn: '2025-02-25' }),
      event('VN63-10-00.K-1', 'PROTEST_RECEIVED', '2025-03-03', {
        actOn: '2025-02-01',
        unit: 'VN63-10-02',
        case: 'VN63-10-02.C-7',
      }),
    );
    const data = await ask(`{
      supervisions(filter: { overdue: true, body: PROCURACY, case: "VN63-10-01.C-1" }) { nodes { id units { id } dueOn } }
      protests(filter: { unit: "VN63-10-02", dueWithinDays: 0 }) { nodes { id lodgeBy lodgedLate dueOn } }
      _entities(representations: [{ __typename: "Province", id: "VN63-10" }, { __typename: "Case", id: "VN63-10-02.C-7" }]) {
        ... on Case { protests { id } }
        ... on Province { supervisionStatistics(period: { workingYear: 2025 }) {
          sessions units recommendations protests protestsOverdue answersOverdue
          byBody { body sessions units recommendations }
          samePeriodLastYear { sessions units recommendations protests }
        } }
      }
    }`);
    expect(data).toEqual({
      supervisions: {
        nodes: [{ id: 'VN63-10-00.S-2', units: [{ id: 'VN63-10-01' }, { id: 'VN63-10-02' }], dueOn: '2025-02-25' }],
      },
      protests: { nodes: [{ id: 'VN63-10-00.K-1', lodgeBy: '2025-02-16', lodgedLate: true, dueOn: '2025-03-18' }] },
      _entities: [
        {
          supervisionStatistics: {
            sessions: 1,
            units: 2,
            recommendations: 2,
            protests: 1,
            protestsOverdue: 1,
            answersOverdue: 1,
            byBody: [
              { body: 'ASSEMBLY', sessions: 0, units: 0, recommendations: 0 },
              { body: 'PROCURACY', sessions: 1, units: 2, recommendations: 2 },
              { body: 'OWN_SYSTEM', sessions: 0, units: 0, recommendations: 0 },
            ],
            samePeriodLastYear: { sessions: 1, units: 2, recommendations: 0, protests: 0 },
          },
        },
        { protests: [{ id: 'VN63-10-00.K-1' }] },
      ],
    });
  });
});
