import type { Language } from '../address/address';

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
const CURRENCY: Readonly<Record<Language, string>> = { vi: 'đồng', en: 'VND' };
/** From there on, how many times as much says more than percent. */
const MANY_TIMES = 10;
const BILLION = 1_000_000_000;

export interface Numbers {
  count(value: number): string;
  /** In words: 12,5 tỷ đồng. */
  money(dong: number): string;
  /** In billions, for columns that say so in their heading. */
  billions(dong: number): string;
  /** To the dong. */
  dong(dong: number): string;
  /** Two decimals, as the ministry prints rates. */
  percent(value: number): string;
  /** The same without the sign, for columns that say so in their heading. */
  rate(value: number): string;
  points(value: number): string;
  /** Signed, in percent of what it was; how many times as much when that is many. Null when there was nothing. */
  change(now: number, before: number): string | null;
  day(iso: string): string;
  month(iso: string): string;
}

function make(language: Language): Numbers {
  const locale = LOCALES[language];
  const format = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    const formatter = new Intl.NumberFormat(locale, options);
    return (value) => formatter.format(value);
  };
  const count = format({ maximumFractionDigits: 0 });
  const compact = format({ notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 1 });
  const billions = format({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percent = format({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const signed = format({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const times = format({ maximumFractionDigits: 0 });
  const change = format({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const day = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: language === 'vi' ? '2-digit' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const month = new Intl.DateTimeFormat(locale, { month: 'numeric', year: 'numeric', timeZone: 'UTC' });
  return {
    count,
    money: (dong) => `${compact(dong)} ${CURRENCY[language]}`,
    billions: (dong) => billions(dong / BILLION),
    dong: (dong) => `${count(dong)} ${CURRENCY[language]}`,
    percent: (value) => `${percent(value)}%`,
    rate: percent,
    points: (value) => signed(value),
    change(now, before) {
      if (before === 0) return null;
      return now >= MANY_TIMES * before ? `× ${times(now / before)}` : `${change((100 * (now - before)) / before)}%`;
    },
    day: (iso) => day.format(new Date(`${iso}T00:00:00Z`)),
    month: (iso) => month.format(new Date(`${iso}T00:00:00Z`)),
  };
}

const MADE: Readonly<Record<Language, Numbers>> = { vi: make('vi'), en: make('en') };

export function numbersIn(language: Language): Numbers {
  return MADE[language];
}

const COLLATORS: Readonly<Record<Language, Intl.Collator>> = {
  vi: new Intl.Collator('vi', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
};

export function compareIn(language: Language, a: string, b: string): number {
  return COLLATORS[language].compare(a, b);
}
