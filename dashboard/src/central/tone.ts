/** Five classes of about the same number of provinces, 1 the lowest; 0: no figure. */
export function tonesOf(values: ReadonlyMap<string, number | null>): (id: string) => number {
  const sorted = [...values.values()].filter((value) => value !== null).sort((a, b) => a - b);
  return (id) => {
    const value = values.get(id) ?? null;
    if (value === null) return 0;
    const below = sorted.filter((other) => other < value).length;
    return 1 + Math.min(4, Math.floor((5 * below) / sorted.length));
  };
}
