export const VIEWS = ['central', 'province', 'office', 'list', 'reports'] as const;
export type View = (typeof VIEWS)[number];

export const BOUNDARIES = ['VN34', 'VN63'] as const;
export type BoundariesChoice = (typeof BOUNDARIES)[number];

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What is shown, as the part of the address after `#` has it: whoever is sent the address sees the same. */
export interface Address {
  readonly view: View;
  /** Province or office that is shown. */
  readonly id: string | null;
  /** Working year; null: the latest that most provinces have reported. Not with `from` and `through`. */
  readonly year: number | null;
  readonly months: number;
  readonly from: string | null;
  readonly through: string | null;
  readonly boundaries: BoundariesChoice;
  readonly language: Language;
  /** Of the list that is shown: which, with what filter, and the figure that led to it. */
  readonly list: string | null;
  readonly filter: string | null;
  readonly figure: string | null;
  /** The figure itself, that the list must come to. */
  readonly expected: number | null;
  /** Where that is the numerator of a rate: which rate, how much it is, and its denominator. */
  readonly rate: string | null;
  readonly percent: number | null;
  readonly of: number | null;
}

/** Of a province or an office. */
const PLACE = /^VN\d\d-\d\d(-\d\d)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whatever cannot be understood is as if it was not there. */
export function readAddress(hash: string): Address {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [view, id] = path.split('/');
  const fields = new URLSearchParams(search);
  const one = <T extends string>(all: readonly T[], value: string | null | undefined): T =>
    all.find((known) => known === value) ?? all[0]!;
  const number = (name: string): number => Number(fields.get(name) ?? NaN);
  const integer = (name: string, least: number, most: number): number | null => {
    const value = number(name);
    return Number.isInteger(value) && value >= least && value <= most ? value : null;
  };
  const day = (name: string): string | null => (DAY.test(fields.get(name) ?? '') ? fields.get(name) : null);
  const isRange = day('from') !== null && day('through') !== null;
  return {
    view: one(VIEWS, view),
    id: id && PLACE.test(id) ? id : null,
    year: isRange ? null : integer('year', 2000, 2100),
    months: integer('months', 1, 12) ?? 12,
    from: isRange ? day('from') : null,
    through: isRange ? day('through') : null,
    // A province is of the one boundaries or the other, whatever else the address says.
    boundaries: one(
      BOUNDARIES,
      BOUNDARIES.find((known) => id?.startsWith(`${known}-`) && view === 'province') ?? fields.get('boundaries'),
    ),
    language: one(LANGUAGES, fields.get('lang')),
    list: fields.get('list'),
    filter: fields.get('filter'),
    figure: fields.get('figure'),
    expected: integer('expected', 0, Number.MAX_SAFE_INTEGER),
    rate: fields.get('rate'),
    percent: Number.isFinite(number('percent')) ? number('percent') : null,
    of: integer('of', 0, Number.MAX_SAFE_INTEGER),
  };
}

export function writeAddress(address: Address): string {
  const { view, id, year, months, from, through, boundaries, language, ...rest } = address;
  const { list, filter, figure, expected, rate, percent, of } = rest;
  const ofList = view === 'list' ? { list, filter, figure, expected, rate, percent, of } : {};
  const fields = Object.entries({ year, months, from, through, boundaries, lang: language, ...ofList });
  const given = fields
    .filter(([, value]) => value !== null)
    .map(([name, value]): [string, string] => [name, String(value)]);
  const place = id === null || view === 'central' || view === 'reports' ? '' : `/${id}`;
  return `#/${view}${place}?${new URLSearchParams(given)}`;
}
