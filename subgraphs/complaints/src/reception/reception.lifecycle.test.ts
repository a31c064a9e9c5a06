import { type Decision, decide } from '@thads/shared';
import fc from 'fast-check';
import type { ReceptionEntity } from './reception.entity';
import { type ReceptionEvent, receptionLifecycle } from './reception.lifecycle';

const TODAY = '2026-06-30';

function record(fields: Partial<ReceptionEvent>, state: ReceptionEntity | null = null): Decision<ReceptionEntity> {
  const event = { id: 'e', subject: 'VN63-10-00.T-1', type: 'RECEPTION_RECORDED', occurredOn: '2024-10-01', ...fields };
  return decide(receptionLifecycle, state, event, TODAY);
}

describe('a reception', () => {
  test('is recorded with what it must have; no mass group and not by the head unless it says so', () => {
    expect(record({ visits: 1, citizens: 6, matters: 2 })).toMatchObject({
      accepted: true,
      state: {
        state: 'RECORDED',
        receivedOn: '2024-10-01',
        visits: 1,
        citizens: 6,
        matters: 2,
        massGroups: 0,
        massGroupCitizens: 0,
        massGroupMatters: 0,
        receivedByHead: false,
        online: false,
      },
    });
  });

  test.each([
    ['the number of matters missing', { visits: 1, citizens: 1 }, 'FIELD_MISSING'],
    ['a negative number', { visits: 1, citizens: -1, matters: 1 }, 'AMOUNT_NEGATIVE'],
    ['a day still to come', { visits: 1, citizens: 1, matters: 1, occurredOn: '2026-07-01' }, 'DATE_OUT_OF_RANGE'],
  ])('with %s is refused', (_fault, fields, rule) => {
    expect(record(fields)).toMatchObject({ accepted: false, refusal: { rule } });
  });

  test('is recorded once', () => {
    const first = record({ visits: 1, citizens: 1, matters: 1 });
    if (!first.accepted) throw new Error(first.refusal.message);
    expect(record({ visits: 2, citizens: 2, matters: 2 }, first.state)).toMatchObject({
      refusal: { rule: 'SUBJECT_EXISTS' },
    });
  });

  const ONE = { visits: 1, citizens: 9, matters: 2 };
  const GROUP = { ...ONE, massGroups: 1, massGroupCitizens: 5, massGroupMatters: 1 };

  test.each([
    ['of nobody', { ...ONE, citizens: 0 }, 'citizens'],
    ['without a visit', { ...ONE, visits: 0 }, 'visits'],
    ['with more groups than visits', { ...GROUP, massGroups: 2 }, 'massGroups'],
    ['of a group of four', { ...GROUP, massGroupCitizens: 4 }, 'massGroupCitizens'],
    ['of two groups of nine', { ...GROUP, visits: 2, massGroups: 2, massGroupCitizens: 9 }, 'massGroupCitizens'],
    ['of a group beside the citizens', { ...GROUP, massGroupCitizens: 10 }, 'massGroupCitizens'],
    ['of a group without a matter', { ...GROUP, massGroupMatters: 0 }, 'massGroupMatters'],
    ['of a group with matters beside the others', { ...GROUP, massGroupMatters: 3 }, 'massGroupMatters'],
    ['of persons of no group', { ...ONE, massGroupCitizens: 5 }, 'massGroupCitizens'],
    ['of matters of no group', { ...ONE, massGroupMatters: 1 }, 'massGroupMatters'],
  ])('%s is refused', (_what, fields, field) => {
    expect(record(fields)).toMatchObject({ refusal: { rule: 'COUNT_OUT_OF_RANGE', field } });
  });

  test.each([
    ['one visit without a matter', { visits: 1, citizens: 1, matters: 0 }],
    ['one person who came twice', { visits: 2, citizens: 1, matters: 1 }],
    ['a group of five', GROUP],
    [
      'two groups, all who came',
      { visits: 2, citizens: 10, matters: 2, massGroups: 2, massGroupCitizens: 10, massGroupMatters: 2 },
    ],
  ])('of %s is recorded', (_what, fields) => {
    expect(record(fields)).toMatchObject({ accepted: true, state: fields });
  });

  test('moves exactly what it counted, on its day', () => {
    const counts = fc
      .record({
        visits: fc.integer({ min: 1, max: 500 }),
        citizens: fc.integer({ min: 1, max: 500 }),
        matters: fc.nat(500),
      })
      .chain((whole) =>
        fc
          .record({
            massGroups: fc.nat(whole.matters === 0 ? 0 : Math.min(whole.visits, Math.floor(whole.citizens / 5))),
            receivedByHead: fc.boolean(),
            online: fc.boolean(),
            spare: fc.nat(5),
          })
          .map(({ massGroups, spare, ...flags }) => ({
            ...whole,
            ...flags,
            massGroups,
            massGroupCitizens: massGroups === 0 ? 0 : Math.min(massGroups * 5 + spare, whole.citizens),
            massGroupMatters: massGroups === 0 ? 0 : Math.min(1 + spare, whole.matters),
          })),
      );
    fc.assert(
      fc.property(counts, (counted) => {
        const decision = record(counted);
        const moved = decision.accepted
          ? decision.movements.map(({ slot, onDate, count }) => [slot, onDate, count])
          : [];
        expect(moved).toEqual(
          [
            ['RECEPTION_VISITS', '2024-10-01', counted.visits],
            ['RECEPTION_CITIZENS', '2024-10-01', counted.citizens],
            ['RECEPTION_MATTERS', '2024-10-01', counted.matters],
            ['RECEPTION_MASS_GROUPS', '2024-10-01', counted.massGroups],
            ['RECEPTION_MASS_GROUP_CITIZENS', '2024-10-01', counted.massGroupCitizens],
            ['RECEPTION_MASS_GROUP_MATTERS', '2024-10-01', counted.massGroupMatters],
            ['RECEPTION_VISITS_TO_HEAD', '2024-10-01', counted.receivedByHead ? counted.visits : 0],
            ['RECEPTION_VISITS_ONLINE', '2024-10-01', counted.online ? counted.visits : 0],
          ].filter(([, , count]) => count !== 0),
        );
      }),
    );
  });
});
