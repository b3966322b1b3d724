import { entriesOf as sortedEntries, lookup, put, without, type Sorted } from "./sorted.js";

/**
 * A map of texts that never changes: each change gives another map, which shares almost everything with the one before.
 * `null` is empty. What a lookup or a change costs grows with the logarithm of the map's size to the base 32.
 *
 * A trie over 32-bit hashes. Texts that have one hash, by chance or because somebody chose them so, stand in a balanced
 * tree: the worst that anybody can do is to make the map as fast as that.
 */
export type HashMap<V> = Node<V> | null;

type Node<V> = Branch<V> | Leaf<V> | Bucket<V>;

/** Up to 32 ways on; bit `n` of `bits` says whether there is an `n`th. */
interface Branch<V> {
  readonly kind: "branch";
  readonly bits: number;
  readonly ways: readonly Node<V>[];
}

interface Leaf<V> {
  readonly kind: "leaf";
  readonly hash: number;
  readonly key: string;
  readonly value: V;
}

/** All texts of one hash. */
interface Bucket<V> {
  readonly kind: "bucket";
  readonly hash: number;
  readonly texts: Sorted<string, V>;
}

const BITS = 5;
const MASK = 31;

/** What a text stands for in a map. */
export function get<V>(map: HashMap<V>, key: string): V | undefined {
  const hash = hashOf(key);
  let node = map;
  for (let shift = 0; node !== null; shift += BITS) {
    if (node.kind === "leaf") return node.key === key ? node.value : undefined;
    if (node.kind === "bucket") return lookup(node.texts, key, compareTexts);
    const bit = 1 << ((hash >>> shift) & MASK);
    if ((node.bits & bit) === 0) return undefined;
    node = node.ways[countOf(node.bits & (bit - 1))] ?? null;
  }
  return undefined;
}

/** The map in which a text stands for a value. */
export function set<V>(map: HashMap<V>, key: string, value: V): HashMap<V> {
  const leaf: Leaf<V> = { kind: "leaf", hash: hashOf(key), key, value };
  return map === null ? leaf : inserted(map, 0, leaf);
}

/** The map in which a text stands for nothing; the same map where it did not before. */
export function remove<V>(map: HashMap<V>, key: string): HashMap<V> {
  return map === null ? null : removed(map, 0, hashOf(key), key);
}

/** Everything in a map, in an order that follows from what is in it alone. */
export function* entries<V>(map: HashMap<V>): Generator<readonly [string, V]> {
  if (map === null) return;
  if (map.kind === "leaf") yield [map.key, map.value];
  else if (map.kind === "bucket") yield* sortedEntries(map.texts);
  else for (const way of map.ways) yield* entries(way);
}

/** Everything that texts stand for. */
export function* values<V>(map: HashMap<V>): Generator<V> {
  for (const [, value] of entries(map)) yield value;
}

function inserted<V>(node: Node<V>, shift: number, leaf: Leaf<V>): Node<V> {
  if (node.kind === "branch") {
    const bit = 1 << ((leaf.hash >>> shift) & MASK);
    const at = countOf(node.bits & (bit - 1));
    const way = node.ways[at];
    const ways = node.ways.slice();
    if ((node.bits & bit) === 0 || way === undefined) ways.splice(at, 0, leaf);
    else ways[at] = inserted(way, shift + BITS, leaf);
    return { kind: "branch", bits: node.bits | bit, ways };
  }
  if (node.hash !== leaf.hash) return inserted(branchOf(node, shift), shift, leaf);
  if (node.kind === "leaf" && node.key === leaf.key) return leaf;
  const texts = node.kind === "bucket" ? node.texts : put(null, node.key, node.value, compareTexts);
  return { kind: "bucket", hash: leaf.hash, texts: put(texts, leaf.key, leaf.value, compareTexts) };
}

/** A branch with one way, on which others are about to part. */
function branchOf<V>(node: Leaf<V> | Bucket<V>, shift: number): Branch<V> {
  return { kind: "branch", bits: 1 << ((node.hash >>> shift) & MASK), ways: [node] };
}

function removed<V>(node: Node<V>, shift: number, hash: number, key: string): Node<V> | null {
  if (node.kind === "leaf") return node.key === key ? null : node;
  if (node.kind === "bucket") return bucketWithout(node, key);
  const bit = 1 << ((hash >>> shift) & MASK);
  const at = countOf(node.bits & (bit - 1));
  const way = node.ways[at];
  if ((node.bits & bit) === 0 || way === undefined) return node;
  const rest = removed(way, shift + BITS, hash, key);
  if (rest === way) return node;
  if (rest === null && node.ways.length === 1) return null;
  const ways = node.ways.slice();
  if (rest === null) ways.splice(at, 1);
  else ways[at] = rest;
  const [only] = ways;
  // Equal contents have equal maps: a branch on which nothing parts any more is not kept.
  if (ways.length === 1 && only !== undefined && only.kind !== "branch") return only;
  return { kind: "branch", bits: rest === null ? node.bits & ~bit : node.bits, ways };
}

function bucketWithout<V>(bucket: Bucket<V>, key: string): Node<V> | null {
  const texts = without(bucket.texts, key, compareTexts);
  if (texts === bucket.texts || texts === null) return texts === null ? null : bucket;
  if (texts.left !== null || texts.right !== null) return { kind: "bucket", hash: bucket.hash, texts };
  return { kind: "leaf", hash: bucket.hash, key: texts.key, value: texts.value };
}

/** Any order will do, as long as it is one. */
function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** FNV-1a over UTF-16 units, its bits mixed as MurmurHash3 does at its end: near ids go separate ways at once. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** How many bits are set (Warren, Hacker's Delight, 5-1). */
function countOf(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
