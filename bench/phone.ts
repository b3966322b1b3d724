import { mod97_10 } from "cdigit";
import { decodeResponse, encodeResponse, rowChecksum, type MessageKind } from "licit/phone";
import { contest, report } from "./harness.js";

const rows: readonly (readonly [kind: MessageKind, groups: readonly string[]])[] = [
  ["request", ["138", "150", "537", "641"]],
  ["response", ["022", "235", "916", "610", "755"]],
];

console.log("| work | measured | wanted | reached |\n|---|---|---|---|");
for (const [kind, groups] of rows) {
  const digits = groups.join("");
  const { ours, peer, ratio } = contest(
    () => rowChecksum(groups, 1, kind),
    () => mod97_10.compute(digits),
  );
  report(
    `\`rowChecksum\`, a row of a ${kind}, against cdigit's MOD 97-10 on the same digits`,
    `${ratio.toFixed(1)} times as fast (${ours.toFixed(0)} ns, ${peer.toFixed(0)} ns)`,
    "7 times",
    ratio >= 7,
  );
}

const { digits } = encodeResponse({ payload: "2712", signature: "93a2ef57df603d19698eca8cd975d2df".repeat(3) });
const decoding = contest(
  () => decodeResponse(digits),
  () => BigInt(digits),
);
report(
  "`decodeResponse`, 120 digits",
  `${(decoding.ours / 1000).toFixed(1)} µs`,
  "at most 5 µs",
  decoding.ours <= 5000,
);
