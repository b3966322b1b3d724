/**
 * Ascending numbers from their distances. A distance is in base 26; its last digit is a capital letter, so that nothing
 * stands between two.
 */
export function numbersFrom(distances: string): readonly number[] {
  let number = 0;
  return (distances.match(/[a-z]*[A-Z]/g) ?? []).map((letters) => {
    let distance = 0;
    for (let at = 0; at < letters.length; at++) distance = 26 * distance + ((letters.charCodeAt(at) - 65) % 32);
    return (number += distance);
  });
}

/** A set of code points as the boundaries between inside and outside, ascending; it begins outside. */
export type CodePointSet = readonly number[];

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
