/** The registers that take events, by the names that clerks call them, with the name in the mutations. */
export const REGISTERS = {
  cases: 'Case',
  petitions: 'Petition',
  receptions: 'Reception',
  compensations: 'Compensation',
  inspections: 'Inspection',
  recovery: 'Recovery',
} as const;

export type RegisterName = keyof typeof REGISTERS;

export const REGISTER_NAMES = Object.keys(REGISTERS) as RegisterName[];

export function isRegisterName(name: string): name is RegisterName {
  return Object.hasOwn(REGISTERS, name);
}
