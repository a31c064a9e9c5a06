import type { ReactNode } from 'react';
import type { CaseYearsFragment } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import { Change } from './change';
import { Behind, Lead, type Where } from './lead';
import { Meaning } from './meaning';
import './figures.css';

interface KeyFiguresProps {
  readonly cases: CaseYearsFragment;
  readonly where: Where;
}

/** The figures that a manager asks for first: this period, the same period last year, the target. */
export function KeyFigures({ cases, where }: KeyFiguresProps): ReactNode {
  const { words, numbers } = useLanguage();
  const { figures } = words;
  const { samePeriodLastYear: before, rank } = cases;
  const tallies = ['toBeEnforced', 'withConditions', 'completed'] as const;
  return (
    <div className="key-figures">
      {tallies.map((name) => (
        <div key={name} className="card" data-figure={name}>
          <h3>
            {figures[name]}
            <Meaning of={`CaseStatistics.${name}`} />
          </h3>
          <p className="card-value">
            {name === 'completed' ? (
              <Lead where={where} to="completed" value={cases.completed.cases}>
                {numbers.count(cases.completed.cases)}
              </Lead>
            ) : (
              <Behind
                where={where}
                indicator={`CaseStatistics.${name}`}
                figure={figures[name]}
                value={cases[name].cases}
              >
                {numbers.count(cases[name].cases)}
              </Behind>
            )}{' '}
            <small>{words.casesUnit}</small>
          </p>
          <Change now={cases[name].cases} before={before[name].cases} show={numbers.count} />
          <p className="card-second">
            <Behind
              where={where}
              indicator={`CaseStatistics.${name}`}
              figure={figures[name]}
              measure="money"
              value={cases[name].money}
            >
              {numbers.money(cases[name].money)}
            </Behind>
          </p>
          <Change now={cases[name].money} before={before[name].money} show={numbers.money} />
        </div>
      ))}
      {(['cases', 'money'] as const).map((measure) => (
        <div key={measure} className="card card-rate" data-figure={`completionRate.${measure}`}>
          <h3>
            {measure === 'cases' ? figures.completionRateCases : figures.completionRateMoney}
            <Meaning of="CaseStatistics.completionRate" />
          </h3>
          <p className="card-value">{percentOf(cases.completionRate[measure])}</p>
          <Change
            now={cases.completionRate[measure]}
            before={before.completionRate[measure]}
            show={numbers.percent}
            isRate
          />
          <Target measure={measure} cases={cases} />
          {rank && <p className="card-second">{words.rank(rank[measure], rank.among)}</p>}
        </div>
      ))}
      <div className="card card-list">
        <dl>
          {(['newlyReceived', 'fullyEnforced', 'terminated'] as const).map((name) => (
            <Listed key={name} name={name} label={figures[name]}>
              <Lead where={where} to={name} value={cases[name].cases}>
                {numbers.count(cases[name].cases)}
              </Lead>
            </Listed>
          ))}
          <Listed name="carriedForward" label={figures.carriedForward}>
            <Behind
              where={where}
              indicator="CaseStatistics.carriedForward"
              figure={figures.carriedForward}
              value={cases.carriedForward.cases}
            >
              {numbers.count(cases.carriedForward.cases)}
            </Behind>
          </Listed>
          <Listed name="coercionDecisions" label={figures.coercions}>
            <Behind
              where={where}
              indicator="CaseStatistics.coercionDecisions"
              figure={figures.coercions}
              value={cases.coercionDecisions}
            >
              {numbers.count(cases.coercionDecisions)}
            </Behind>
          </Listed>
          <Listed name="decisionRate" label={figures.decisionRate}>
            {percentOf(cases.decisionRate)}
          </Listed>
        </dl>
      </div>
    </div>
  );

  function percentOf(value: number | null | undefined): string {
    return value === null || value === undefined ? words.none : numbers.percent(value);
  }
}

interface ListedProps {
  /** Of `CaseStatistics`. */
  readonly name: string;
  readonly label: string;
  readonly children: ReactNode;
}

function Listed({ name, label, children }: ListedProps): ReactNode {
  return (
    <>
      <dt>
        {label}
        <Meaning of={`CaseStatistics.${name}`} />
      </dt>
      <dd data-figure={name}>{children}</dd>
    </>
  );
}

interface TargetProps {
  readonly measure: 'cases' | 'money';
  readonly cases: CaseYearsFragment;
}

function Target({ measure, cases }: TargetProps): ReactNode {
  const { words, numbers } = useLanguage();
  const target = cases.target?.[measure] ?? null;
  const rate = cases.completionRate[measure];
  const points = cases.pointsOverTarget?.[measure] ?? null;
  if (target === null) return <p className="card-second muted">{words.noTarget}</p>;
  return (
    <div className="target">
      <svg className="target-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="8" className="target-all" />
        <rect width={Math.min(100, rate ?? 0)} height="8" className="target-reached" />
        <rect x={Math.min(99, target)} width="1" height="8" className="target-mark" />
      </svg>
      <p>
        {words.target} {numbers.percent(target)}
        {points !== null && (
          <span className={points >= 0 ? 'good' : 'bad'}>
            {' '}
            {numbers.points(points)} {words.points}
          </span>
        )}
      </p>
    </div>
  );
}
