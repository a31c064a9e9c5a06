import { provincesOfSubjects } from './province-of';

const provinceOf = provincesOfSubjects([
  { id: 'VN34-01', predecessors: [{ id: 'VN63-01' }] },
  { id: 'VN34-15', predecessors: [{ id: 'VN63-10' }, { id: 'VN63-15' }] },
]);

it.each([
  ['VN63-10-01.C-2024-00017', 'VN34-15'],
  ['VN63-15-00.DT-1', 'VN34-15'],
  ['VN63-01-12.C-1', 'VN34-01'],
  ['VN-00.KT-2024-1', null],
  ['elsewhere', null],
])('%s is of %s', (subject, province) => {
  expect(provinceOf(subject)).toBe(province);
});
