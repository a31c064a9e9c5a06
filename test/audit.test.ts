import { verdictOn } from '../scripts/audit';

const reportOf = (...severities: readonly string[]): string =>
  JSON.stringify({
    vulnerabilities: Object.fromEntries(
      severities.map((severity, nth) => [`package-${nth}`, { severity, range: '<1.0.0' }]),
    ),
    metadata: { vulnerabilities: {} },
  });

it.each<[string, string, boolean | null]>([
  ['nothing', reportOf(), true],
  ['weaknesses that are low or moderate', reportOf('low', 'moderate'), true],
  ['one that is high', reportOf('low', 'high'), false],
  ['one that is critical', reportOf('critical'), false],
  ['a registry that does not audit', '{"error":{"summary":"405"}}', null],
  ['no answer at all', '', null],
])('%s', (_found, output, passes) => {
  expect(verdictOn(output).passes).toBe(passes);
});

it('names what is barred', () => {
  expect(verdictOn(reportOf('low', 'high')).lines).toEqual([
    '2 packages with known weaknesses, 1 of them high or critical',
    'high: package-1 <1.0.0',
  ]);
});
