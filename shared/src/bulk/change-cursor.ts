/** The cursor of a dataset's feed of changes from which to go on after a position of the register's chain. Opaque. */
export function changeCursor(dataset: string, position: number): string {
  return Buffer.from(JSON.stringify([dataset, position])).toString('base64url');
}
