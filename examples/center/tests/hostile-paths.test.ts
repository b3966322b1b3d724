import { describe, expect, test } from "vitest";
import { oneCenter } from "./one-center.js";
import { logIn } from "./operator.js";
import { rawGet } from "./raw.js";

const { center } = oneCenter();

describe("a path", () => {
  const tricks = [
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/style.css/../../package.json",
    "/api/../operator",
    "/%00",
    "/%",
    "/%ff",
    "/operator/kits/%00",
    "/operator/kits/%ff",
    "/operator/kits/%F0%9F%98%80",
    "/operator/kits/..%2f..%2fetc",
    "/operator/kits/1' or '1'='1",
    "/operator/kits/<script>",
    `/operator/kits/${"9".repeat(60)}`,
    "/operator?kit=%00",
    "/operator?kit=%25",
    "/operator?language=%00",
    "/api/openapi.json/",
    "/operator/kits/__proto__",
  ];

  test.each(tricks)("like %s leads nowhere", async (path) => {
    const { cookie } = await logIn(center());
    const { status, text } = await rawGet(center().url, path.replaceAll(" ", "%20"), cookie);
    expect([200, 303, 400, 404]).toContain(status);
    expect(text).not.toMatch(/root:|"private"|<script>/);
  });

  test("of a form, or a kit in it, that is none is refused, and nothing fails", async () => {
    const operator = await logIn(center());
    for (const kit of ["%00", "x", "1' or '1'='1"]) {
      for (const path of [
        `/operator/kits/${encodeURIComponent(kit)}/notes`,
        `/operator/kits/${kit.includes("%") ? kit : "y"}/notes`,
        `/operator/letters/${encodeURIComponent(kit)}`,
        "/operator/letters/%00",
      ]) {
        const { status } = await operator.send(path, { pin: "123456789012345", note: "x", grant: "yes" });
        expect([path, status < 500]).toEqual([path, true]);
      }
    }
    for (const definition of ["", "__proto__", "constructor", "toString", "client-1\0"]) {
      expect([definition, (await operator.send("/operator/kits", { definition })).status]).toEqual([definition, 400]);
    }
  });
});
