import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { numbersIn } from '../dashboard/src/language/numbers';
import { DESKTOP, DashboardPage, type Viewport, buildDashboard, findBrowser, launchBrowser } from './harness/dashboard';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const program = findBrowser(process.env);
const PHONE: Viewport = { width: 390, height: 844 };
/** Git ignores it. */
const SHOTS = path.resolve(__dirname, '..', '.data', 'shots');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Every view, as an address of one. */
const VIEWS = {
  central: '#/central?year=2024',
  'central-63': '#/central?year=2024&boundaries=VN63',
  range: '#/central?from=2024-10-01&through=2025-06-30',
  province: '#/province/VN63-10?year=2024',
  office: '#/office/VN63-10-01?year=2024',
  choose: '#/province',
  list: '#/list?list=petitions&figure=x&expected=135&filter=%7B%22province%22%3A%22VN63-10%22%7D',
  rate:
    '#/list?list=casesEvidence&figure=x&expected=211200000000&rate=CaseStatistics.completionRate&percent=46.93&of=450000000000&filter=' +
    '%7B%22figure%22%3A%22CaseStatistics.completed%22%2C%22scope%22%3A%22VN63-10-01%22%2C%22period%22%3A%7B%22workingYear%22%3A2024%7D%2C%22measure%22%3A%22money%22%7D',
  reports: '#/reports',
} as const;

(program ? describe : describe.skip)('the dashboard in a real browser', () => {
  let graph: OneProcessGraph;
  let browser: Browser;
  let central: string;
  const open = (hash: string, viewport?: Viewport): Promise<DashboardPage> =>
    DashboardPage.open(browser, graph.url, hash, viewport);
  /** Opens a view with a token that sees everything. */
  const openSignedIn = async (hash: string, viewport?: Viewport): Promise<DashboardPage> => {
    const dashboard = await open(hash, viewport);
    await dashboard.signIn(central);
    return dashboard;
  };

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    await buildDashboard();
    [graph, browser] = await Promise.all([startInOneProcess('sample'), launchBrowser(program!)]);
    central = await graph.issuer.token({ role: 'CENTRAL_INSPECTOR' });
  });
  afterAll(async () => {
    await browser?.close();
    await graph?.stop();
  });

  describe('shows figures to everybody', () => {
    it('says beside every figure what it means, in the language of the page', async () => {
      const dashboard = await open('');
      await dashboard.page.locator('[data-meaning]').first().waitFor();
      const { definitions } = await graph.client.data('{ definitions { indicator nameVi formula legalSource } }');
      const known = new Map<string, any>(definitions.map((one: any) => [one.indicator, one]));
      const shown = await dashboard.page
        .locator('[data-meaning]')
        .evaluateAll((all) => all.map((one: any): string => one.getAttribute('data-meaning')));
      expect(shown.filter((indicator) => !known.has(indicator))).toEqual([]);
      expect(new Set(shown).size).toBeGreaterThan(15);
      const { nameVi, formula, legalSource } = known.get('CaseStatistics.completionRate');
      await dashboard.page.locator('[data-figure="completionRate.cases"] [data-meaning]').click();
      const text = await dashboard.page.locator('.meaning-text:popover-open').innerText();
      for (const part of [nameVi, formula, legalSource]) expect(text).toContain(part);
    });

    it('opens on the latest working year that most provinces have reported, with the published figures of it', async () => {
      const dashboard = await open('');
      expect(await dashboard.text('.period-shown')).toContain('Năm công tác 2024');
      expect(await dashboard.text('[data-figure=completed] .card-value')).toBe('621.568 việc');
      expect(await dashboard.text('[data-figure="completionRate.cases"] .card-value')).toBe('83,86%');
      expect(await dashboard.text('[data-figure="completionRate.cases"] .target p')).toBe('Chỉ tiêu 83,25% +0,61 điểm');
      expect(await dashboard.page.locator('[data-tile^=VN34]').count()).toBe(34);
      expect(await dashboard.text('[data-tile=hoangSa]')).toContain('thuộc Đà Nẵng');
      expect(await dashboard.text('[data-tile=truongSa]')).toContain('thuộc Khánh Hòa');
      await dashboard.close();
    });

    it('says of what is not published that it needs a token, and shows no way to lists', async () => {
      const dashboard = await open('#/province/VN63-10?year=2024');
      expect(await dashboard.text('[data-figure=completed] .card-value')).toBe('3.569 việc');
      for (const panel of ['offices', 'complaints', 'inspections', 'officers', 'unenforced']) {
        expect([panel, await dashboard.text(`[data-panel=${panel}] .panel-fault`)]).toEqual([
          panel,
          expect.stringMatching(/đăng nhập/i),
        ]);
      }
      expect(await dashboard.page.locator('[data-lead]').count()).toBe(0);
      await dashboard.close();
    });

    it('ranks the provinces of the boundaries that are chosen, by any column', async () => {
      const dashboard = await open('#/central?year=2024&boundaries=VN63');
      const rows = '[data-panel=ranking] tbody tr';
      expect(await dashboard.page.locator(rows).count()).toBe(63);
      expect(await dashboard.text(`${rows}[data-row=VN63-10]`)).toMatch(
        /Lào Cai\s+5\s+91,09\s+83,68\s+3\.569\s+3\.918/,
      );
      const first = async (): Promise<string> => dashboard.text(`${rows}:first-child th`);
      const worst = await dashboard.texts(`${rows} [data-column=rateMoney]`);
      await dashboard.page.click('[data-panel=ranking] thead button:has-text("Tỷ lệ tiền")');
      expect(await first()).toBe('Lào Cai');
      const sorted = await dashboard.texts(`${rows} [data-column=rateMoney]`);
      const numbers = sorted.map((text) => Number(text.replace(',', '.')));
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      expect([...worst].sort()).toEqual([...sorted].sort());
      await dashboard.page.click('[data-panel=ranking] thead button:has-text("Tỉnh, thành phố")');
      // By the Vietnamese alphabet, in which Đ follows D.
      expect((await dashboard.texts(`${rows} th`)).slice(0, 3)).toEqual(['An Giang', 'Bà Rịa - Vũng Tàu', 'Bạc Liêu']);
      await dashboard.page.click('.choices button:has-text("34 tỉnh")');
      await dashboard.settled();
      expect(await dashboard.page.locator(rows).count()).toBe(34);
      await dashboard.close();
    });

    it('draws the ministry’s own map where there is one, and every province in it leads on', async () => {
      const square = (id: string | null, x: number): object => ({
        type: 'Feature',
        properties: id === null ? {} : { id },
        geometry: {
          type: 'Polygon',
          // Clockwise, as maps on a sphere want it.
          coordinates: [
            [
              [x, 16],
              [x, 17],
              [x + 1, 17],
              [x + 1, 16],
              [x, 16],
            ],
          ],
        },
      });
      const features = [square('VN34-48', 107), square('VN34-48', 111), square(null, 109)];
      const dashboard = await open('#/reports');
      await dashboard.page.route('**/config.json', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ json: { ...((await response.json()) as object), map: 'provinces.geojson' } });
      });
      await dashboard.page.route('**/provinces.geojson', (route) =>
        route.fulfill({ json: { type: 'FeatureCollection', features } }),
      );
      await dashboard.page.goto(`${dashboard.origin}/?#/central?year=2024`);
      await dashboard.page.waitForSelector('svg.geographic path');
      await dashboard.settled();
      expect(await dashboard.page.locator('.geographic path').count()).toBe(3);
      expect(await dashboard.page.locator('.geographic a[data-tile=VN34-48]').count()).toBe(2);
      expect(await dashboard.page.locator('.tiles').count()).toBe(0);
      await dashboard.page.click('.geographic a[data-tile=VN34-48] >> nth=0');
      await dashboard.settled();
      expect(await dashboard.text('.place-name')).toBe('Đà Nẵng');
      expect(dashboard.faults).toEqual([]);
      await dashboard.close();
    });

    it('names the provinces that are missing and late', async () => {
      const dashboard = await open('#/central?from=2024-10-01&through=2025-06-30&boundaries=VN63');
      expect(await dashboard.text('[data-figure=late]')).toBe('61 không có số liệu, 1 chậm');
      expect(await dashboard.text('[data-panel=late] [data-row=VN63-20]')).toContain('Dừng ở 3/2025');
      expect(await dashboard.page.locator('[data-panel=late] [data-row=VN63-38]').count()).toBe(0);
      await dashboard.close();
    });

    it('has the published reports beside the computed figures: 89 reproduced, 3 contradict themselves', async () => {
      const dashboard = await openSignedIn('#/reports?lang=en');
      expect(await dashboard.text('[data-figure=verdicts]')).toBe(
        '92 figures: 89 reproduced, 3 contradict their own report, 0 differ',
      );
      expect(await dashboard.text('[data-report="003"] [data-row=F003-22]')).toMatch(/98\.93 %\s+99\.01 %/);
      await dashboard.close();
    });
  });

  describe('leads from a number to what it counts', () => {
    let dashboard: DashboardPage;
    beforeAll(async () => {
      dashboard = await openSignedIn(VIEWS.province);
    });
    beforeEach(() => dashboard.show(VIEWS.province));
    afterAll(() => dashboard?.close());

    it.each([
      ['newlyReceived', '3.550'],
      ['completed', '3.569'],
      ['fullyEnforced', '3.414'],
      ['terminated', '155'],
      ['received', '135'],
      ['resolved', '135'],
      ['visits', '13'],
      ['conducted', '6'],
      ['selfInspections', '2'],
      ['shortcomings', '10'],
      ['violations', '4'],
      ['newlyRecorded', '2.706'],
      ['collected', '413.650.000.000 đồng'],
      ['assetsSeized', '33'],
    ])('%s of Lào Cai in 2024: %s', async (figure, shown) => {
      await dashboard.page.click(`[data-lead=${figure}]`);
      await dashboard.settled();
      const [inList, ofFigure] = await dashboard.texts('.list-sum dd');
      expect([inList, ofFigure]).toEqual([shown, shown]);
      expect(await dashboard.page.getAttribute('[data-matches]', 'data-matches')).toBe('true');
      expect(await dashboard.page.locator('[data-panel=list] tbody tr').count()).toBeGreaterThan(0);
    });

    it.each([
      ['CaseStatistics.withConditions.cases', '3.918'],
      ['CaseStatistics.toBeEnforced.money', null],
      ['CaseStatistics.completed.money', null],
      ['CaseStatistics.carriedForward.cases', null],
      ['PetitionStatistics.toBeResolved.cases', '135'],
      ['ReceptionStatistics.citizens.cases', null],
      ['InspectionStatistics.planned.cases', null],
      ['RecoveryStatistics.due.money', null],
      ['RecoveryStatistics.remittedToBudget.money', null],
    ])('%s of Lào Cai in 2024 leads to the records behind it', async (figure, shown) => {
      await dashboard.page.click(`[data-lead="${figure}"]`);
      await dashboard.settled();
      const [inList, ofFigure] = await dashboard.texts('.list-sum dd');
      expect([inList, inList !== '0']).toEqual([ofFigure, true]);
      if (shown !== null) expect(inList).toBe(shown);
      expect(await dashboard.page.getAttribute('[data-matches]', 'data-matches')).toBe('true');
      expect(await dashboard.page.locator('[data-panel=list] tbody tr').count()).toBeGreaterThan(0);
    });

    const OF_FIGURES = [
      'key',
      'trend',
      'overlays',
      'complaints',
      'inspections',
      'recovery',
      'offices',
      'officers',
      'ranking',
    ];
    /** Assigned; compared; the difference of two numbers that both lead on. */
    const PLAIN = ['target', 'rank', 'change'];

    /** Numbers that are not in a link, each with the name of what it is in. */
    const unledIn = (within: string): Promise<[name: string, text: string][]> =>
      dashboard.page.locator(within).evaluateAll((all) =>
        all.flatMap((one: any) => {
          const found: [name: string, text: string][] = [];
          const nameOf = (element: any): string => {
            const named = element.closest('.change, .target, [data-figure], [data-column]');
            return named.dataset.figure ?? named.dataset.column ?? named.classList[0];
          };
          const walk = (node: any): void => {
            if (node.matches?.('a, h3, dt')) return;
            if (node.nodeType === 3 && /\d/.test(node.data)) found.push([nameOf(node.parentElement), node.data]);
            node.childNodes.forEach(walk);
          };
          walk(one);
          return found;
        }),
      );

    it.each(['province', 'office', 'central'] as const)(
      'every number of the view %s leads on, but for 0',
      async (view) => {
        await dashboard.show(VIEWS[view]);
        const unled = await unledIn(OF_FIGURES.map((panel) => `[data-panel=${panel}] :is(td, dd, .card)`).join(', '));
        expect(unled.filter(([name, text]) => !PLAIN.includes(name) && !/^0(,0| đồng)?$/.test(text))).toEqual([]);
        expect(new Set(unled.map(([name]) => name)).size).toBeGreaterThan(PLAIN.length - 1);
      },
    );

    const COMPUTED = '[data-column=computed]';

    it('90 of the 92 figures computed for the published reports lead on, or are between two numbers that do', async () => {
      await dashboard.show(VIEWS.reports);
      const unled = await unledIn(`[data-report] td${COMPUTED}`);
      const plain = unled.map(([name]) => name).filter((name) => name !== 'change');
      expect(plain).toEqual(['rank', 'rank']);
      const rows = dashboard.page.locator('[data-report] tbody tr');
      const leading = (links: number) =>
        rows.filter({ has: dashboard.page.locator(`${COMPUTED} a:nth-child(${links})`) });
      expect([await rows.count(), await leading(1).count(), await leading(2).count()]).toEqual([92, 90, 16]);
      expect(unled).toHaveLength(2 + 16);
    });

    /** Follows each of the links to its list, which must come to the figure that it says. */
    async function* followed(links: string) {
      const all = await dashboard.page
        .locator(links)
        .evaluateAll((found) => found.map((one: any): [string, string] => [one.textContent, one.hash]));
      expect(all.length).toBeGreaterThan(2);
      for (const [text, hash] of all) {
        await dashboard.show(hash);
        expect([hash, await dashboard.page.getAttribute('[data-matches]', 'data-matches')]).toEqual([hash, 'true']);
        const fields = new URLSearchParams(hash.split('?')[1]);
        const { period, measure } = JSON.parse(fields.get('filter')!);
        const [expected, of, percent] = ['expected', 'of', 'percent'].map((name) => Number(fields.get(name)));
        yield { text, period, isMoney: measure === 'money', expected: expected!, of: of!, percent: percent! };
      }
    }
    const { count, money, billions, dong, percent: percentOf, rate } = numbersIn('vi');
    /** Of a whole province; against a target; of two years; of the nation. */
    const REPORTED = ['[data-report="003"]', '[data-row=F001-15]', '[data-row=F002-12]', '[data-row=F004-04]'].join();

    it('numbers of last year lead to the records that sum to them, of the same period a year earlier', async () => {
      const periods = new Set<string>();
      const figures = '.change-before a:not([data-lead*=Rate]), [data-panel=trend] [data-column=lastYear] a';
      for await (const { text, isMoney, expected, period } of followed(figures)) {
        expect(text.replace(/^cùng kỳ /, '')).toBe(isMoney ? money(expected) : count(expected));
        periods.add(`${period.from} ${period.through}`);
      }
      expect([...periods].sort()).toEqual(
        expect.arrayContaining(['2022-10-01 2023-09-30', '2022-10-01 2022-10-31', '2023-02-01 2023-02-28']),
      );
      expect(periods.size).toBe(13);
    });

    it('a figure computed for a published report leads to the records that sum to it, a rate to its numerator’s', async () => {
      await dashboard.show(VIEWS.reports);
      const shown = { cases: 0, money: 0, rate: 0 };
      for await (const { text, isMoney, expected, of, percent } of followed(`:is(${REPORTED}) ${COMPUTED} a`)) {
        if (!of)
          expect(text.replace(/^cùng kỳ /, '')).toBe(isMoney ? `${billions(expected)} tỷ đồng` : count(expected));
        else if (!text.endsWith(' điểm')) expect(text).toContain(`${rate(percent)} %`);
        shown[of ? 'rate' : isMoney ? 'money' : 'cases'] += 1;
      }
      expect(shown).toEqual({ cases: 11, money: 8, rate: 12 });
    });

    it('a rate leads to the records of its numerator, and these to those of its denominator', async () => {
      const years = new Set<string>();
      const follow = async (links: string): Promise<void> => {
        for await (const { text, isMoney, expected, of, percent, period } of followed(links)) {
          if (!text.endsWith(' điểm')) expect(text).toContain(rate(percent));
          const show = isMoney ? dong : count;
          expect(await dashboard.text('[data-rate] dd')).toBe(
            `${show(expected)} trên ${show(of)} = ${percentOf((100 * expected) / of)}`,
          );
          await dashboard.page.click('[data-rate] a');
          await dashboard.settled();
          expect(await dashboard.texts('.list-sum dd')).toEqual([show(of), show(of), expect.any(String)]);
          years.add(period.through.slice(0, 4));
        }
      };
      await follow('[data-lead*=Rate]');
      await dashboard.show(VIEWS.central);
      await follow('[data-row=VN34-15] [data-lead*=Rate]');
      expect([...years].sort()).toEqual(['2023', '2024']);
    });

    it('says so where a caller sees fewer rows than were counted: petitions without the denunciations', async () => {
      const viewer = await open(VIEWS.province);
      await viewer.signIn(await graph.issuer.token({ role: 'PROVINCE_VIEWER', province: 'VN63-10' }));
      await viewer.page.click('[data-lead=received]');
      await viewer.settled();
      expect((await viewer.texts('.list-sum dd')).slice(0, 2)).toEqual(['127', '135']);
      expect(await viewer.text('[data-matches=false]')).toContain('tố cáo');
      await viewer.close();
    });

    it('the offices add up to their province, and an office leads on to its own', async () => {
      const counts = await dashboard.texts('[data-panel=offices] [data-column=completed]');
      expect(counts.map((text) => Number(text.replace('.', ''))).reduce((a, b) => a + b)).toBe(3569);
      await dashboard.page.click('[data-row=VN63-10-01] th a');
      await dashboard.settled();
      expect(await dashboard.text('[data-figure=completed] .card-value')).toBe(`${counts[1]} việc`);
    });

    it('the officers add up to the office that is chosen, each with the records that he or she is in charge of', async () => {
      for (const office of ['VN63-10-01', 'VN63-10-02']) {
        await dashboard.page.selectOption('[data-panel=officers] select', office);
        await dashboard.settled();
        const counts = await dashboard.texts('[data-panel=officers] [data-column=completed]');
        const whole = await dashboard.text(`[data-panel=offices] [data-row=${office}] [data-column=completed]`);
        expect(counts.map((text) => Number(text.replace('.', ''))).reduce((a, b) => a + b)).toBe(
          Number(whole.replace('.', '')),
        );
        expect(counts.length).toBeGreaterThan(1);
      }
      const first = '[data-panel=officers] tbody tr:first-child [data-column=completed]';
      const completed = await dashboard.text(first);
      await dashboard.page.click(`${first} a`);
      await dashboard.settled();
      expect(await dashboard.page.getAttribute('[data-matches]', 'data-matches')).toBe('true');
      expect(await dashboard.text('.list-sum dd')).toBe(completed);
      await dashboard.show(VIEWS.office);
      expect(await dashboard.page.locator('[data-panel=officers] select').count()).toBe(0);
      expect(await dashboard.page.locator('[data-panel=officers] tbody tr').count()).toBeGreaterThan(1);
    });

    it('worklists lead to lists of as many rows, and officers to theirs', async () => {
      const worklists = ['verification', 'unenforced', 'recommendations', 'assets'];
      const counts = await Promise.all(worklists.map((name) => dashboard.text(`[data-worklist=${name}] b`)));
      expect(counts.map((text) => Number(text)).every((count) => count > 0)).toBe(true);
      for (const [index, name] of worklists.entries()) {
        await dashboard.page.click(`[data-worklist=${name}] a`);
        await dashboard.settled();
        expect([name, await dashboard.text('.list-sum dd')]).toEqual([name, counts[index]]);
        await dashboard.page.goBack();
        await dashboard.settled();
      }
      const officer = '[data-panel=unenforced] tbody tr:first-child [data-column=cases]';
      const open = await dashboard.text(officer);
      await dashboard.page.click(`${officer} a`);
      await dashboard.settled();
      expect(await dashboard.text('.list-sum dd')).toBe(open);
    });

    it('every panel leads to the playground with the query that gave its figures', async () => {
      const links = await dashboard.page.locator('.panel a.tool').all();
      expect(links.length).toBeGreaterThan(5);
      for (const link of links) {
        const fields = new URLSearchParams((await link.getAttribute('href'))!.split('#')[1]);
        const variables = JSON.parse(fields.get('variables')!);
        const body = JSON.stringify({ query: fields.get('query'), variables });
        const response = await fetch(`${graph.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...graph.headers },
          body,
        });
        const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
        expect([fields.get('query'), errors, data === null]).toEqual([fields.get('query'), undefined, false]);
      }
    });
  });

  describe('keeps to its own', () => {
    it('asks nobody but the gateway, breaks no policy, and stores the token nowhere, in every view', async () => {
      const dashboard = await openSignedIn(VIEWS.central);
      for (const hash of Object.values(VIEWS)) await dashboard.show(hash);
      // A drawing reacts to the pointer, too.
      await dashboard.show(VIEWS.central);
      await dashboard.page.hover('.chart svg');
      expect(
        dashboard.requests.filter((url) => !url.startsWith(`${dashboard.origin}/`) && !url.startsWith('data:')),
      ).toEqual([]);
      expect(dashboard.faults).toEqual([]);
      expect(await dashboard.stored()).not.toContain(central.slice(-40));
      expect(await dashboard.stored()).toBe('[[],[]][]');
      expect(dashboard.page.url()).not.toContain(central.slice(-40));
      await dashboard.page.reload();
      await dashboard.settled();
      expect(await dashboard.text('.sign-in')).toContain('Đăng nhập');
      await dashboard.close();
    });

    it('a token that is not accepted is told, and signing out shows the public figures again', async () => {
      const dashboard = await open('#/province/VN63-10?year=2024');
      await dashboard.signIn('no.token.atall');
      expect(await dashboard.text('.panel-fault')).toBe('Mã đăng nhập không còn được chấp nhận; hãy đăng nhập lại.');
      await dashboard.page.click('.sign-in > button');
      await dashboard.settled();
      expect(await dashboard.text('[data-figure=completed] .card-value')).toBe('3.569 việc');
      await dashboard.close();
    });

    it('weighs at most 400 KiB as it is sent', () => {
      const assets = path.resolve(__dirname, '..', 'dashboard', 'dist', 'assets');
      const sent = readdirSync(assets).filter((file) => file.endsWith('.gz'));
      const bytes = sent.map((file) => statSync(path.join(assets, file)).size).reduce((a, b) => a + b, 0);
      expect([sent.length > 3, bytes <= 400 * 1024, bytes]).toEqual([true, true, bytes]);
    });

    it('its policy lets nothing in but its own files', async () => {
      const { headers } = await fetch(`${graph.url}/`);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
    });
  });

  describe('is there for everybody', () => {
    const sizes = { desktop: DESKTOP, phone: PHONE };
    const all = Object.entries(VIEWS).flatMap(([view, hash]) =>
      (['vi', 'en'] as const).flatMap((language) =>
        Object.entries(sizes).map(([size, viewport]) => ({ view, language, size, viewport, hash })),
      ),
    );

    const pages = new Map<string, DashboardPage>();
    beforeAll(async () => {
      for (const [size, viewport] of Object.entries(sizes)) {
        const dashboard = await openSignedIn(VIEWS.choose, viewport);
        await dashboard.page.evaluate(axe);
        pages.set(size, dashboard);
      }
    });
    afterAll(async () => {
      for (const dashboard of pages.values()) await dashboard.close();
    });

    it.each(all)('$view, $language, $size: nothing to find fault with, no scrolling sideways', async (one) => {
      const { view, language, size, viewport, hash } = one;
      const dashboard = pages.get(size)!;
      await dashboard.show(`${hash}${hash.includes('?') ? '&' : '?'}lang=${language}`);
      await dashboard.page.screenshot({
        path: path.join(SHOTS, `${view}-${language}-${size}.jpeg`),
        type: 'jpeg',
        fullPage: true,
      });
      expect(await dashboard.page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
      expect(await dashboard.page.evaluate('document.documentElement.lang')).toBe(language);
      // Half of what this file takes: each language and each size once.
      if ((language === 'vi') === (size === 'desktop')) {
        const violations = await dashboard.page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
        );
        expect(violations).toEqual([]);
      }
      expect(dashboard.faults).toEqual([]);
    });

    it('works by keyboard: skipping to the main part, choosing months, opening a province', async () => {
      const dashboard = await open(VIEWS.central);
      await dashboard.page.keyboard.press('Tab');
      await dashboard.page.keyboard.press('Enter');
      expect(await dashboard.page.evaluate('document.activeElement.id')).toBe('main');
      await dashboard.page.focus('.choices button:has-text("6 tháng")');
      await dashboard.page.keyboard.press('Enter');
      await dashboard.settled();
      expect(await dashboard.text('.period-shown')).toContain('6 tháng năm công tác 2024');
      await dashboard.page.focus('[data-tile=VN34-15]');
      await dashboard.page.keyboard.press('Enter');
      await dashboard.settled();
      expect(await dashboard.text('.place-name')).toBe('Lào Cai');
      await dashboard.close();
    });

    it('an address is the whole of what is shown: view, period, boundaries, province, language', async () => {
      const dashboard = await open('#/province/VN63-38?year=2025&months=9&lang=en');
      expect(await dashboard.text('.place-name')).toBe('Thanh Hoa');
      expect(await dashboard.text('.period-shown')).toBe(
        '9 months of working year 2025, 01 Oct 2024 through 30 Jun 2025',
      );
      expect(await dashboard.text('[data-figure=completed] .card-value')).toBe('10,932 cases');
      expect(await dashboard.text('.choices [aria-pressed=true] >> nth=1')).toContain('63');
      await dashboard.page.selectOption('.picker select', 'VN63-10');
      await dashboard.settled();
      expect(new URL(dashboard.page.url()).hash).toMatch(/^#\/province\/VN63-10\?year=2025&months=9.*lang=en/);
      await dashboard.page.goBack();
      await dashboard.settled();
      expect(await dashboard.text('.place-name')).toBe('Thanh Hoa');
      await dashboard.close();
    });

    it('on paper there are figures, and nothing to click', async () => {
      const dashboard = await open(VIEWS.central);
      await dashboard.page.emulateMedia({ media: 'print' });
      for (const hidden of ['.bar', '.top nav', '.panel-tools', '.table-tools', '.sign-in']) {
        expect([hidden, await dashboard.page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
      }
      expect(await dashboard.page.locator('[data-figure=completed]').isVisible()).toBe(true);
      const pdf = await dashboard.page.pdf({ path: path.join(SHOTS, 'central.pdf'), preferCSSPageSize: true });
      // A4 is 595 by 842 points.
      expect(pdf.toString('latin1')).toMatch(/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
      await dashboard.close();
    });

    it('a table is saved as CSV that spreadsheets take for text and numbers, and for Excel', async () => {
      const dashboard = await open('#/central?year=2024&boundaries=VN63');
      const save = async (format: string): Promise<Buffer> => {
        const [download] = await Promise.all([
          dashboard.page.waitForEvent('download'),
          dashboard.page.click(`[data-panel=ranking] .table-tools button:has-text("${format}")`),
        ]);
        return readFileSync(await download.path());
      };
      const csv = (await save('CSV')).toString('utf8');
      expect(csv.startsWith('\uFEFF"Tỉnh, thành phố",Hạng,')).toBe(true);
      expect(csv.split('\r\n')).toHaveLength(65);
      expect(csv).toMatch(/\r\nLào Cai,5,91\.09,83\.68,3569,3918,83\.69,7\.4,484650000000,81\.73\r\n/);
      const workbook = await save('Excel');
      expect(workbook.subarray(0, 2).toString()).toBe('PK');
      expect(dashboard.faults).toEqual([]);
      await dashboard.close();
    });
  });
});

(program ? describe : describe.skip)('the dashboard while a register is away', () => {
  it('says so in the panels of that register, and the others go on', async () => {
    await buildDashboard();
    const [graph, browser] = await Promise.all([startInOneProcess('sample'), launchBrowser(program!)]);
    try {
      const dashboard = await DashboardPage.open(browser, graph.url, '#/central?year=2024');
      await dashboard.signIn(await graph.issuer.token({ role: 'CENTRAL_INSPECTOR' }));
      expect(await dashboard.text('[data-panel=complaints]')).toContain('12.486');
      await graph.stopSubgraph('complaints');
      await dashboard.page.click('button:has-text("Tải lại")');
      await dashboard.page.waitForSelector('[data-panel=complaints] [data-code=SUBGRAPH_UNAVAILABLE]');
      await dashboard.settled();
      expect(await dashboard.text('[data-panel=complaints] .panel-fault')).toContain(
        'Phân hệ Khiếu nại, tố cáo tạm thời không trả lời. Các phần khác vẫn hoạt động.',
      );
      expect(await dashboard.text('[data-figure=completed] .card-value')).toBe('621.568 việc');
      expect(await dashboard.page.locator('.panel-fault').count()).toBe(1);
      await dashboard.close();
    } finally {
      await browser.close();
      await graph.stop();
    }
  });
});
