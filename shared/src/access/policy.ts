import type { DataClass } from './data-class';

/** Of a type: its fields by class, with their arguments. The first class is the type's own. */
type FieldClasses = Readonly<Partial<Record<DataClass, string>>>;

/**
 * Which class of data every field, argument and input field of the graph belongs to: `field(argument argument)`. A field
 * that is not here makes the schema fail to build, so that nothing is shown that nobody has thought about.
 */
const FIELDS: Readonly<Record<string, FieldClasses>> = {
  Nation: {
    OPEN: 'id name nameVi',
    FIGURES:
      'administrativeJudgmentStatistics(period) caseStatistics(overlay kind initiation period) caseTrend(overlay kind initiation period grain) exemptionStatistics(overlay period) recoveryStatistics(overlay period) recoveryTrend(overlay period grain)',
    NATIONAL_SMALL_FIGURES:
      'petitionStatistics(period) receptionStatistics(period) compensationStatistics(period) inspectionStatistics(period) supervisionStatistics(period)',
    NATIONAL_DETAILS:
      'petitionTrend(period grain) receptionTrend(period grain) inspectionTrend(period grain) compensationTrend(period grain)',
  },
  AdministrativeJudgmentStatistics: {
    FIGURES: 'period monitored compellingDecisions performed overdue samePeriodLastYear',
  },
  Period: { OPEN: 'from through label workingYear' },
  PeriodInput: { OPEN: 'workingYear months from through' },
  CaseStatistics: {
    FIGURES:
      'period carriedOver newlyReceived handled entrusted revoked withdrawnUpward separated separateBook toBeEnforced withConditions notYetWithConditions completed fullyEnforced terminated inProgress carriedForward decisionsDue decisionsIssued coercionDecisions coercionsWithMobilisedForces securityMeasures circular lines withConditionsShare completionRate target progressToTarget pointsOverTarget decisionRate rank samePeriodLastYear dataVersion',
  },
  OfficerCaseStatistics: { STAFF_RECORD: 'officer statistics' },
  Tally: { OPEN: 'cases money' },
  StatisticalLine: { OPEN: 'number name nameVi tally' },
  Rate: { OPEN: 'cases money' },
  Rank: { OPEN: 'cases money among' },
  Province: {
    OPEN: 'id code name nameVi boundaries predecessors successor offices',
    FIGURES:
      'administrativeJudgmentStatistics(period) caseStatistics(overlay kind initiation period) caseTrend(overlay kind initiation period grain) exemptionStatistics(overlay period) recoveryStatistics(overlay period) recoveryTrend(overlay period grain)',
    SMALL_FIGURES:
      'petitionStatistics(period) receptionStatistics(period) compensationStatistics(period) inspectionStatistics(period) supervisionStatistics(period)',
    DETAILED_SMALL_FIGURES:
      'petitionTrend(period grain) receptionTrend(period grain) inspectionTrend(period grain) compensationTrend(period grain)',
  },
  Office: {
    OPEN: 'id name nameVi province(boundaries)',
    OFFICE_FIGURES:
      'administrativeJudgmentStatistics(period) caseStatistics(overlay kind initiation period) caseTrend(overlay kind initiation period grain) exemptionStatistics(overlay period) recoveryStatistics(overlay period) recoveryTrend(overlay period grain)',
    STAFF_RECORD: 'caseStatisticsByOfficer(overlay kind initiation period)',
    DETAILED_SMALL_FIGURES:
      'petitionStatistics(period) petitionTrend(period grain) receptionStatistics(period) receptionTrend(period grain) compensationStatistics(period) inspectionStatistics(period) inspectionTrend(period grain) supervisionStatistics(period) compensationTrend(period grain)',
  },
  Definition: {
    OPEN: 'indicator name nameVi formula numerator denominator forms line legalSource validFrom validTo',
  },
  Query: {
    OPEN: 'nation province(id) provinces(boundaries) office(id) definition(indicator on) definitions(on) publicDebtors(province name first after)',
    CASE_RECORD:
      'administrativeJudgment(id asOf) administrativeJudgments(first after orderBy filter) case(asOf id) cases(first after orderBy filter) asset(id asOf) assets(first after orderBy filter) obligation(id asOf) obligations(first after orderBy filter) allocationProposal(securedObligation rent costs amount case) casesEvidence(figure scope period filter first after) recoveryEvidence(figure scope period filter first after) receipt(id) receipts(first after orderBy filter)',
    CASE_SUBMISSION: 'previewCaseEvents(events)',
    STAFF_RECORD: 'officer(id asOf)',
    JOURNAL: 'casesJournal complaintsJournal inspectionsJournal recoveryJournal',
    BULK: 'datasets export(id) changes(dataset after first waitSeconds provinces) casesDatasets casesExport(id) casesChanges(request) complaintsDatasets complaintsExport(id) complaintsChanges(request) inspectionsDatasets inspectionsExport(id) inspectionsChanges(request) recoveryDatasets recoveryExport(id) recoveryChanges(request)',
    ACCESS_LOG:
      'casesAccessLog(filter first after) complaintsAccessLog(filter first after) inspectionsAccessLog(filter first after) recoveryAccessLog(filter first after)',
    COMPLAINT_SUBMISSION:
      'previewCompensationEvents(events) previewPetitionEvents(events) previewReceptionEvents(events)',
    COMPLAINT_RECORD:
      'compensation(id asOf) compensations(first after orderBy filter) petition(id asOf) petitions(first after orderBy filter) reception(id asOf) receptions(first after orderBy filter) complaintsEvidence(figure scope period filter first after)',
    INSPECTION_RECORD:
      'finding(id asOf) findings(first after orderBy filter) inspection(id asOf) inspections(first after orderBy filter) inspectionPlan(id asOf) inspectionPlans(first after orderBy filter) protest(id asOf) protests(first after orderBy filter) supervision(id asOf) supervisions(first after orderBy filter) inspectionsEvidence(figure scope period filter first after)',
    INSPECTION_SUBMISSION: 'previewInspectionEvents(events)',
    RECOVERY_SUBMISSION: 'previewRecoveryEvents(events)',
  },
  AdministrativeJudgment: {
    CASE_RECORD:
      'id state obligedBody performBy compellingDecisions performedOn office history deadlines version lastEventOn monitoredOn',
  },
  HistoryEntry: {
    OPEN: 'id version type nameVi occurredOn recordedAt submittedBy officer decisionNumber signer ground fields legalBasis reverses reversedBy hash',
    PLACE_IN_JOURNAL: 'position',
  },
  Change: { BULK: 'cursor eventId type subject occurredOn recordedAt version row rows gone' },
  Changes: { BULK: 'nodes endCursor hasMore' },
  AccessLogEntry: {
    ACCESS_LOG: 'position at principal role operation requestId article file origin subjects hash',
  },
  AccessLogConnection: { ACCESS_LOG: 'nodes edges pageInfo totalCount' },
  AccessLogEdge: { ACCESS_LOG: 'node cursor' },
  AccessLogFilter: { OPEN: 'principal role from through subject' },
  FigureEvidence: { OPEN: 'id type cases money' },
  FigureEvidenceConnection: { OPEN: 'nodes edges pageInfo totalCount' },
  FigureEvidenceEdge: { OPEN: 'node cursor' },
  FigureFilter: { OPEN: 'overlay kind initiation category officer' },
  EventFieldValue: { OPEN: 'name value' },
  SubjectDeadline: { OPEN: 'name nameVi startedOn dueOn metOn status legalBasis' },
  AdministrativeJudgmentConnection: { CASE_RECORD: 'nodes edges pageInfo totalCount' },
  AdministrativeJudgmentEdge: { CASE_RECORD: 'node cursor' },
  PageInfo: { OPEN: 'hasNextPage hasPreviousPage startCursor endCursor' },
  AdministrativeJudgmentOrder: { OPEN: 'field direction' },
  AdministrativeJudgmentFilter: {
    OPEN: 'province office states overdue overdueOn dueWithinDays monitoredFrom monitoredThrough dueFrom dueThrough noMovementSince',
  },
  SubmitResult: { OPEN: 'accepted duplicates refused results' },
  EventResult: { OPEN: 'id status version refusal' },
  EventRefusal: { OPEN: 'code rule message allowed legalBasis field' },
  CaseEventInput: {
    OPEN: 'id subject occurredOn officer decisionNumber ground signer reverses expectedVersion type kind initiation overlays judgmentNumber replacedParties amount coercionMeasure mobilisedForces toOffice effectiveOn excludedDays plannedFor saleOn postponedUntil name grade scope workingYear casesTarget moneyTarget obligedBody performBy source reportLines',
    PARTY: 'parties',
  },
  PartyInput: { PARTY: 'role kind name identityNumber address' },
  CaseReportLineInput: { OPEN: 'count money overlays slot kind initiation' },
  Case: {
    CASE_RECORD:
      'id kind initiation state judgmentNumber receivedOn decisionDueOn decidedOn decisionNumber amount paid collected terminatedAmount entrustedAmount reducedAmount verificationDueOn noConditionsOn postponedUntil endedOn lastEventOn version overlays outstanding office province(boundaries) coercions parties history deadlines recovery',
    STAFF_RECORD: 'officer',
    COMPLAINT_RECORD: 'petitions',
    INSPECTION_RECORD: 'findings protests',
  },
  Officer: {
    STAFF_RECORD: 'id name grade inOffice office history deadlines',
    COMPLAINT_RECORD: 'petitionsAgainst(first)',
    INSPECTION_RECORD: 'findings(first)',
  },
  Party: { CASE_RECORD: 'id number role kind statedOn', PARTY: 'name identityNumber address' },
  PublicDebtor: { OPEN: 'name address judgmentNumber decisionNumber obligation reason publishedOn' },
  PublicDebtorConnection: { OPEN: 'nodes edges pageInfo totalCount' },
  PublicDebtorEdge: { OPEN: 'node cursor' },
  Coercion: { CASE_RECORD: 'id measure mobilisedForces decidedOn decisionNumber' },
  CaseConnection: { CASE_RECORD: 'nodes edges pageInfo totalCount' },
  CaseEdge: { CASE_RECORD: 'node cursor' },
  CaseOrder: { OPEN: 'field direction' },
  CaseFilter: {
    PARTY_SEARCH: 'partyName',
    OPEN: 'number province office officer states kind initiation overlay decidedFrom decidedThrough amountFrom amountThrough noMovementSince verificationDueThrough unenforcedSince decisionDueThrough',
  },
  JournalHead: { OPEN: 'position hash waiting' },
  Mutation: {
    BULK: 'startExport(input) cancelExport(id) casesStartExport(input) casesCancelExport(id) complaintsStartExport(input) complaintsCancelExport(id) inspectionsStartExport(input) inspectionsCancelExport(id) recoveryStartExport(input) recoveryCancelExport(id)',
    CASE_SUBMISSION: 'submitCaseEvents(events)',
    COMPLAINT_SUBMISSION: 'submitCompensationEvents(events) submitPetitionEvents(events) submitReceptionEvents(events)',
    INSPECTION_SUBMISSION: 'submitInspectionEvents(events)',
    RECOVERY_SUBMISSION: 'submitRecoveryEvents(events)',
  },
  Export: {
    BULK: 'id dataset status format compression fields requestedAt startedAt finishedAt snapshotId dataVersion cursor rows bytes files manifest manifestSignature filesUntil error queuePosition',
  },
  ExportFile: { BULK: 'name province rows bytes sha256 url expiresAt' },
  ExportError: { BULK: 'code message' },
  ExportInput: { OPEN: 'dataset filter fields format compression' },
  ExportFilter: { OPEN: 'provinces office lastEventFrom lastEventThrough' },
  DatasetDescription: { BULK: 'name description key subject fields' },
  DatasetField: { BULK: 'name type description' },
  PetitionStatistics: {
    SMALL_FIGURES:
      'received withinCompetence toBeResolved resolved resolutionRate overdue period samePeriodLastYear carriedOver forwarded notAccepted foundRight foundPartlyRight foundWrong answered stopped carriedForward',
    NATIONAL_DETAILS: 'byKind',
  },
  PetitionKindStatistics: {
    SMALL_FIGURES:
      'received withinCompetence toBeResolved resolved resolutionRate overdue kind carriedOver forwarded notAccepted foundRight foundPartlyRight foundWrong answered stopped carriedForward',
  },
  ReceptionStatistics: {
    SMALL_FIGURES:
      'period visits citizens matters massGroups massGroupCitizens massGroupMatters visitsToHead visitsOnline samePeriodLastYear',
  },
  CompensationStatistics: {
    SMALL_FIGURES: 'period requested accepted rejected settled paid recourse recourseCollected samePeriodLastYear',
  },
  CompensationEventInput: {
    OPEN: 'id subject occurredOn officer decisionNumber ground signer reverses expectedVersion type amount case causedBy',
  },
  Compensation: {
    COMPLAINT_RECORD:
      'id state requestedOn requested acceptedOn settledOn settled decisionNumber paid paidOn recourse recourseCollected office history deadlines version lastEventOn',
    CASE_RECORD: 'case',
    STAFF_RECORD: 'causedBy',
  },
  Petition: {
    COMPLAINT_RECORD:
      'id kind state round measureStage complex actOn parts receivedOn acceptedOn dueOn resolvedOn outcome decisionNumber decisionSentOn decisionPublishedOn toBody office toOffice competence follows splitFrom splitInto history deadlines version lastEventOn partsMissing',
    CASE_RECORD: 'case',
    STAFF_RECORD: 'againstOfficer handler',
    SIGNATURE: 'signers representatives',
    PETITIONER: 'sender',
  },
  PetitionSender: { PETITIONER: 'name address identityNumber' },
  CompensationConnection: { COMPLAINT_RECORD: 'nodes edges pageInfo totalCount' },
  CompensationEdge: { COMPLAINT_RECORD: 'node cursor' },
  CompensationOrder: { OPEN: 'field direction' },
  CompensationFilter: {
    OPEN: 'province office states requestedFrom requestedThrough officer case amountFrom amountThrough noMovementSince',
  },
  PetitionEventInput: {
    OPEN: 'id subject occurredOn officer decisionNumber signer reverses expectedVersion type kind round measureStage complex case againstOfficer actOn follows splitFrom parts toOffice toBody outcome source reportLines',
    // An anonymous letter is filed for that ground, and representatives are named by many.
    SIGNATURE: 'signers representatives ground',
    PETITIONER: 'sender',
  },
  PetitionSenderInput: { PETITIONER: 'name address identityNumber' },
  PetitionReportLineInput: { OPEN: 'count money overlays slot kind' },
  PetitionConnection: { COMPLAINT_RECORD: 'nodes edges pageInfo totalCount' },
  PetitionEdge: { COMPLAINT_RECORD: 'node cursor' },
  PetitionOrder: { OPEN: 'field direction' },
  PetitionFilter: {
    OPEN: 'province office states kind receivedFrom receivedThrough dueFrom dueThrough dueWithinDays overdue overdueOn officer case measureStage round outcome resolvedFrom resolvedThrough noMovementSince',
  },
  ReceptionEventInput: {
    OPEN: 'id subject occurredOn officer decisionNumber ground signer reverses expectedVersion type visits citizens matters massGroups massGroupCitizens massGroupMatters receivedByHead online',
  },
  Reception: {
    COMPLAINT_RECORD:
      'id receivedOn visits citizens matters massGroups massGroupCitizens massGroupMatters receivedByHead online office history deadlines version lastEventOn state',
  },
  ReceptionConnection: { COMPLAINT_RECORD: 'nodes edges pageInfo totalCount' },
  ReceptionEdge: { COMPLAINT_RECORD: 'node cursor' },
  ReceptionOrder: { OPEN: 'field direction' },
  ReceptionFilter: { OPEN: 'province office receivedByHead online receivedFrom receivedThrough states massGroups' },
  InspectionStatistics: {
    SMALL_FIGURES:
      'period planned cancelled conducted selfInspections concluded shortcomings violations recommendations followedUp overdue plansIssued plansLate conclusionsFollowedUp consequences samePeriodLastYear',
  },
  SupervisionStatistics: {
    SMALL_FIGURES:
      'sessions units conclusions findings recommendations followedUp period answersOverdue protests protestsAccepted protestsPartlyAccepted protestsRejected protestsComplied protestsOverdue samePeriodLastYear',
    NATIONAL_DETAILS: 'byBody',
  },
  SupervisingBodyStatistics: { SMALL_FIGURES: 'sessions units conclusions findings recommendations followedUp body' },
  Finding: {
    INSPECTION_RECORD:
      'id state findingKind kind severity article recommendation dueOn extensions consequences recordedOn closedOn inspection unit office history deadlines version lastEventOn',
    STAFF_RECORD: 'officer',
    CASE_RECORD: 'case',
  },
  DecidedConsequence: { INSPECTION_RECORD: 'consequence decidedOn decisionNumber', STAFF_RECORD: 'officer' },
  Inspection: {
    INSPECTION_RECORD:
      'id kind theme state plannedOn plannedFor conductedOn concludedOn cancelledOn conclusion conclusionParts concludedBy decisionNumber orderedBy decidedOn teamHead announcedOn postponedOn endedOn followUp followedUpOn unit office plan findings history deadlines version lastEventOn',
  },
  ConclusionParts: { INSPECTION_RECORD: 'done notDone limitations causes remedies handling proposals' },
  InspectionPlan: {
    INSPECTION_RECORD:
      'id state kind workingYear purpose scopeAndObject content method organisation decisionNumber draftedOn dueOn issuedOn sentOn adjustedOn closedOn office sentTo inspections history deadlines version lastEventOn',
  },
  Protest: {
    INSPECTION_RECORD:
      'id state protestLevel documentNumber content receivedOn lodgeBy dueOn outcome answeredOn compliedOn lodgedLate unit office history deadlines version lastEventOn',
    CASE_RECORD: 'case',
  },
  FindingConnection: { INSPECTION_RECORD: 'nodes edges pageInfo totalCount' },
  FindingEdge: { INSPECTION_RECORD: 'node cursor' },
  FindingOrder: { OPEN: 'field direction' },
  FindingFilter: {
    OPEN: 'overdue dueWithinDays province office unit inspection officer case states findingKind severity recordedFrom recordedThrough dueFrom dueThrough overdueOn kind noMovementSince',
  },
  InspectionEventInput: {
    OPEN: 'id subject occurredOn officer decisionNumber ground signer reverses expectedVersion type kind theme unit plan workingYear purpose scopeAndObject content method organisation toOffice teamHead plannedFor conclusion conclusionParts followUp inspection findingKind severity article againstOfficer case recommendation dueOn consequence body units findingCount recommendationCount protestLevel actOn outcome source reportLines',
  },
  ConclusionPartsInput: { OPEN: 'done notDone limitations causes remedies handling proposals' },
  InspectionReportLineInput: { OPEN: 'count money overlays slot kind' },
  InspectionConnection: { INSPECTION_RECORD: 'nodes edges pageInfo totalCount' },
  InspectionEdge: { INSPECTION_RECORD: 'node cursor' },
  InspectionOrder: { OPEN: 'field direction' },
  InspectionFilter: {
    OPEN: 'province office unit plan states kind theme plannedForFrom plannedForThrough conductedFrom conductedThrough overdue overdueOn dueWithinDays noMovementSince',
  },
  InspectionPlanConnection: { INSPECTION_RECORD: 'nodes edges pageInfo totalCount' },
  InspectionPlanEdge: { INSPECTION_RECORD: 'node cursor' },
  InspectionPlanOrder: { OPEN: 'field direction' },
  InspectionPlanFilter: {
    OPEN: 'overdue dueWithinDays province office states kind workingYear overdueOn issuedFrom issuedThrough dueFrom dueThrough noMovementSince',
  },
  ProtestConnection: { INSPECTION_RECORD: 'nodes edges pageInfo totalCount' },
  ProtestEdge: { INSPECTION_RECORD: 'node cursor' },
  ProtestOrder: { OPEN: 'field direction' },
  ProtestFilter: {
    OPEN: 'overdue dueWithinDays province office unit case protestLevel outcome states receivedFrom receivedThrough overdueOn dueFrom dueThrough noMovementSince',
  },
  Supervision: {
    INSPECTION_RECORD:
      'id state body content conclusion documentNumber findingCount recommendationCount recordedOn receivedOn dueOn answeredOn followedUpOn units office history deadlines version lastEventOn',
    CASE_RECORD: 'case',
  },
  SupervisionConnection: { INSPECTION_RECORD: 'nodes edges pageInfo totalCount' },
  SupervisionEdge: { INSPECTION_RECORD: 'node cursor' },
  SupervisionOrder: { OPEN: 'field direction' },
  SupervisionFilter: {
    OPEN: 'overdue dueWithinDays province office case body states recordedFrom recordedThrough overdueOn unit dueFrom dueThrough noMovementSince',
  },
  ExemptionStatistics: { FIGURES: 'period proposed acceptedInFull acceptedInPart refused samePeriodLastYear' },
  RecoveryStatistics: {
    FIGURES:
      'carriedOver newlyRecorded handled ended due withConditions notYetWithConditions carriedForward collected remittedToBudget paidToCreditors costsDeducted collectionRate completionRate period assetsSeized auctionsHeld auctionsSold byCategory samePeriodLastYear',
  },
  RecoveryCategoryStatistics: {
    FIGURES:
      'carriedOver newlyRecorded handled ended due withConditions notYetWithConditions carriedForward collected remittedToBudget paidToCreditors costsDeducted collectionRate completionRate category',
  },
  Asset: {
    CASE_RECORD:
      'id state assetKind description appraisedValue seizedOn isReappraised startingPrice reductions saleOn dueOn soldFor overlays auctionRounds case office history deadlines version lastEventOn',
  },
  AuctionRound: { CASE_RECORD: 'number startingPrice soldPrice heldOn' },
  CaseRecovery: { CASE_RECORD: 'amount collected remittedToBudget paidToCreditors outstanding obligations assets' },
  Obligation: {
    CASE_RECORD:
      'id state category amount collected remitted paid costs exempted exemptions dueOn recordedOn endedOn overlays case office held outstanding receipts distributions history deadlines version lastEventOn',
  },
  Exemption: { CASE_RECORD: 'kind ground proposedOn proposed outcome granted decidedOn decisionNumber' },
  Receipt: {
    CASE_RECORD: 'id number amount receivedOn receiptNumber electronic reversedOn obligation office',
    PARTY: 'payer',
  },
  Distribution: { CASE_RECORD: 'id number kind amount distributedOn remittanceList reversedOn' },
  AssetConnection: { CASE_RECORD: 'nodes edges pageInfo totalCount' },
  AssetEdge: { CASE_RECORD: 'node cursor' },
  AssetOrder: { OPEN: 'field direction' },
  AssetFilter: {
    OPEN: 'province office case states assetKind overlay overdue seizedFrom seizedThrough overdueOn dueWithinDays appraisedFrom appraisedThrough dueFrom dueThrough noMovementSince',
  },
  RecoveryEventInput: {
    OPEN: 'id subject occurredOn officer decisionNumber ground signer reverses expectedVersion type category overlays case amount receiptNumber electronic receipt distribution remittanceList exemptionKind firstDecisionOn description assetKind startingPrice requestedOn saleOn source reportLines',
    PARTY: 'payer',
  },
  RecoveryReportLineInput: { OPEN: 'count money overlays slot category' },
  ObligationConnection: { CASE_RECORD: 'nodes edges pageInfo totalCount' },
  ObligationEdge: { CASE_RECORD: 'node cursor' },
  ObligationOrder: { OPEN: 'field direction' },
  ObligationFilter: {
    OPEN: 'province office case states category overlay amountFrom amountThrough dueThrough recordedFrom recordedThrough overdue overdueOn dueWithinDays dueFrom noMovementSince',
  },
  AllocationProposal: { CASE_RECORD: 'shares left legalBasis' },
  AllocationShare: { CASE_RECORD: 'rank preceding obligation claimed amount' },
  ReceiptConnection: { CASE_RECORD: 'nodes edges pageInfo totalCount' },
  ReceiptEdge: { CASE_RECORD: 'node cursor' },
  ReceiptOrder: { OPEN: 'field direction' },
  ReceiptFilter: {
    OPEN: 'province office obligation electronic reversed receivedFrom receivedThrough amountFrom amountThrough',
  },
};

/** The class of a type, and of its fields and arguments by `field` and `field(argument)`. */
export interface TypePolicy {
  readonly own: DataClass;
  readonly classes: ReadonlyMap<string, DataClass>;
}

export const POLICY: ReadonlyMap<string, TypePolicy> = new Map(
  Object.entries(FIELDS).map(([type, byClass]) => {
    const classes = new Map<string, DataClass>();
    for (const [dataClass, list] of Object.entries(byClass) as [DataClass, string][]) {
      for (const [, field, args = ''] of list.matchAll(/(\w+)(?:\(([^)]*)\))?/g)) {
        classes.set(field!, dataClass);
        for (const argument of args.split(' ').filter(Boolean)) classes.set(`${field}(${argument})`, dataClass);
      }
    }
    return [type, { own: Object.keys(byClass)[0] as DataClass, classes }];
  }),
);

/** The class of a field or argument; null for one that nothing is said of. */
export function findClass(type: string, coordinate: string): DataClass | null {
  return POLICY.get(type)?.classes.get(coordinate) ?? null;
}
