import * as fc from "fast-check";
import { causeCodes } from "../../diagnosis/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { counted, holdsOfCounted } from "./counted.js";
import { ensureSound, gradeOf, isBefore, costPlace, listed, remediesOf, reversed } from "./laws.js";
import { annasComputer, both, computer, denied, judged, message, one } from "./office.js";
import { plants } from "./plants.js";
import { told as toldExactly } from "./told.js";
import { untold } from "./untold.js";
import { allWell, noise, planted, world } from "./worlds.js";

const rule = rulesFor("diagnosis");

/** A computer that changed, and the parameter over which its license falls. */
const change = fc.constantFrom(
  { parameter: "memoryBytes", observed: { ...computer, memoryBytes: 1 } },
  { parameter: "networkName", observed: { ...computer, networkName: "BUH-7" } },
  { parameter: "disks", observed: { ...computer, disks: [] } },
  { parameter: "os.name", observed: { ...computer, os: { ...computer.os, name: "Microsoft Windows 11 Pro" } } },
);

/** Said where they are observed, and no question otherwise. */
const noCauses: readonly string[] = ["diagnosis/registration-failed", "diagnosis/observation-unread"];

/** The rules on which causes are listed, and in which order. */
export const causeRules: readonly Rule[] = [
  rule(
    {
      id: "DG-01",
      statement:
        "From what was observed (licenses seen with their verdicts, directories, dongles, settings, seat trail, messages) every cause that fits is listed, in a stated total order: certain evidence, partial, none; then the cost of the remedy (DG-06); then the code. More evidence never lowers a cause. Each has its evidence and remedy.",
      source: "S3",
    },
    {
      cases: fc.tuple(fc.oneof(world, planted), fc.oneof(world, fc.constant(allWell))),
      async holds(subject, [few, more]) {
        const causes = await subject.diagnose(few);
        ensureEqual(JSON.parse(JSON.stringify(causes)), causes, "causes are plain data");
        for (const [at, cause] of causes.entries()) {
          const before = causes[at - 1];
          ensure(before === undefined || isBefore(before, cause), `${cause.code} stands behind ${before?.code ?? ""}`);
          const grades = cause.evidence.map(({ certainty }) => certainty);
          const best = grades.includes("certain") ? "certain" : grades.includes("partial") ? "partial" : "none";
          ensureEqual(cause.certainty, best, `${cause.code} is as sure as the best of its evidence`);
          for (const remedy of remediesOf(cause)) ensure(costPlace(remedy) >= 0, `${cause.code} has a remedy`);
          ensureSound(cause, few);
          for (const { license } of cause.evidence)
            ensure(license === undefined || cause.licenses.includes(license), `${cause.code} names ${license ?? ""}`);
        }
        const questions = (await subject.diagnose({})).map(({ code, certainty }) => `${certainty} ${code}`);
        const possible = causeCodes.filter((code) => !noCauses.includes(code)).map((code) => `none ${code}`);
        ensureEqual([...questions].sort(), possible, "where nothing was observed, every cause fits");
        const all = await subject.diagnose(both(few, more));
        for (const { code, certainty } of causes.filter(({ evidence }) => evidence.length > 0))
          ensure(gradeOf(all, code) <= gradeOf(causes, code), `${code} was ${certainty}, and more evidence lowers it`);
        const turned = await subject.diagnose(reversed(few));
        for (const { code } of causes)
          ensureEqual(gradeOf(turned, code), gradeOf(causes, code), `${code} with the observations in another order`);
      },
    },
  ),
  rule(
    {
      id: "DG-02",
      statement:
        "Causes known: no license at all; parameters changed (which); file in a directory this mode or user does not see; copied file; damaged file; wrong kind of license for this start; seats taken (by whom); hardware licenses switched off; both dongle and software; two dongles of a series; dongle unplugged; dongle manager unreachable or nethasp.ini wrong; firewall or antivirus; licensing service or infobase set not to give licenses; other platform version's directory; basic PIN in a standard wizard; PIN already activated; PIN superseded, and the old computer started; owner mismatch; license expired; server license missing; center unreachable; edition changed by an update.",
      source: "S0, S3, S4",
    },
    {
      cases: fc.record({
        noise,
        exact: toldExactly,
        tenth: fc.nat(9),
        change,
        seats: counted,
      }),
      async holds(subject, { noise: beside, exact, tenth, change: { parameter, observed }, seats }) {
        for (const code of causeCodes)
          ensure(
            plants.some(({ cause }) => cause === code),
            `${code} is tried`,
          );
        for (const { cause, observed: by, certainty, action, licenses = [] } of plants.filter(
          (_, at) => at % 10 === tenth,
        )) {
          const alone = await subject.diagnose(by);
          const found = listed(alone, cause);
          ensureEqual([found.certainty, found.remedy.action], [certainty, action], `${cause}, alone`);
          for (const name of licenses) ensure(found.licenses.includes(name), `${cause} names ${name}`);
          ensure(gradeOf(alone, alone[0]?.code ?? cause) === gradeOf(alone, cause), `${cause} is among the first`);
          for (const others of [beside, allWell]) {
            const among = await subject.diagnose(both(by, others));
            ensure(gradeOf(among, cause) <= gradeOf(alone, cause), `${cause}, among others`);
          }
        }
        for (const { cause, observed: by, atMost } of untold.filter((_, at) => at % 10 === tenth)) {
          const grade = gradeOf(await subject.diagnose(by), cause);
          ensure(grade >= (atMost === "none" ? 2 : 1), `${cause} is at most ${atMost} for ${JSON.stringify(by)}`);
        }
        for (const { cause, observed: by, says } of exact.filter((_, at) => at % 3 === tenth % 3)) {
          const found: { readonly [member: string]: unknown } = { ...listed(await subject.diagnose(by), cause) };
          for (const [member, value] of Object.entries(says)) ensureEqual(found[member], value, `${cause}: ${member}`);
        }
        const changed = listed(
          await subject.diagnose({ licenses: [judged(one, observed)] }),
          "diagnosis/parameters-changed",
        );
        const which = changed.findings?.flatMap(({ findings }) => findings.map((finding) => finding.parameter));
        ensureEqual(which, [parameter], "which parameter changed");

        await holdsOfCounted(subject, seats);

        const kinds = [
          ["C:\\Users\\boris\\AppData\\Local\\1C\\1cv8\\conf", "other-user", "boris"],
          ["c:/program files/1CV8/8.3.20.1/bin/conf/", "other-version", "8.3.20.1"],
          ["C:\\Users\\anna\\AppData\\Local\\1C\\1Cv82\\conf", "other-generation", undefined],
          ["D:\\licenses", "no-place", undefined],
        ] as const;
        for (const [directory, is, of] of kinds) {
          const causes = await subject.diagnose({ system: annasComputer, elsewhere: [{ directory, name: "1.lic" }] });
          const places = causes.flatMap(({ certainty, places: found = [] }) => (certainty === "certain" ? found : []));
          ensureEqual(places, [{ directory, name: "1.lic", is, ...(of !== undefined && { of }) }], "what the place is");
        }
      },
    },
  ),
  rule(
    {
      id: "DG-05",
      statement: '"Not found" and "no free license" are told apart as in AL-13.',
      source: "S3",
    },
    {
      cases: fc.record({
        free: fc.boolean(),
        by: fc.constantFrom("message" as const, "trail" as const),
        why: fc.constantFrom("all-seats-taken" as const, "reserved" as const, "server-license-taken" as const),
        not: fc.constantFrom("multi-user-on-a-workstation" as const, "expired" as const, "another-level" as const),
      }),
      async holds(subject, { free, by, why, not }) {
        const noneFree = by === "message" ? message("none-free") : denied("allocation/none-free", not, why);
        const notFound = by === "message" ? message("not-found") : denied("allocation/not-found", not);
        const causes = await subject.diagnose(free ? noneFree : notFound);
        const codes = causes.map(({ code }) => code);
        const missing = ["diagnosis/no-license", "diagnosis/file-missing", "diagnosis/file-elsewhere"] as const;
        if (free) {
          ensureEqual(listed(causes, "diagnosis/seats-taken").certainty, "certain", "all seats are taken");
          for (const code of missing) ensure(!codes.includes(code), `${code}, though a license is there`);
        } else {
          ensure(!codes.includes("diagnosis/seats-taken"), "seats are taken, though no license is there");
          for (const code of missing) ensure(codes.includes(code), `${code} is a question`);
        }
        // One search found nothing, and another nothing free: neither speaks against the other.
        const two = await subject.diagnose(both(noneFree, both(message("not-found"), message("none-free"))));
        ensureEqual(listed(two, "diagnosis/seats-taken").certainty, "certain", "one of two searches");
        listed(two, "diagnosis/file-elsewhere");
      },
    },
  ),
  rule(
    {
      id: "DG-07",
      statement:
        '"Registration of the configuration in the licensing center failed" is information, not a lost license; it returns every 15 minutes.',
      source: "S3",
    },
    {
      cases: world,
      async holds(subject, observed) {
        const without = both({}, observed);
        const clean = without.messages?.messages.filter(({ code }) => code !== "registration-failed") ?? [];
        const before = await subject.diagnose({ ...without, messages: { messages: clean, unknown: [] } });
        const after = await subject.diagnose(
          both({ ...without, messages: { messages: clean, unknown: [] } }, message("registration-failed")),
        );
        const information = listed(after, "diagnosis/registration-failed");
        ensureEqual(
          [information.remedy, information.everyMinutes],
          [{ action: "nothing" }, 15],
          "nothing is to be done",
        );
        ensure(information.certainty !== "certain", "it does not stand before what takes a license away");
        ensureEqual(
          after.filter(({ code }) => code !== "diagnosis/registration-failed"),
          before,
          "nothing else is said for it",
        );
      },
    },
  ),
];
