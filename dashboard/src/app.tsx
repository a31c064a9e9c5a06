import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, lazy, useEffect, useMemo } from 'react';
import { LANGUAGES, type View } from './address/address';
import { useAddress } from './address/use-address';
import { useLatestYear } from './address/latest-year';
import { PeriodBar } from './address/period-bar';
import { daysOfAddress, periodInput } from './address/period';
import { CentralView } from './central/central-view';
import { askAt } from './graph/ask';
import type { Config } from './graph/config';
import { GraphContext } from './graph/use-graph';
import { useLanguage } from './language/use-language';
import { ListView } from './lists/list-view';
import { ProvincialView } from './provincial/provincial-view';
import { type Session, useSession } from './sign-in/session';
import { SignInButton } from './sign-in/sign-in';
import { Waiting } from './panel/waiting';

/** Brings the published figures with it. */
const ReportsView = lazy(() => import('./published/reports-view'));

interface AppProps {
  readonly config: Config;
  /** From the issuer that has just sent the browser back. */
  readonly token: string | null;
  readonly signInFailed: boolean;
}

export function App({ config, token, signInFailed }: AppProps): ReactNode {
  const session = useSession(token);
  const graph = useMemo(
    () => ({
      config,
      ask: askAt(config.endpoint, session.token),
      caller: session.caller,
      isSignedIn: session.token !== null,
    }),
    [config, session.token, session.caller],
  );
  return (
    <GraphContext value={graph}>
      <Page session={session} signInFailed={signInFailed} />
    </GraphContext>
  );
}

const TABS = ['central', 'province', 'reports'] as const satisfies readonly View[];

function Page({ session, signInFailed }: { readonly session: Session; readonly signInFailed: boolean }): ReactNode {
  const { address, to } = useAddress();
  const { language, words } = useLanguage();
  const tab = address.view === 'office' ? 'province' : address.view;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${words.title} – ${words.subtitle}`;
  }, [language, words]);
  return (
    <>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          // The part of the address after # is the view's.
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {words.skip}
      </a>
      <header className="top">
        <h1>
          {words.title} <span>{words.subtitle}</span>
        </h1>
        <nav aria-label={words.subtitle}>
          {TABS.map((view) => (
            <a key={view} href={to({ view, id: null })} aria-current={tab === view ? 'page' : undefined}>
              {words.views[view]}
            </a>
          ))}
        </nav>
        <div className="top-end">
          <span className="languages">
            {LANGUAGES.map((one) => (
              <a
                key={one}
                href={to({ language: one })}
                lang={one}
                hrefLang={one}
                aria-current={language === one ? 'true' : undefined}
              >
                {one === 'vi' ? 'Tiếng Việt' : 'English'}
              </a>
            ))}
          </span>
          <SignInButton session={session} failed={signInFailed} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          {address.view === 'reports' ? <ReportsView /> : address.view === 'list' ? <ListView /> : <Figures />}
        </Suspense>
      </main>
    </>
  );
}

/** The views that are of a period. */
function Figures(): ReactNode {
  const { address } = useAddress();
  const { words, numbers } = useLanguage();
  const queries = useQueryClient();
  const latestYear = useLatestYear();
  if (latestYear === null) return <Waiting />;
  const period = periodInput(address, latestYear);
  const days = daysOfAddress(address, latestYear);
  const label = address.from === null ? `${words.period.of(address.year ?? latestYear, address.months)}, ` : '';
  return (
    <>
      <div className="bar">
        <PeriodBar latestYear={latestYear} days={days} />
        <div className="bar-end">
          <button type="button" onClick={() => void queries.invalidateQueries()}>
            {words.refresh}
          </button>
          <button type="button" onClick={() => print()}>
            {words.print}
          </button>
        </div>
      </div>
      <p className="period-shown">
        {label}
        {words.period.between(numbers.day(days.from), numbers.day(days.through))}
        {address.view === 'central' && ` · ${words.boundaries[address.boundaries]}`}
      </p>
      {address.view === 'central' ? (
        <CentralView period={period} days={days} />
      ) : (
        <ProvincialView period={period} days={days} />
      )}
    </>
  );
}
