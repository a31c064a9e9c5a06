import type { FormEvent, ReactNode } from 'react';
import { useLanguage } from '../language/use-language';
import { BOUNDARIES } from './address';
import { useAddress } from './use-address';
import { type Days, USUAL_MONTHS, today, workingYearOf } from './period';

/** How many working years can be chosen, the present one included. */
const YEARS = 8;

interface PeriodBarProps {
  readonly latestYear: number;
  readonly days: Days;
}

/** Which period and boundaries the figures are of. */
export function PeriodBar({ latestYear, days }: PeriodBarProps): ReactNode {
  const { address, go } = useAddress();
  const { words } = useLanguage();
  const present = workingYearOf(today());
  const years = Array.from({ length: YEARS }, (_, index) => present - index);
  const isRange = address.from !== null;
  const year = address.year ?? latestYear;

  function showRange(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    go({ year: null, from: String(fields.get('from')), through: String(fields.get('through')) });
  }

  return (
    <div className="period-bar">
      <label>
        {words.period.year}
        <select
          value={isRange ? '' : year}
          onChange={({ target }) => go({ year: Number(target.value), from: null, through: null })}
        >
          {isRange && <option value="">{words.none}</option>}
          {!isRange && !years.includes(year) && <option value={year}>{year}</option>}
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <div className="choices" role="group" aria-label={words.period.months}>
        {USUAL_MONTHS.map((months) => (
          <button
            key={months}
            type="button"
            aria-pressed={!isRange && address.months === months}
            onClick={() => go({ year, months, from: null, through: null })}
          >
            {months === 12 ? words.period.wholeYear : words.period.ofMonths(months)}
          </button>
        ))}
      </div>
      <details className="range" open={isRange}>
        <summary>{words.period.range}</summary>
        <form onSubmit={showRange} key={`${days.from} ${days.through}`}>
          <label>
            {words.period.from}
            <input type="date" name="from" required defaultValue={days.from} />
          </label>
          <label>
            {words.period.through}
            <input type="date" name="through" required defaultValue={days.through} />
          </label>
          <button type="submit">{words.period.show}</button>
        </form>
      </details>
      <div className="choices" role="group" aria-label={words.boundaries.label}>
        {BOUNDARIES.map((boundaries) => (
          <button
            key={boundaries}
            type="button"
            aria-pressed={address.boundaries === boundaries}
            onClick={() => go({ boundaries, ...(address.view === 'province' && { id: null }) })}
          >
            {words.boundaries[boundaries]}
          </button>
        ))}
      </div>
    </div>
  );
}
