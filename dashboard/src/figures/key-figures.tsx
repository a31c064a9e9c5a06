import type { ReactNode } from 'react';
import type { CaseYearsFragment } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import type { Scope } from '../lists/list-request';
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
  const { scope } = where;
  const tallies = ['toBeEnforced', 'withConditions', 'completed'] as const;
  const shared = { scope, figures: cases };
  return (
    <div className="key-figures">
      {tallies.map((name) => {
        const figure = { ...shared, indicator: `CaseStatistics.${name}` as const, figure: figures[name] };
        return (
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
                <Behind {...figure}>{numbers.count(cases[name].cases)}</Behind>
              )}{' '}
              <small>{words.casesUnit}</small>
            </p>
            <Change {...figure} show={numbers.count} />
            <p className="card-second">
              <Behind {...figure} measure="money">
                {numbers.money(cases[name].money)}
              </Behind>
            </p>
            <Change {...figure} measure="money" show={numbers.money} />
          </div>
        );
      })}
      {(['cases', 'money'] as const).map((measure) => {
        const label = measure === 'cases' ? figures.completionRateCases : figures.completionRateMoney;
        const rate = { ...shared, indicator: 'CaseStatistics.completionRate', figure: label, measure } as const;
        return (
          <div key={measure} className="card card-rate" data-figure={`completionRate.${measure}`}>
            <h3>
              {label}
              <Meaning of="CaseStatistics.completionRate" />
            </h3>
            <p className="card-value">
              <Behind {...rate} isRate>
                {percentOf(cases.completionRate[measure])}
              </Behind>
            </p>
            <Change {...rate} isRate show={numbers.percent} />
            <Target measure={measure} cases={cases} scope={scope} />
            {cases.rank && (
              <p className="card-second" data-figure="rank">
                {words.rank(cases.rank[measure], cases.rank.among)}
              </p>
            )}
          </div>
        );
      })}
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
            <Behind {...shared} indicator="CaseStatistics.carriedForward" figure={figures.carriedForward}>
              {numbers.count(cases.carriedForward.cases)}
            </Behind>
          </Listed>
          <Listed name="coercionDecisions" label={figures.coercions}>
            <Behind {...shared} indicator="CaseStatistics.coercionDecisions" figure={figures.coercions}>
              {numbers.count(cases.coercionDecisions)}
            </Behind>
          </Listed>
          <Listed name="decisionRate" label={figures.decisionRate}>
            <Behind {...shared} indicator="CaseStatistics.decisionRate" figure={figures.decisionRate} isRate>
              {percentOf(cases.decisionRate)}
            </Behind>
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
  readonly scope: Scope;
}

function Target({ measure, cases, scope }: TargetProps): ReactNode {
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
        {words.target} {numbers.percent(target)}{' '}
        {points !== null && (
          <Behind
            scope={scope}
            figures={cases}
            indicator="CaseStatistics.completionRate"
            figure={words.ranking.points}
            measure={measure}
            isRate
          >
            <span className={points >= 0 ? 'good' : 'bad'}>
              {numbers.points(points)} {words.points}
            </span>
          </Behind>
        )}
      </p>
    </div>
  );
}
