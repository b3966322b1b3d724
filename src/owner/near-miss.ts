/**
 * Whether a text is a near miss of another: one slip in a text of at least 4 code points, or two in one of at least 8. A
 * slip is a character too many, one missing, another one, or two neighbors swapped. In shorter texts a slip is no hint,
 * but half the answer.
 */
export function isNearMiss(a: string, b: string): boolean {
  const [left, right] = [Array.from(a), Array.from(b)];
  const shorter = Math.min(left.length, right.length);
  if (Math.max(left.length, right.length) > MAX_POINTS) return false;
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  return Math.abs(left.length - right.length) <= allowed && distance(left, right, allowed) <= allowed;
}

/** Code points of a field (included): longer ones were never accepted, and are not worth the time. */
const MAX_POINTS = 256;

/** Slips from one text to the other, as far as they matter: `most` + 1 stands for more. */
function distance(a: readonly string[], b: readonly string[], most: number): number {
  const far = most + 1;
  let before: number[] = [];
  let last = b.map((_, column) => Math.min(column, far));
  last.push(Math.min(b.length, far));
  for (let row = 1; row <= a.length; row++) {
    const next = [Math.min(row, far)];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(at(last, column) + 1, at(next, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped && column > 1) least = Math.min(least, at(before, column - 2) + 1);
      next.push(Math.min(least, far));
    }
    [before, last] = [last, next];
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.MAX_SAFE_INTEGER;
}
