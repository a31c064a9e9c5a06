import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import { workingYearOf } from '../address/period';
import type { Where } from '../figures/lead';
import { MonthsReported, type PeriodInput, Ranking as RankingOperation } from '../graph/operations';
import { useAnswer } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import { Panel } from '../panel/panel';
import {
  ComplaintsPanel,
  InspectionsPanel,
  KeyFiguresPanel,
  OverlaysPanel,
  RecoveryPanel,
  TrendPanel,
} from '../place/figures-of-place';
import { Late } from './late';
import { ProvinceMap } from './map';
import { Ranking } from './ranking';

interface ViewProps {
  readonly period: PeriodInput;
  readonly days: Days;
}

/** How far back the last month with figures is looked for. */
const YEARS_BACK = 2;

export function CentralView({ period, days }: ViewProps): ReactNode {
  const { boundaries } = useAddress().address;
  const { words } = useLanguage();
  const where: Where = { scope: { kind: 'nation', id: null }, days };
  const of34 = useAnswer(RankingOperation, { boundaries: 'VN34', period });
  const ranked = useAnswer(RankingOperation, { boundaries, period });
  const since = `${workingYearOf(days.through) - 1 - YEARS_BACK}-10-01`;
  const reported = useAnswer(MonthsReported, { boundaries, period: { from: since, through: days.through } });
  return (
    <div className="grid">
      <div className="wide">
        <KeyFiguresPanel where={where} period={period} />
      </div>
      <div className="column">
        <Panel
          name="map"
          title={words.panels.map}
          register="cases"
          asked={of34}
          field="caseStatistics"
          read={({ provinces }) => (provinces.some(({ caseStatistics }) => caseStatistics) ? provinces : null)}
        >
          {(provinces) => <ProvinceMap provinces={provinces} />}
        </Panel>
        <Panel
          name="late"
          title={words.panels.late}
          register="cases"
          asked={reported}
          field="caseTrend"
          note={words.late.note}
          read={({ provinces }) => (provinces.some(({ caseTrend }) => caseTrend) ? provinces : null)}
        >
          {(provinces) => <Late provinces={provinces} days={days} />}
        </Panel>
      </div>
      <div className="column column-larger">
        <TrendPanel where={where} period={period} />
        <OverlaysPanel where={where} period={period} />
      </div>
      <div className="wide">
        <Panel
          name="ranking"
          title={words.panels.ranking}
          register="cases"
          asked={ranked}
          field="caseStatistics"
          read={({ provinces }) => (provinces.some(({ caseStatistics }) => caseStatistics) ? provinces : null)}
        >
          {(provinces) => <Ranking provinces={provinces} days={days} />}
        </Panel>
      </div>
      <div className="wide thirds">
        <ComplaintsPanel where={where} period={period} />
        <InspectionsPanel where={where} period={period} />
        <RecoveryPanel where={where} period={period} />
      </div>
    </div>
  );
}
