import { type GuardRefusal, findOffice, officeOfSubject, personFault } from '@thads/shared';
import { malformedReference } from '../reference.guard';
import { agencyAbove, agencyOf, competentAgency, isSameAgency } from './petition.competence';
import { deadlineRuleFor, lastDayToComplain } from './petition.deadlines';
import type { PetitionEntity } from './petition.entity';
import type { PetitionEvent } from './petition.event';

export type PetitionGuard = (event: PetitionEvent, state: PetitionEntity | null) => GuardRefusal | null;

/**
 * What excuses a late complaint, as the ground of its acceptance: force majeure (sự kiện bất khả kháng), an objective
 * obstacle (trở ngại khách quan).
 */
const EXCUSES: readonly string[] = ['FORCE_MAJEURE', 'OBJECTIVE_OBSTACLE'];

/** From so many signers on representatives are named. */
const MANY_SIGNERS = 5;

export const receiptFault = firstOf(
  ({ round }) =>
    round === null || round === undefined || round === 1 || round === 2
      ? null
      : { rule: 'ROUND_OUT_OF_RANGE', message: `round is ${round}.`, allowed: '1 or 2', field: 'round' },
  (event) =>
    malformedReference('officer', event.officer) ??
    malformedReference('case', event.case) ??
    malformedReference('againstOfficer', event.againstOfficer) ??
    malformedReference('follows', event.follows) ??
    malformedReference('splitFrom', event.splitFrom),
  ({ officer, againstOfficer, subject }) =>
    againstOfficer ? decidesOnOwn({ officer }, { id: subject, againstOfficer }) : null,
  senderFault,
  secondRoundFault,
  ({ actOn, occurredOn }) =>
    actOn && actOn > occurredOn
      ? {
          rule: 'ACT_AFTER_RECEIPT',
          message: `actOn ${actOn} is after the day of receipt, ${occurredOn}.`,
          allowed: `a day until ${occurredOn}`,
          field: 'actOn',
        }
      : null,
  ({ representatives, signers }) =>
    representatives === null || representatives === undefined
      ? null
      : representativesFault(representatives, signers ?? 1),
  partFault,
);

export const acceptanceFault = firstOf(
  (_event, state) =>
    state!.kind === 'MIXED'
      ? {
          rule: 'LETTER_MIXED',
          message: `${state!.id} holds matters of several kinds.`,
          allowed: 'PETITION_SPLIT, and the acceptance of its parts',
        }
      : null,
  (_event, state) =>
    state!.signers === 0
      ? {
          rule: 'LETTER_ANONYMOUS',
          message: `${state!.id} is signed by nobody.`,
          allowed: 'PETITION_FILED with ground ANONYMOUS',
        }
      : null,
  (_event, state) =>
    deadlineRuleFor(state!)
      ? null
      : {
          rule: 'SINGLE_ROUND',
          message: `${state!.id} is a second complaint against security measures; the first resolution is final.`,
          allowed: 'PETITION_NOT_ACCEPTED with ground FINAL_DECISION, PETITION_FILED or PETITION_FORWARDED',
        },
  ({ representatives }, state) => representativesFault(representatives ?? state!.representatives, state!.signers),
  lateComplaint,
  notCompetent,
);

export const forwardingFault = firstOf(
  ({ toOffice, toBody }, state) => {
    if (!toOffice === !toBody) {
      return {
        rule: 'DESTINATION_UNCLEAR',
        message: `PETITION_FORWARDED says ${toOffice ? 'both' : 'neither'} an office and another body.`,
        allowed: 'toOffice for an enforcement office, or toBody for any other body',
        field: 'toOffice',
      };
    }
    if (!toOffice || (findOffice(toOffice) && officeOfSubject(state!.id)!.id !== toOffice)) return null;
    return {
      rule: 'OFFICE_UNKNOWN',
      message: `${toOffice} is not another office.`,
      allowed: 'the id of an office other than the one that received it, e.g. VN63-10-00',
      field: 'toOffice',
    };
  },
  ({ toOffice, occurredOn }, state) => {
    if (!toOffice || state!.round !== 2) return null;
    const competent = competentAgency(state!, occurredOn);
    return isSameAgency(agencyOf(findOffice(toOffice)!, occurredOn), competent)
      ? null
      : incompetent(`${toOffice} does not decide on ${state!.id}.`, competent.name, 'toOffice');
  },
);

export const splitFault: PetitionGuard = ({ parts }) =>
  parts! >= 2
    ? null
    : {
        rule: 'PARTS_TOO_FEW',
        message: `parts is ${parts}.`,
        allowed: '2 or more, denunciations not counted; a letter of one kind is received as that kind',
        field: 'parts',
      };

export const extensionFault = firstOf(
  (_event, state) => {
    const { length, lengthWhenComplex } = deadlineRuleFor(state!)!;
    return length < lengthWhenComplex
      ? null
      : {
          rule: 'EXTENSION_UNKNOWN',
          message: `The law knows no longer time for ${state!.id}.`,
          allowed: 'a denunciation, or a complaint against coercive measures',
        };
  },
  (_event, state) =>
    state!.complex
      ? {
          rule: 'EXTENSION_USED',
          message: `${state!.id} has the longer time already, until ${state!.dueOn}.`,
          allowed: 'nothing: a time is extended once',
        }
      : null,
  ({ occurredOn }, state) =>
    occurredOn > state!.dueOn!
      ? {
          rule: 'EXTENSION_TOO_LATE',
          message: `The time of ${state!.id} ran out on ${state!.dueOn}.`,
          allowed: `a day until ${state!.dueOn}`,
          field: 'occurredOn',
        }
      : null,
);

export const resolutionFault: PetitionGuard = ({ outcome, decisionNumber }, state) => {
  if (!isDecidedOn(state!)) return null;
  if (!decisionNumber) {
    return {
      rule: 'FIELD_MISSING',
      message: `PETITION_RESOLVED needs decisionNumber: ${state!.id} is a ${state!.kind}.`,
      allowed: 'the number of the decision on a complaint, of the conclusion on a denunciation',
      field: 'decisionNumber',
    };
  }
  return outcome === 'ANSWERED'
    ? {
        rule: 'FINDING_MISSING',
        message: `${state!.id} is a ${state!.kind}; an answer does not resolve it.`,
        allowed: 'outcome RIGHT, PARTLY_RIGHT or WRONG',
        field: 'outcome',
      }
    : null;
};

export const sendingFault = firstOf(complaintsOnly, (_event, state) =>
  state!.decisionSentOn ? repeated('sent', state!.decisionSentOn) : null,
);

export const publicationFault = firstOf(
  complaintsOnly,
  (_event, state) =>
    state!.round === 2
      ? null
      : {
          rule: 'FIRST_DECISION_NOT_PUBLISHED',
          message: `${state!.id} is of the first round.`,
          allowed: 'a complaint of the second round',
        },
  (_event, state) => (state!.decisionPublishedOn ? repeated('made public', state!.decisionPublishedOn) : null),
);

/** Nobody decides on a complaint against himself. */
export function ownComplaint(event: PetitionEvent, state: PetitionEntity | null): GuardRefusal | null {
  return decidesOnOwn(event, state!);
}

function decidesOnOwn(
  { officer, signer }: Pick<PetitionEvent, 'officer' | 'signer'>,
  { againstOfficer, id }: Pick<PetitionEntity, 'againstOfficer' | 'id'>,
): GuardRefusal | null {
  if (againstOfficer === null || (officer !== againstOfficer && signer !== againstOfficer)) return null;
  return {
    rule: 'OWN_COMPLAINT',
    message: `${id} is directed against ${againstOfficer}, who cannot decide on it.`,
    allowed: 'another officer',
    field: officer === againstOfficer ? 'officer' : 'signer',
  };
}

/** What the petition referred to, a first complaint or a mixed letter, has against the receipt of this one. */
export function originFault(event: PetitionEvent, other: PetitionEntity): GuardRefusal | null {
  return (
    (event.follows === other.id ? firstRoundFault(event, other) : null) ??
    (event.splitFrom === other.id ? letterFault(event, other) : null)
  );
}

/** The first guard that has something against it. */
export function firstOf(...guards: readonly PetitionGuard[]): PetitionGuard {
  return (event, state) => {
    for (const guard of guards) {
      const fault = guard(event, state);
      if (fault) return fault;
    }
    return null;
  };
}

function senderFault({ sender, signers }: PetitionEvent): GuardRefusal | null {
  if (!sender) return null;
  return signers === 0
    ? {
        rule: 'LETTER_ANONYMOUS',
        message: 'signers is 0, but the event names a sender.',
        allowed: 'a sender of a signed letter, or none',
        field: 'sender',
      }
    : personFault(sender, 'sender');
}

function secondRoundFault({ kind, round, follows }: PetitionEvent): GuardRefusal | null {
  if (round === 2 && kind !== 'COMPLAINT') {
    return {
      rule: 'SECOND_ROUND_OF_COMPLAINTS_ONLY',
      message: `A ${kind} has no second round.`,
      allowed: 'round 1, or kind COMPLAINT',
      field: 'round',
    };
  }
  if ((round === 2) === Boolean(follows)) return null;
  return {
    rule: follows ? 'FIELD_NOT_ALLOWED' : 'FIELD_MISSING',
    message: follows ? `follows is ${follows}, but round is ${round ?? 1}.` : 'A second round needs follows.',
    allowed: 'follows with round 2: the resolved complaint of the first round',
    field: 'follows',
  };
}

function partFault({ kind, subject, splitFrom }: PetitionEvent): GuardRefusal | null {
  if (!splitFrom) return null;
  const fault = (rule: string, message: string, allowed: string, field = 'splitFrom'): GuardRefusal => ({
    rule,
    message,
    allowed,
    field,
  });
  if (kind === 'MIXED') return fault('PART_MIXED', 'A part of a mixed letter has one kind.', 'another kind', 'kind');
  if (kind === 'DENUNCIATION') {
    return fault(
      'DENOUNCER_TRACEABLE',
      'A denunciation does not name the letter that it was a part of: the other parts would tell who sent it.',
      'a denunciation without splitFrom',
    );
  }
  return officeOfSubject(subject) === officeOfSubject(splitFrom)
    ? null
    : fault('PART_ELSEWHERE', `${splitFrom} was received by another office.`, 'a letter of the same office');
}

function letterFault({ occurredOn }: PetitionEvent, letter: PetitionEntity): GuardRefusal | null {
  if (letter.state !== 'SPLIT') {
    return {
      rule: 'LETTER_NOT_SPLIT',
      message: `${letter.id} is ${letter.state}.`,
      allowed: 'a letter that is SPLIT: send PETITION_SPLIT first',
      field: 'splitFrom',
    };
  }
  return occurredOn === letter.lastEventOn
    ? null
    : {
        rule: 'PART_ON_ANOTHER_DAY',
        message: `${letter.id} was split on ${letter.lastEventOn}, not on ${occurredOn}.`,
        allowed: letter.lastEventOn,
        field: 'occurredOn',
      };
}

function firstRoundFault(
  { occurredOn, measureStage }: PetitionEvent,
  { id, kind, state, round, outcome, ...first }: PetitionEntity,
): GuardRefusal | null {
  const fault = (rule: string, message: string, allowed: string, field = 'follows'): GuardRefusal => ({
    rule,
    message,
    allowed,
    field,
  });
  if (kind !== 'COMPLAINT') return fault('FIRST_NOT_A_COMPLAINT', `${id} is a ${kind}.`, 'a complaint');
  if (round !== 1) return fault('DECISION_FINAL', `${id} is of the second round; its decision is final.`, 'nothing');
  if (state !== 'RESOLVED') return fault('FIRST_UNRESOLVED', `${id} is ${state}.`, 'a complaint that is RESOLVED');
  if (outcome === 'RIGHT') {
    return fault('FIRST_FOUND_RIGHT', `${id} was found right.`, 'a complaint found right in part or wrong');
  }
  if (first.measureStage !== (measureStage ?? 'BEFORE_COERCION')) {
    return fault('FIRST_OF_ANOTHER_STAGE', `${id} is about ${first.measureStage}.`, first.measureStage, 'measureStage');
  }
  return occurredOn < first.resolvedOn!
    ? fault('FIRST_UNRESOLVED', `${id} was resolved on ${first.resolvedOn}.`, `a day from then on`, 'occurredOn')
    : null;
}

/** From 5 signers on there are representatives: 1 or 2 for up to 10 persons, up to 5 for more. */
function representativesFault(representatives: number | null, signers: number): GuardRefusal | null {
  const most = signers < MANY_SIGNERS ? 0 : signers <= 10 ? 2 : 5;
  const least = Math.min(1, most);
  const named = representatives ?? 0;
  if (named >= least && named <= most) return null;
  return {
    rule: named === 0 ? 'REPRESENTATIVES_MISSING' : 'REPRESENTATIVES_OUT_OF_RANGE',
    message: `${signers} signers and ${named} representatives.`,
    allowed: most === 0 ? `representatives from ${MANY_SIGNERS} signers on` : `${least} to ${most} representatives`,
    field: 'representatives',
  };
}

function lateComplaint({ ground }: PetitionEvent, state: PetitionEntity | null): GuardRefusal | null {
  const { id, kind, actOn, receivedOn } = state!;
  if (kind !== 'COMPLAINT' || actOn === null || (ground && EXCUSES.includes(ground))) return null;
  const lastDay = lastDayToComplain(state!, actOn);
  if (receivedOn <= lastDay) return null;
  return {
    rule: 'TIME_TO_COMPLAIN_OVER',
    message: `${id} was received on ${receivedOn}; the time to complain ended on ${lastDay}.`,
    allowed: `ground ${EXCUSES.join(' or ')}; else PETITION_NOT_ACCEPTED with ground OUT_OF_TIME`,
    field: 'ground',
  };
}

function notCompetent({ occurredOn }: PetitionEvent, state: PetitionEntity | null): GuardRefusal | null {
  const { id, kind, round, againstOfficer } = state!;
  const own = agencyOf(officeOfSubject(id)!, occurredOn);
  const competent = competentAgency(state!, occurredOn);
  if (!isSameAgency(own, competent)) return incompetent(`${own.name} does not decide on ${id}.`, competent.name);
  if (kind !== 'COMPLAINT' || round === 2 || againstOfficer === null) return null;
  const employer = officeOfSubject(againstOfficer)!;
  const agencies = [agencyOf(employer, occurredOn), agencyAbove(employer, occurredOn)];
  return agencies.some((agency) => isSameAgency(own, agency))
    ? null
    : incompetent(
        `${own.name} does not decide on acts of ${againstOfficer}.`,
        agencies.map(({ name }) => name).join(', or of its head '),
      );
}

function incompetent(message: string, competent: string, field?: string): GuardRefusal {
  return {
    rule: 'NOT_COMPETENT',
    message,
    allowed: field ? `an office of ${competent}` : `PETITION_FORWARDED to ${competent}`,
    field,
  };
}

function complaintsOnly(_event: PetitionEvent, state: PetitionEntity | null): GuardRefusal | null {
  return state!.kind === 'COMPLAINT'
    ? null
    : { rule: 'COMPLAINTS_ONLY', message: `${state!.id} is a ${state!.kind}.`, allowed: 'a complaint' };
}

/** Resolved by a decision or conclusion, which has a number and a finding. */
function isDecidedOn({ kind }: PetitionEntity): boolean {
  return kind === 'COMPLAINT' || kind === 'DENUNCIATION';
}

function repeated(what: string, day: string): GuardRefusal {
  return { rule: 'DONE_ALREADY', message: `The decision was ${what} on ${day}.`, allowed: 'nothing: once is enough' };
}
