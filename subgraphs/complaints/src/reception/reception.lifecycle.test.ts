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
        receivedByHead: false,
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

  test('moves exactly what it counted, on its day', () => {
    const number = fc.nat(500);
    const counts = fc.record({ visits: number, citizens: number, matters: number, massGroups: number });
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
          ].filter(([, , count]) => count !== 0),
        );
      }),
    );
  });
});
