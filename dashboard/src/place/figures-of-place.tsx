import type { ReactNode } from 'react';
import { Complaints } from '../figures/complaints';
import { Inspections } from '../figures/inspections';
import { KeyFigures } from '../figures/key-figures';
import type { Where } from '../figures/lead';
import { Overlays } from '../figures/overlays';
import { Recovery } from '../figures/recovery';
import {
  NationCases,
  NationComplaints,
  NationInspections,
  NationOverlays,
  NationRecovery,
  NationTrend,
  OfficeCases,
  OfficeComplaints,
  OfficeInspections,
  OfficeOverlays,
  OfficeRecovery,
  OfficeTrend,
  type PeriodInput,
  ProvinceCases,
  ProvinceComplaints,
  ProvinceInspections,
  ProvinceOverlays,
  ProvinceRecovery,
  ProvinceTrend,
} from '../graph/operations';
import { useScoped } from '../graph/use-scoped';
import { Trend } from '../charts/trend';
import { useLanguage } from '../language/use-language';
import { Panel } from '../panel/panel';

const CASES = { nation: NationCases, province: ProvinceCases, office: OfficeCases };
const TREND = { nation: NationTrend, province: ProvinceTrend, office: OfficeTrend };
const OVERLAYS = { nation: NationOverlays, province: ProvinceOverlays, office: OfficeOverlays };
const COMPLAINTS = { nation: NationComplaints, province: ProvinceComplaints, office: OfficeComplaints };
const INSPECTIONS = { nation: NationInspections, province: ProvinceInspections, office: OfficeInspections };
const RECOVERY = { nation: NationRecovery, province: ProvinceRecovery, office: OfficeRecovery };

export interface PlaceProps {
  readonly where: Where;
  readonly period: PeriodInput;
}

export function KeyFiguresPanel({ where, period }: PlaceProps): ReactNode {
  const { words } = useLanguage();
  const asked = useScoped(CASES, where.scope, period);
  return (
    <Panel
      name="key"
      title={words.panels.key}
      register="cases"
      asked={asked}
      field="caseStatistics"
      read={({ scope }) => scope?.caseStatistics}
    >
      {(cases) => <KeyFigures cases={cases} where={where} />}
    </Panel>
  );
}

export function TrendPanel({ where, period }: PlaceProps): ReactNode {
  const { words } = useLanguage();
  const asked = useScoped(TREND, where.scope, period);
  return (
    <Panel
      name="trend"
      title={words.panels.trend}
      register="cases"
      asked={asked}
      field="caseTrend"
      read={({ scope }) => scope?.caseTrend}
    >
      {(months) => <Trend months={months} scope={where.scope} />}
    </Panel>
  );
}

export function OverlaysPanel({ where, period }: PlaceProps): ReactNode {
  const { words } = useLanguage();
  const asked = useScoped(OVERLAYS, where.scope, period);
  return (
    <Panel
      name="overlays"
      title={words.panels.overlays}
      register="cases"
      asked={asked}
      field="credit"
      note={words.overlaysNote}
      read={({ scope }) => (scope?.credit ? scope : null)}
    >
      {(figures) => <Overlays figures={figures} where={where} />}
    </Panel>
  );
}

export function ComplaintsPanel({ where, period }: PlaceProps): ReactNode {
  const { words } = useLanguage();
  const asked = useScoped(COMPLAINTS, where.scope, period);
  return (
    <Panel
      name="complaints"
      title={words.panels.complaints}
      register="complaints"
      asked={asked}
      field="petitionStatistics"
      read={({ scope }) => (scope?.petitionStatistics || scope?.receptionStatistics ? scope : null)}
    >
      {(figures) => <Complaints figures={figures} where={where} />}
    </Panel>
  );
}

export function InspectionsPanel({ where, period }: PlaceProps): ReactNode {
  const { words } = useLanguage();
  const asked = useScoped(INSPECTIONS, where.scope, period);
  return (
    <Panel
      name="inspections"
      title={words.panels.inspections}
      register="inspections"
      asked={asked}
      field="inspectionStatistics"
      read={({ scope }) => scope?.inspectionStatistics}
    >
      {(figures) => <Inspections figures={figures} where={where} />}
    </Panel>
  );
}

export function RecoveryPanel({ where, period }: PlaceProps): ReactNode {
  const { words } = useLanguage();
  const asked = useScoped(RECOVERY, where.scope, period);
  return (
    <Panel
      name="recovery"
      title={words.panels.recovery}
      register="recovery"
      asked={asked}
      field="recoveryStatistics"
      read={({ scope }) => scope?.recoveryStatistics}
    >
      {(figures) => <Recovery figures={figures} where={where} />}
    </Panel>
  );
}
