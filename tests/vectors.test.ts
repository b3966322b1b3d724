import { readFileSync } from "node:fs";
import { canonicalParameters, compare, digestOf, parseKeyParameters, type KeyParameters } from "licit/fingerprint";
import { canonicalOwner, type Owner } from "licit/owner";
import { decodeRequest, decodeResponse, encodeRequest, encodeResponse, type PhoneSheet } from "licit/phone";
import { explainBindingReport, parseBindingReport } from "licit/platform";
import { describe, expect, test } from "vitest";

const read = (name: string) => readFileSync(new URL(`vectors/${name}`, import.meta.url), "utf8");

interface Case {
  readonly reference: KeyParameters;
  readonly canonicalParameters: string;
  readonly digest: string;
}

describe("FP-18 key parameters computed by a separate program", () => {
  for (const { reference, canonicalParameters: canonical, digest } of JSON.parse(
    read("key-parameters.json"),
  ) as Case[]) {
    test(`the computer with the digest ${digest.slice(0, 8)}…`, () => {
      expect(canonicalParameters(reference)).toBe(canonical);
      expect(digestOf(reference)).toBe(digest);
      const parsed = parseKeyParameters(reference);
      expect(parsed.ok && digestOf(parsed.value)).toBe(digest);
      expect(parsed.ok && compare(reference, parsed.value)).toEqual({ outcome: "same", findings: [] });
    });
  }
});

interface PhoneCase {
  readonly pin: string;
  readonly operation: 1 | 2 | 3;
  readonly owner: Owner;
  readonly canonicalOwner: string;
  readonly ownerCode: string;
  readonly binding: string;
  readonly requestDigits: string;
  readonly requestSheet: Omit<PhoneSheet, "digits">;
  readonly payload: string;
  readonly signature: string;
  readonly responseDigits: string;
  readonly responseSheet: Omit<PhoneSheet, "digits">;
}

describe("PH-01, PH-02, OW-05 messages by phone, computed by a separate program", () => {
  for (const one of JSON.parse(read("phone-1.json")) as PhoneCase[]) {
    test(`the request with the PIN ${one.pin}, and its response`, () => {
      expect(canonicalOwner(one.owner)).toBe(one.canonicalOwner);
      const operation = (["first-time", "recovery", "recovery-spare"] as const)[one.operation - 1] ?? "recovery";
      const fields = { operation, pin: one.pin, ownerCode: one.ownerCode, binding: one.binding };
      expect(encodeRequest(fields)).toEqual({ digits: one.requestDigits, ...one.requestSheet });
      expect(decodeRequest(one.requestDigits)).toEqual({ ok: true, value: fields });
      const response = { payload: one.payload, signature: one.signature };
      expect(encodeResponse(response)).toEqual({ digits: one.responseDigits, ...one.responseSheet });
      expect(decodeResponse(one.responseDigits)).toEqual({ ok: true, value: response });
    });
  }
});

describe("FP-22 the report of a server that became a virtual machine", () => {
  const report = parseBindingReport(read("binding-report-server-ru.txt"));

  test("is read whole", () => {
    expect(report).toMatchObject({
      ok: true,
      value: {
        licenses: [{ file: "C:/ProgramData/1C/1Cv82/conf/20130821122954.lic" }],
        unread: [],
      },
    });
    const [license] = report.ok ? report.value.licenses : [];
    expect(license?.removed.map(({ kind }) => kind)).toEqual(["disk", "processor", "bios", "board"]);
    expect(license?.present.map(({ kind }) => kind)).toEqual(["disk", "memory", "processor"]);
    expect(license?.removed[0]?.fields["sizeBytes"]).toBe(146_778_685_440);
  });

  test("is explained: board, BIOS, processor and disk broke, RAM grew", () => {
    const findings = report.ok ? explainBindingReport(report.value) : [];
    expect(findings.map(({ parameter, effect, kind }) => `${parameter} ${kind} ${effect}`)).toEqual([
      "board.model value breaking",
      "memoryBytes increased tolerated",
      "bios.type value breaking",
      "bios.version value breaking",
      "processors replaced breaking",
      "disks replaced breaking",
    ]);
  });
});
