/**
 * A map in the order of its keys that never changes: each change gives another one. `null` is empty. An AVL tree: what a
 * lookup or a change costs grows with the logarithm of the map's size, whoever chose the keys.
 */
export type Sorted<K, V> = Tree<K, V> | null;

interface Tree<K, V> {
  readonly key: K;
  readonly value: V;
  readonly left: Sorted<K, V>;
  readonly right: Sorted<K, V>;
  readonly height: number;
}

/** An order: negative, zero or positive. */
export type Compare<K> = (a: K, b: K) => number;

/** What a key stands for. */
export function lookup<K, V>(map: Sorted<K, V>, key: K, compare: Compare<K>): V | undefined {
  let tree = map;
  while (tree !== null) {
    const order = compare(key, tree.key);
    if (order === 0) return tree.value;
    tree = order < 0 ? tree.left : tree.right;
  }
  return undefined;
}

/** The map in which a key stands for a value. */
export function put<K, V>(map: Sorted<K, V>, key: K, value: V, compare: Compare<K>): Tree<K, V> {
  if (map === null) return treeOf(key, value, null, null);
  const order = compare(key, map.key);
  if (order === 0) return treeOf(key, value, map.left, map.right);
  return order < 0
    ? balanced(map.key, map.value, put(map.left, key, value, compare), map.right)
    : balanced(map.key, map.value, map.left, put(map.right, key, value, compare));
}

/** The map without a key; the same map where it had none. */
export function without<K, V>(map: Sorted<K, V>, key: K, compare: Compare<K>): Sorted<K, V> {
  if (map === null) return null;
  const order = compare(key, map.key);
  if (order === 0) return joined(map.left, map.right);
  const side = order < 0 ? map.left : map.right;
  const rest = without(side, key, compare);
  if (rest === side) return map;
  return order < 0 ? balanced(map.key, map.value, rest, map.right) : balanced(map.key, map.value, map.left, rest);
}

/** Everything in a map, in the order of its keys. */
export function* entriesOf<K, V>(map: Sorted<K, V>): Generator<readonly [K, V]> {
  if (map === null) return;
  yield* entriesOf(map.left);
  yield [map.key, map.value];
  yield* entriesOf(map.right);
}

/** The first entry. */
export function firstOf<K, V>(map: Sorted<K, V>): readonly [K, V] | undefined {
  let tree = map;
  while (tree !== null && tree.left !== null) tree = tree.left;
  return tree === null ? undefined : [tree.key, tree.value];
}

function joined<K, V>(left: Sorted<K, V>, right: Sorted<K, V>): Sorted<K, V> {
  if (left === null || right === null) return left ?? right;
  let first = right;
  while (first.left !== null) first = first.left;
  return balanced(first.key, first.value, left, withoutFirst(right));
}

function withoutFirst<K, V>(tree: Tree<K, V>): Sorted<K, V> {
  return tree.left === null ? tree.right : balanced(tree.key, tree.value, withoutFirst(tree.left), tree.right);
}

function treeOf<K, V>(key: K, value: V, left: Sorted<K, V>, right: Sorted<K, V>): Tree<K, V> {
  return { key, value, left, right, height: 1 + Math.max(heightOf(left), heightOf(right)) };
}

function heightOf(map: Sorted<unknown, unknown>): number {
  return map === null ? 0 : map.height;
}

/** A tree of which one side may be higher by two: turned, so that no side is higher by more than one. */
function balanced<K, V>(key: K, value: V, left: Sorted<K, V>, right: Sorted<K, V>): Tree<K, V> {
  const lean = heightOf(left) - heightOf(right);
  if (left !== null && lean > 1) {
    const { left: outer, right: inner } = left;
    if (inner === null || heightOf(outer) >= heightOf(inner))
      return treeOf(left.key, left.value, outer, treeOf(key, value, inner, right));
    const turned = treeOf(left.key, left.value, outer, inner.left);
    return treeOf(inner.key, inner.value, turned, treeOf(key, value, inner.right, right));
  }
  if (right !== null && lean < -1) {
    const { left: inner, right: outer } = right;
    if (inner === null || heightOf(outer) >= heightOf(inner))
      return treeOf(right.key, right.value, treeOf(key, value, left, inner), outer);
    const turned = treeOf(right.key, right.value, inner.right, outer);
    return treeOf(inner.key, inner.value, treeOf(key, value, left, inner.left), turned);
  }
  return treeOf(key, value, left, right);
}
