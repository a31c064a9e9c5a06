import { type ReactNode, useId } from 'react';
import { useAddress } from '../address/use-address';
import { today } from '../address/period';
import type { Where } from '../figures/lead';
import type { Register } from '../graph/fault-words';
import { CaseWorklists, FindingWorklist, PetitionWorklist, RecoveryWorklists } from '../graph/operations';
import { type Asked, useAnswer } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import { type ListRequest, addressOf } from '../lists/list-request';
import { Fault } from '../panel/panel';
import './provincial.css';

/** A petition's time is as short as ten days. */
const PETITION_DAYS = 10;

/** What is to be done, as of today: each a list, with the number of its rows. */
export function Worklists({ where: { scope } }: { readonly where: Where }): ReactNode {
  const { words, numbers } = useLanguage();
  const heading = useId();
  const day = today();
  const place = { [scope.kind]: scope.id };
  const filters = {
    verification: { ...place, verificationDueThrough: day },
    decisions: { ...place, decisionDueThrough: day },
    unenforced: { ...place, unenforcedSince: aYearBefore(day) },
    petitions: { ...place, dueWithinDays: PETITION_DAYS },
    recommendations: { ...place, overdueOn: day },
    heldMoney: { ...place, overdueOn: day },
    assets: { ...place, overdueOn: day },
  };
  const { verification, decisions, unenforced, petitions, recommendations, heldMoney, assets } = filters;
  const cases = useAnswer(CaseWorklists, { verification, decisions, unenforced });
  const ofPetitions = useAnswer(PetitionWorklist, { petitions });
  const findings = useAnswer(FindingWorklist, { recommendations });
  const recovery = useAnswer(RecoveryWorklists, { heldMoney, assets });
  return (
    <section className="panel" aria-labelledby={heading} data-panel="worklists">
      <header className="panel-head">
        <h2 id={heading}>{words.panels.worklists}</h2>
        <span className="muted">{words.worklists.asOf(numbers.day(day))}</span>
      </header>
      <ul className="worklists">
        <Worklist
          name="verification"
          list="cases"
          filter={verification}
          register="cases"
          asked={cases}
          read={(data) => data.verification}
        />
        <Worklist
          name="decisions"
          list="cases"
          filter={decisions}
          register="cases"
          asked={cases}
          read={(data) => data.decisions}
        />
        <Worklist
          name="unenforced"
          list="cases"
          filter={unenforced}
          register="cases"
          asked={cases}
          read={(data) => data.unenforced}
        />
        <Worklist
          name="petitions"
          list="petitions"
          filter={petitions}
          register="complaints"
          asked={ofPetitions}
          read={(data) => data.petitions}
        />
        <Worklist
          name="recommendations"
          list="findings"
          filter={recommendations}
          register="inspections"
          asked={findings}
          read={(data) => data.recommendations}
        />
        <Worklist
          name="heldMoney"
          list="obligations"
          filter={heldMoney}
          register="recovery"
          asked={recovery}
          read={(data) => data.heldMoney}
        />
        <Worklist
          name="assets"
          list="assets"
          filter={assets}
          register="recovery"
          asked={recovery}
          read={(data) => data.assets}
        />
      </ul>
    </section>
  );
}

interface WorklistProps<Data> extends ListRequest {
  readonly name: 'verification' | 'decisions' | 'unenforced' | 'petitions' | 'recommendations' | 'heldMoney' | 'assets';
  readonly register: Register;
  readonly asked: Asked<Data>;
  readonly read: (data: Data) => { readonly totalCount: number } | null | undefined;
}

function Worklist<Data>({
  name,
  register,
  asked: { answer, again },
  read,
  ...request
}: WorklistProps<Data>): ReactNode {
  const { words, numbers } = useLanguage();
  const { to } = useAddress();
  const count = answer?.data ? read(answer.data)?.totalCount : undefined;
  const fault = answer?.errors[0];
  return (
    <li data-worklist={name}>
      {count === undefined ? (
        <>
          <span>{words.worklists[name]}</span>
          {fault ? <Fault fault={fault} register={register} again={again} /> : <span className="waiting">…</span>}
        </>
      ) : (
        <a href={to(addressOf(request, words.worklists[name], count))}>
          <span>{words.worklists[name]}</span>
          <b className={count > 0 ? 'worklist-some' : 'muted'}>{numbers.count(count)}</b>
        </a>
      )}
    </li>
  );
}

export function aYearBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return date.toISOString().slice(0, 10);
}
