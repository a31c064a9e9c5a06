import {
  CENTRAL_OFFICE_ID,
  NATION_ID,
  findOffice,
  findProvince,
  findScope,
  officeNumbered,
  offices,
  officesOf,
  predecessorsOf,
  provinceOfTerritory,
  provinces34,
  provinces63,
  requireOffice,
  requireProvince,
  successorOf,
  territories,
} from './geography';

describe('the boundaries', () => {
  test('are 34 provinces and the 63 older ones, every id once', () => {
    expect([provinces34.length, provinces63.length, territories.length]).toEqual([34, 63, 63]);
    expect(new Set([...provinces34, ...provinces63].map(({ id }) => id)).size).toBe(97);
  });

  test('came about by merging 52 into 23 and leaving 11 as they were', () => {
    const merged = provinces34.filter((province) => province.territories.length > 1);
    expect(merged).toHaveLength(23);
    expect(merged.flatMap((province) => province.territories)).toHaveLength(52);
    expect(provinces34.filter((province) => province.territories.length === 1)).toHaveLength(11);
  });

  test('put every older province into exactly one of the 34', () => {
    for (const territory of territories) {
      const owners = provinces34.filter((province) => province.territories.includes(territory));
      expect([territory, owners.length]).toEqual([territory, 1]);
      expect(provinceOfTerritory(territory, 'VN34')).toBe(owners[0]);
    }
  });

  test('agree on who became what, read from either side', () => {
    for (const older of provinces63) {
      expect(predecessorsOf(successorOf(older)!)).toContain(older);
      expect(predecessorsOf(older)).toEqual([]);
    }
    for (const newer of provinces34) expect(successorOf(newer)).toBeNull();
    expect(provinces34.flatMap(predecessorsOf)).toHaveLength(63);
  });

  test('re-used seven codes for a province that the older one of the same code is not the namesake of', () => {
    const reused = provinces34.filter(({ code, nameVi }) => {
      const older = findProvince(`VN63-${code}`);
      return older !== null && older.nameVi !== nameVi && code !== '46';
    });
    expect(reused.map(({ code }) => code)).toEqual(['15', '24', '44', '52', '80', '82', '91']);
  });

  test('keep Lào Cai of the reports, VN63-10, apart from Lào Cai with Yên Bái, VN34-15', () => {
    expect(requireProvince('VN63-10').nameVi).toBe('Lào Cai');
    expect(requireProvince('VN63-15').nameVi).toBe('Yên Bái');
    expect(requireProvince('VN34-15')).toMatchObject({ nameVi: 'Lào Cai', territories: [10, 15] });
    expect(findProvince('VN34-10')).toBeNull();
  });
});

describe('the offices', () => {
  test('are 355 regional ones, one agency in each of the 63 territories and the central department', () => {
    const regional = offices.filter(({ number, territory }) => territory !== 0 && number % 100 !== 0);
    const agencies = offices.filter(({ number, territory }) => territory !== 0 && number % 100 === 0);
    expect([regional.length, agencies.length, offices.length]).toEqual([355, 63, 419]);
    expect(new Set(agencies.map(({ territory }) => territory))).toEqual(new Set(territories));
  });

  test('have ids and numbers of their own that lead back to them', () => {
    expect(new Set(offices.map(({ number }) => number)).size).toBe(offices.length);
    for (const office of offices) {
      expect(findOffice(office.id)).toBe(office);
      expect(officeNumbered(office.number)).toBe(office);
    }
    expect(() => officeNumbered(9_999)).toThrow('no office has the number 9999');
  });

  test('belong to one province of each boundaries, except the central department', () => {
    for (const boundary of [provinces34, provinces63]) {
      expect(boundary.flatMap(officesOf)).toHaveLength(offices.length - 1);
    }
    expect(findOffice(CENTRAL_OFFICE_ID)).toMatchObject({ number: 0, territory: 0 });
  });
});

describe('an unknown id', () => {
  test.each([
    ['VN34-10', 'With code 10: VN63-10 (Lào Cai).'],
    ['15', 'With code 15: VN34-15 (Lào Cai), VN63-15 (Yên Bái).'],
  ])('of a province, %s, is refused with the near ones named', (id, near) => {
    expect(() => requireProvince(id)).toThrow(
      `Unknown province id ${JSON.stringify(id)}. A province id is VN34-<code> (since 1 July 2025) or VN63-<code> (before); ` +
        `the query "provinces" lists them. ${near}`,
    );
  });

  test('of a province without near ones is refused with the form of ids alone', () => {
    expect(() => requireProvince('Lào Cai')).toThrow(/lists them\.$/);
  });

  test('of an office is refused with the form of ids', () => {
    expect(() => requireOffice('VN63-10-99')).toThrow('Unknown office id "VN63-10-99"');
    expect(() => requireOffice('VN63-10-99')).toThrow('e.g. VN63-10-01');
  });

  test.each(['', 'VN34', 'vn', 'VN63-10-1', 'constructor'])('%j is nothing that statistics can be asked for', (id) => {
    expect(findScope(id)).toBeNull();
  });
});

describe('a scope', () => {
  test('the nation is every territory with the central department’s own', () => {
    expect(findScope(NATION_ID)).toMatchObject({ level: 'NATION', territories: [0, ...territories], boundaries: null });
  });

  test('a province is its territories, an office the one it works in', () => {
    expect(findScope('VN34-15')).toMatchObject({ level: 'PROVINCE', territories: [10, 15], boundaries: 'VN34' });
    expect(findScope('VN63-10-01')).toMatchObject({ level: 'OFFICE', territories: [10], office: { number: 1001 } });
  });
});
