import { type CheckResult, checkData } from '../../gateway/src/check-data';

/** What `npm run check:data` finds on the database of a graph. */
export async function checkDataOf(adminUrl: string): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  await checkData(adminUrl, (result) => void results.push(result));
  return results;
}

/** The sentences that are not true; none of sound data. */
export async function untrueSentences(adminUrl: string): Promise<string[]> {
  return (await checkDataOf(adminUrl)).filter(({ faults }) => faults > 0).map(({ sentence }) => sentence);
}
