import { type IsoDate, badInput } from '@thads/shared';
import { didYouMean } from 'graphql/jsutils/didYouMean';
import { suggestionList } from 'graphql/jsutils/suggestionList';
import { caseDefinitions } from './case.definitions';
import { complaintDefinitions } from './complaint.definitions';
import type { Definition } from './definition';
import { inspectionDefinitions } from './inspection.definitions';
import { recoveryDefinitions } from './recovery.definitions';

/** What every figure of the graph means. The documents and the schema have it from here. */
export const DEFINITIONS: readonly Definition[] = [
  ...caseDefinitions,
  ...recoveryDefinitions,
  ...complaintDefinitions,
  ...inspectionDefinitions,
];

const INDICATORS: ReadonlySet<string> = new Set(DEFINITIONS.map(({ indicator }) => indicator));

/** In the order of the forms. */
export function definitionsOn(day: IsoDate): readonly Definition[] {
  return DEFINITIONS.filter(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo),
  );
}

/** Errors: BAD_USER_INPUT for a figure that there is not, with those that come near. */
export function requireDefinition(indicator: string, day: IsoDate): Definition {
  if (!INDICATORS.has(indicator)) {
    throw badInput(
      `Unknown indicator ${JSON.stringify(indicator)}. An indicator is a figure by type and field, such as "CaseStatistics.completionRate"; the query "definitions" lists them.${didYouMean(suggestionList(indicator, [...INDICATORS]).slice(0, 3))}`,
    );
  }
  return definitionsOn(day).find((definition) => definition.indicator === indicator)!;
}
