import { EnvironmentReader } from '@thads/shared';
import { type Doors, type Mode, readDoors } from './doors';

function read(environment: Record<string, string>, mode: Mode): { doors: Doors; faults: readonly string[] } {
  const settings = new EnvironmentReader(environment);
  return { doors: readDoors(settings, mode), faults: settings.faults };
}

const CLOSED = {
  introspection: false,
  playground: false,
  dashboard: true,
  suggestions: false,
  queryPlans: false,
  corsOrigins: [],
  trustedDocuments: 'off',
};

describe('the doors', () => {
  it('of developers are open for them and closed elsewhere', () => {
    expect(read({}, 'production')).toEqual({ doors: CLOSED, faults: [] });
    const open = { introspection: true, playground: true, suggestions: true, queryPlans: true };
    expect(read({}, 'development')).toEqual({ doors: { ...CLOSED, ...open }, faults: [] });
  });

  it.each(['introspection', 'playground', 'suggestions'] as const)('%s is opened and closed by its setting', (door) => {
    const name = door.toUpperCase();
    expect(read({ [name]: 'on' }, 'production').doors).toEqual({ ...CLOSED, [door]: true });
    expect(read({ [name]: 'off' }, 'development').doors[door]).toBe(false);
    expect(read({ [name]: 'yes' }, 'production').faults).toEqual([`${name} is "yes"; it must be one of on, off.`]);
  });

  it('the dashboard is for everybody, and can be switched off', () => {
    expect(read({ DASHBOARD: 'off' }, 'production').doors.dashboard).toBe(false);
    expect(read({ DASHBOARD: 'no' }, 'production').faults).toEqual(['DASHBOARD is "no"; it must be one of on, off.']);
  });

  it('origins are named one by one', () => {
    const { doors, faults } = read({ CORS_ORIGINS: 'https://a.example.vn, http://localhost:5173 ,' }, 'production');
    expect([doors.corsOrigins, faults]).toEqual([['https://a.example.vn', 'http://localhost:5173'], []]);
  });

  it.each([
    '*',
    'null',
    'a.example.vn',
    'https://a.example.vn/',
    'https://a.example.vn/path',
    'https://A.example.vn',
    'https://a.example.vn:443',
    'https://*.example.vn/*',
    'file:///tmp',
  ])('%s is no origin', (origin) => {
    expect(read({ CORS_ORIGINS: `https://b.example.vn,${origin}` }, 'production').faults).toEqual([
      expect.stringMatching(/^CORS_ORIGINS names ".*must be an origin such as/),
    ]);
  });

  it('documents are trusted or not, and nothing else', () => {
    expect(read({ TRUSTED_DOCUMENTS: 'only' }, 'development').doors.trustedDocuments).toBe('only');
    expect(read({ TRUSTED_DOCUMENTS: 'on' }, 'development').faults).toHaveLength(1);
  });
});
