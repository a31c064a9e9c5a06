import { ClaimsError, mayWriteFor, principalOf, viewOf } from './principal';
import { rowAccessOf } from './row-access';
import { findOffice } from '../geography/geography';

describe('a complaint handler', () => {
  const claims = { role: 'complaint-handler', province: 'VN34-15' };

  it('may be an officer of the own province, and then is in charge of what that officer is', () => {
    const handler = principalOf('h', { ...claims, officer: 'VN63-15-01.CHV-1' });
    expect(handler).toMatchObject({ role: 'COMPLAINT_HANDLER', officer: 'VN63-15-01.CHV-1', office: null });
    expect(rowAccessOf(handler)).toMatchObject({ handler: 'VN63-15-01.CHV-1', officer: null, territories: [10, 15] });
    expect(viewOf(handler)).not.toBe(viewOf(principalOf('h', claims)));
    expect(mayWriteFor(handler, findOffice('VN63-10-01')!)).toBe(true);
  });

  it('needs not be one, and then is in charge of nothing', () => {
    expect(rowAccessOf(principalOf('h', claims))).toMatchObject({ handler: null });
  });

  it.each(['VN63-38-01.CHV-1', 'VN63-15', 'CHV-1', "VN63-15-01.'; drop"])('is not %s', (officer) => {
    expect(() => principalOf('h', { ...claims, officer })).toThrow(ClaimsError);
    expect(() => principalOf('h', { ...claims, officer })).toThrow('thads_officer');
  });
});

it('only a complaint handler has an officer besides an officer himself', () => {
  const head = principalOf('h', { role: 'HEAD_OF_PROVINCE', province: 'VN34-15', officer: 'VN63-15-01.CHV-1' });
  expect([head.officer, rowAccessOf(head).handler]).toEqual([null, null]);
});
