import { provinces34, provinces63 } from '@thads/shared';
import type { History } from '../event';
import { createRandom } from '../random';
import { type NationalSettings, eventIds } from './event-ids';

/** Yearly targets near the national ones, for the country and every province in both boundaries. */
export function* targets(year: number, settings: NationalSettings): Generator<History> {
  const random = createRandom(settings.seed + year);
  const nextId = eventIds('cases', year, 0, settings);
  for (const scope of ['VN', ...[...provinces34, ...provinces63].map(({ id }) => id)]) {
    yield [
      {
        id: nextId(),
        subject: `VN-00.N-CT-${year}-${scope}`,
        type: 'TARGET_ASSIGNED',
        occurredOn: `${year - 1}-12-20`,
        decisionNumber: `QD-CT-${year}`,
        scope,
        workingYear: year,
        casesTarget: (8_325 + random.below(100)) / 100,
        moneyTarget: (4_645 + random.below(500)) / 100,
      },
    ];
  }
}
