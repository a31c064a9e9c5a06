/** A sum of unknown whole numbers, each times a factor: what a published count says of them. */
export type LinearForm = ReadonlyMap<string, number>;

/** A prime far above every factor: modulo it a form follows from others exactly when it does so in fractions. */
const PRIME = 2_147_483_647n;

/** Whoever knows the values of these forms, and can add and subtract: which other values does he know? */
export class Knowledge {
  /** Reduced forms, each with a leading unknown that no other has. */
  private readonly rows = new Map<string, Map<string, bigint>>();

  constructor(forms: Iterable<LinearForm>) {
    for (const form of forms) {
      const rest = this.reduced(form);
      const lead = rest.keys().next();
      if (lead.done) continue;
      const inverse = power(rest.get(lead.value)!, PRIME - 2n);
      const row = new Map([...rest].map(([name, factor]) => [name, (factor * inverse) % PRIME]));
      for (const other of this.rows.values()) subtract(other, row, other.get(lead.value) ?? 0n);
      this.rows.set(lead.value, row);
    }
  }

  tells(form: LinearForm): boolean {
    return this.reduced(form).size === 0;
  }

  private reduced(form: LinearForm): Map<string, bigint> {
    const rest = new Map<string, bigint>();
    for (const [name, factor] of form) {
      const value = ((BigInt(factor) % PRIME) + PRIME) % PRIME;
      if (value !== 0n) rest.set(name, value);
    }
    for (const [lead, row] of this.rows) subtract(rest, row, rest.get(lead) ?? 0n);
    return rest;
  }
}

function subtract(from: Map<string, bigint>, row: ReadonlyMap<string, bigint>, times: bigint): void {
  if (times === 0n) return;
  for (const [name, factor] of row) {
    const value = ((((from.get(name) ?? 0n) - times * factor) % PRIME) + PRIME) % PRIME;
    if (value === 0n) from.delete(name);
    else from.set(name, value);
  }
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
