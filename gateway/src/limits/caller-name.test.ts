import { ANYBODY, principalOf } from '@thads/shared';
import { nameOf } from './caller-name';

const public_ = (from: string): string => nameOf({ principal: ANYBODY, from });

describe('requests are counted', () => {
  it('by the name that a token says, wherever they come from', () => {
    const principal = principalOf('Nguyễn Văn Mẫu', { role: 'AUDITOR' });
    expect(nameOf({ principal, from: '192.0.2.1' })).toBe(nameOf({ principal, from: '192.0.2.2' }));
  });

  it('without a token by address, however it is written', () => {
    expect(public_('192.0.2.1')).not.toBe(public_('192.0.2.2'));
    expect(public_('::ffff:192.0.2.1')).toBe(public_('192.0.2.1'));
  });

  it('of IPv6 by the network of 64 bits, which one subscriber has', () => {
    expect(public_('2001:db8:1:2::1')).toBe(public_('2001:0db8:1:2:ffff:ffff:ffff:ffff'));
    expect(public_('2001:db8:1:2::1')).not.toBe(public_('2001:db8:1:3::1'));
    expect(public_('fe80::1%eth0')).toBe(public_('fe80::2%eth0'));
  });

  it('a name is never taken for an address', () => {
    const principal = principalOf('192.0.2.1', { role: 'AUDITOR' });
    expect(nameOf({ principal, from: '198.51.100.1' })).not.toBe(public_('192.0.2.1'));
  });

  it.each(['', 'nonsense', '999.1.1.1'])('also where the address is none: %j', (from) => {
    expect(public_(from)).toContain(from);
  });
});
