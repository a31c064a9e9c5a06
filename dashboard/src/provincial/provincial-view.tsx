import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import type { Where } from '../figures/lead';
import { type PeriodInput, ProvincePlace } from '../graph/operations';
import { useAnswer } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import { Fault } from '../panel/panel';
import {
  ComplaintsPanel,
  InspectionsPanel,
  KeyFiguresPanel,
  OverlaysPanel,
  RecoveryPanel,
  TrendPanel,
} from '../place/figures-of-place';
import { Officers } from './officers';
import { Offices } from './offices';
import { PlacePicker } from './place-picker';
import { Unenforced } from './unenforced';
import { Worklists } from './worklists';
import { Waiting } from '../panel/waiting';

interface ViewProps {
  readonly period: PeriodInput;
  readonly days: Days;
}

/** One province, or one of its offices. */
export function ProvincialView({ period, days }: ViewProps): ReactNode {
  const { address } = useAddress();
  if (address.id === null) return <PlacePicker province={null} office={null} offices={[]} />;
  const office = address.view === 'office' ? address.id : null;
  return <Place province={provinceIdOf(address.id)} office={office} period={period} days={days} />;
}

interface PlaceProps extends ViewProps {
  readonly province: string;
  readonly office: string | null;
}

/** What the graph says where there is no such province, and nothing else is wrong. */
const NO_SUCH: ReadonlySet<string | undefined> = new Set([undefined, 'NOT_FOUND', 'BAD_USER_INPUT']);

function Place({ province, office, period, days }: PlaceProps): ReactNode {
  const { words, nameOf } = useLanguage();
  const asked = useAnswer(ProvincePlace, { id: province });
  const place = asked.answer?.data?.province;
  const picker = <PlacePicker province={province} office={office} offices={place?.offices ?? []} />;
  if (!asked.answer) return <Waiting />;
  if (!place) {
    const [fault] = asked.answer.errors;
    return (
      <>
        {picker}
        {fault && !NO_SUCH.has(fault.extensions?.code) ? (
          <Fault fault={fault} register="directory" again={asked.again} />
        ) : (
          <p role="status">{words.states.unknownPlace(office ?? province)}</p>
        )}
      </>
    );
  }
  const named = place.offices.find(({ id }) => id === office) ?? place;
  const officesShown = office === null ? place.offices : place.offices.filter(({ id }) => id === office);
  const where: Where = {
    scope: office === null ? { kind: 'province', id: province } : { kind: 'office', id: office },
    days,
  };
  return (
    <>
      <div className="place">
        <h2 className="place-name">{nameOf(named)}</h2>
        {picker}
      </div>
      <div className="grid">
        <div className="wide">
          <KeyFiguresPanel where={where} period={period} />
        </div>
        <div className="column column-larger">
          <TrendPanel where={where} period={period} />
          <OverlaysPanel where={where} period={period} />
        </div>
        <div className="column">
          <Worklists where={where} />
          <ComplaintsPanel where={where} period={period} />
        </div>
        {office === null && (
          <div className="wide">
            <Offices province={province} period={period} days={days} />
          </div>
        )}
        <div className="wide halves">
          <InspectionsPanel where={where} period={period} />
          <RecoveryPanel where={where} period={period} />
        </div>
        {officesShown.length > 0 && (
          <div className="wide">
            <Officers offices={officesShown} period={period} />
          </div>
        )}
        <div className="wide">
          <Unenforced where={where} />
        </div>
      </div>
    </>
  );
}

/** An office's id begins with its province's of the older boundaries: VN63-10-01. */
function provinceIdOf(id: string): string {
  return id.split('-').slice(0, 2).join('-');
}
