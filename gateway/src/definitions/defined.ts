import { addDays } from '@thads/shared';
import type { Definition, Meaning, Source } from './definition';

/** The meanings of figures of one type, one definition for each source that says so. */
export function defined(
  type: string,
  forms: readonly number[],
  sources: readonly Source[],
  meanings: readonly Meaning[],
): Definition[] {
  return meanings.flatMap(({ field, ...meaning }) =>
    sources.map(({ legalSource, validFrom }, index) => {
      const next = sources[index + 1]?.validFrom;
      const validTo = next ? addDays(next, -1) : null;
      const indicator = `${type}.${field}`;
      return { ...meaning, indicator, forms, legalSource, validFrom, validTo };
    }),
  );
}
