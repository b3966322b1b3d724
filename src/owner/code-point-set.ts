/** A set of code points as the boundaries between inside and outside, ascending; it begins outside. */
export type CodePointSet = readonly number[];

/** The set that distances between boundaries, in base 36, stand for. */
export function codePointSet(distances: string): CodePointSet {
  let boundary = 0;
  return distances.split(" ").map((distance) => (boundary += Number.parseInt(distance, 36)));
}

/** Whether a code point is in a set: whether an odd number of boundaries lies at or before it. */
export function contains(set: CodePointSet, point: number): boolean {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}
