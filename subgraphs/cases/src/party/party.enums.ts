import { documentedEnum } from '@thads/shared';

export const PartyRole = documentedEnum('PartyRole', 'What a party is in a case (tư cách đương sự).', {
  CREDITOR: 'Has a right that is enforced (người được thi hành án).',
  DEBTOR: 'Has to perform (người phải thi hành án).',
  RELATED_PERSON:
    'Has rights or obligations that the enforcement directly touches (người có quyền lợi, nghĩa vụ liên quan).',
});
export type PartyRole = keyof typeof PartyRole;

export const PartyKind = documentedEnum('PartyKind', 'Person or organisation (loại đương sự).', {
  PERSON: 'A person (cá nhân).',
  ORGANISATION: 'An agency or organisation (cơ quan, tổ chức).',
});
export type PartyKind = keyof typeof PartyKind;
