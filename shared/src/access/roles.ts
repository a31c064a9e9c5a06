/** The roles of the graph: what a token can say of its bearer. What each may see is `ACCESS` in policy.ts. */
export const ROLES = {
  PUBLIC: 'Anybody, without a token: published figures of the nation and the provinces (công chúng).',
  PROVINCE_VIEWER: 'Reads the figures and records of one province, persons masked (người xem cấp tỉnh).',
  OFFICE_CLERK: 'Sends in what happened at one office, and reads its province (cán bộ nhập liệu).',
  OFFICER: 'An enforcement officer: reads the own cases (chấp hành viên).',
  HEAD_OF_PROVINCE: 'Head of a provincial agency: reads and corrects its province (thủ trưởng cơ quan cấp tỉnh).',
  INSPECTOR: 'Inspects one province: its cases and inspections (người kiểm tra).',
  COMPLAINT_HANDLER: 'Handles the complaints and denunciations of one province (người giải quyết khiếu nại, tố cáo).',
  CENTRAL_STATISTICIAN: 'Reads everything of the country, persons pseudonymised (cán bộ thống kê trung ương).',
  CENTRAL_INSPECTOR: 'Inspects the whole country (thanh tra trung ương).',
  AUDITOR: 'Reads figures, journals and the access log of the whole country (kiểm toán).',
  REGISTRAR: 'Loads and keeps the registers of the whole country (quản trị dữ liệu trung ương).',
} as const;
export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** What a role's bearer belongs to, which the token has to name. */
export type Belonging = 'NONE' | 'PROVINCE' | 'OFFICE' | 'OFFICER';

/** Roles that are bound to a province, an office or an officer; all others see the whole country. */
const BELONGINGS: Readonly<Partial<Record<Role, Belonging>>> = {
  PROVINCE_VIEWER: 'PROVINCE',
  OFFICE_CLERK: 'OFFICE',
  OFFICER: 'OFFICER',
  HEAD_OF_PROVINCE: 'PROVINCE',
  INSPECTOR: 'PROVINCE',
  COMPLAINT_HANDLER: 'PROVINCE',
};

export function belongingOf(role: Role): Belonging {
  return BELONGINGS[role] ?? 'NONE';
}

/** `province-viewer` or `PROVINCE_VIEWER`; null for what is no role. */
export function findRole(name: string): Role | null {
  const wanted = name.trim().toUpperCase().replaceAll('-', '_');
  return ROLE_NAMES.find((role) => role === wanted) ?? null;
}
