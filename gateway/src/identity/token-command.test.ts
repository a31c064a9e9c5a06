import { OperatorError } from '@thads/shared';
import { parseTokenCommand } from './token-command';

it.each([
  [['--role', 'registrar'], { name: 'registrar', claims: { role: 'REGISTRAR' }, hours: 8 }],
  [
    ['--role', 'province-viewer', '--province', 'VN34-15', '--name', 'Nguyễn Văn Mẫu', '--hours', '1'],
    { name: 'Nguyễn Văn Mẫu', claims: { role: 'PROVINCE_VIEWER', province: 'VN34-15' }, hours: 1 },
  ],
  [
    ['--role', 'OFFICE_CLERK', '--office', 'VN63-10-01'],
    { name: 'office-clerk', claims: { role: 'OFFICE_CLERK', office: 'VN63-10-01' }, hours: 8 },
  ],
  [
    ['--role', 'officer', '--officer', 'VN63-10-01.CHV-01'],
    { name: 'officer', claims: { role: 'OFFICER', officer: 'VN63-10-01.CHV-01' }, hours: 8 },
  ],
])('%j is a token', (args, token) => {
  expect(parseTokenCommand(args)).toEqual(token);
});

it.each([
  [[], /--role is missing; it must be one of\n {2}province-viewer .*\n/],
  [['--role', 'king'], /--role is "king"; it must be one of\n(.*\n)* {2}registrar /],
  [['--role', 'public'], /--role is "public"/],
  [['--role', 'province-viewer'], /--province: the role PROVINCE_VIEWER needs it, such as VN34-15/],
  [['--role', 'province-viewer', '--province', 'VN34-99'], /--province: "VN34-99" is not known/],
  [['--role', 'office-clerk', '--office', 'VN63-10'], /--office: "VN63-10" is not known/],
  [['--role', 'officer', '--officer', 'VN63-10-01'], /--officer: "VN63-10-01" is not known/],
  [['--role', 'registrar', '--province', 'VN34-15'], /--province does not go with --role registrar/],
  [['--role', 'registrar', '--name', ''], /--name must have 1 to 200 characters/],
  [['--role', 'registrar', '--name', 'a\nb'], /--name must have/],
  [['--role', 'registrar', '--hours', '0'], /--hours is "0"; it must be a whole number from 1 to 720/],
  [['--role', 'registrar', '--hours', '1e3'], /--hours is "1e3"/],
  [['--rôle', 'registrar'], /--rôle/],
  [['registrar'], /registrar/],
])('%j is refused with what would be right', (args, message) => {
  const parse = (): unknown => parseTokenCommand(args);
  expect(parse).toThrow(OperatorError);
  expect(parse).toThrow(message);
  expect(parse).toThrow(/Usage: npm run --silent token/);
});
