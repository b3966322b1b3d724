// Seats once more, as slow and as plainly as they can be told: everything is counted anew whenever it is asked for, and
// nothing is remembered that could be looked up. What a fast implementation gets wrong shows where the two differ.
import {
  defaultPolicies,
  type ClientLicense,
  type Computer,
  type Infobase,
  type InstalledLicense,
  type SeatCommand,
  type SeatPolicies,
  type ServerLicense,
  type SessionFacts,
  type Topology,
} from "licit/allocation";

interface Seat {
  license: string;
  unit: string;
  /** "own": of the license; "beyond": beyond the licenses of its kind on the computer. */
  from: "own" | "beyond";
  designer: boolean;
  infobase: string;
  user: string;
  computer: string;
  reservation: number | undefined;
  borrowedUntil: number;
  /** Since when nobody sits in it, and until when it stays. */
  idle: { since: number; until: number } | undefined;
}

interface Session {
  facts: SessionFacts;
  since: number;
  leaseUntil: number;
  seat: Seat | undefined;
  server: Seat | undefined;
}

interface Reservation {
  id: string;
  number: number;
  license: string;
  seats: number;
  for: { user: string } | { computer: string };
  until: number;
}

/** What can be compared: for each seat that is taken its license, unit and sessions. */
export type Sitting = readonly (readonly [license: string, unit: string, sessions: readonly string[]])[];

/** A site that changes as it is told. `obey` answers `"ok"`, or the code of the refusal. */
export function referenceSite() {
  let now = 0;
  let topology: Topology = { computers: [], infobases: [] };
  let policies = defaultPolicies;
  let licenses: { license: InstalledLicense; until: number }[] = [];
  let seats: Seat[] = [];
  let sessions: Session[] = [];
  let reservations: Reservation[] = [];
  let waiting: { facts: SessionFacts; until: number }[] = [];
  let reservationsMade = 0;
  const last = new Map<string, string>();

  const computer = (id: string | undefined): Computer | undefined => topology.computers.find((one) => one.id === id);
  const known = (id: string): Computer | undefined =>
    computer(id) ?? (policies.otherComputers === "workstations" ? { id } : undefined);
  const does = (id: string, role: string): boolean => computer(id)?.roles?.some((one) => one === role) === true;
  const installed = (name: string) => licenses.find(({ license }) => license.license === name);
  const expired = (name: string): boolean => (installed(name)?.until ?? Infinity) <= now;
  const hidden = (license: InstalledLicense): boolean =>
    license.type === "dongle" &&
    licenses.some(
      ({ license: other }) =>
        other.type === "dongle" &&
        other.computer === license.computer &&
        other.series === license.series &&
        other.license < license.license,
    );
  const serving = (name: string): InstalledLicense | undefined => {
    const one = installed(name);
    return one === undefined || expired(name) || hidden(one.license) ? undefined : one.license;
  };
  const inside = (seat: Seat) => sessions.filter((one) => one.seat === seat || one.server === seat);
  const level = (license: InstalledLicense): string =>
    license.type === "community" ? "community" : (("level" in license ? license.level : undefined) ?? "professional");
  const byFile = (a: InstalledLicense, b: InstalledLicense): number => {
    const key = (one: InstalledLicense) =>
      [
        ("directory" in one ? one.directory : 0) ?? 0,
        ("file" in one ? one.file : undefined) ?? one.license,
        one.license,
      ] as const;
    const [x, y] = [key(a), key(b)];
    return x[0] - y[0] || (x[1] < y[1] ? -1 : x[1] > y[1] ? 1 : 0) || (x[2] < y[2] ? -1 : 1);
  };
  const remote = ({ application }: SessionFacts): boolean =>
    application === "web-client" || application === "mobile-client";
  const service = ({ application }: SessionFacts): boolean =>
    ["background-job", "web-service", "http-service"].includes(application);
  const apart = ({ application }: SessionFacts): boolean =>
    application === "designer" && policies.designer === "own-pool";

  /** Seats of a license that are taken in the pool in which this session would take one. */
  const usedFor = (license: InstalledLicense, facts: SessionFacts): number =>
    seats.filter(
      (seat) =>
        seat.license === license.license &&
        seat.from === "own" &&
        (license.type === "community" ? seat.infobase === facts.infobase : seat.designer === apart(facts)),
    ).length;
  const unfilled = (one: Reservation): number =>
    one.seats - seats.filter((seat) => seat.reservation === one.number).length;
  const room = (license: InstalledLicense): number =>
    license.type === "community" ? 3 : "seats" in license ? license.seats : 1;

  function serverLicense(infobase: Infobase, wanted: string | undefined): Seat | "none needed" | undefined {
    if (infobase.mode === "file") return "none needed";
    const server = computer(infobase.server);
    if (server === undefined) return "none needed";
    const fits = (license: InstalledLicense | undefined): license is ServerLicense =>
      license !== undefined &&
      (license.type === "server" || license.type === "server-dongle") &&
      (license.bits === 64 || server.serverBits === 32) &&
      (wanted === undefined || level(license) === wanted);
    const held = seats.find((seat) => seat.unit === `server ${server.id}` && fits(serving(seat.license)));
    if (held !== undefined) return held;
    const all = licenses.map(({ license }) => license).filter((one) => fits(serving(one.license))) as ServerLicense[];
    const here = all.filter((one) => one.computer === server.id).sort(byFile);
    const there = all.filter((one) => one.computer === server.licensingService && one.type === "server").sort(byFile);
    const remembered = here.filter((one) => one.license === last.get(`server license of ${server.id}`));
    const kind = (type: string, bits: number) => (one: ServerLicense) => one.type === type && one.bits === bits;
    const order = [
      ...remembered,
      ...here.filter(kind("server", 32)),
      ...here.filter(kind("server", 64)),
      ...here.filter(kind("server-dongle", 32)),
      ...here.filter(kind("server-dongle", 64)),
      ...there.filter((one) => one.license === last.get(`server license of ${server.id}`)),
      ...there.filter(kind("server", 32)),
      ...there.filter(kind("server", 64)),
    ];
    const free = order.find((one) => !seats.some((seat) => seat.license === one.license));
    return free && seatOf(free.license, `server ${server.id}`, "own");
  }

  function seatOf(license: string, unit: string, from: Seat["from"], facts?: SessionFacts, reservation?: number): Seat {
    return {
      license,
      unit,
      from,
      designer: facts !== undefined && apart(facts),
      infobase: facts?.infobase ?? "",
      user: facts?.user ?? "",
      computer: facts?.computer ?? "",
      reservation,
      borrowedUntil: 0,
      idle: undefined,
    };
  }

  const sameInfobase = (seat: Seat, facts: SessionFacts): boolean =>
    installed(seat.license)?.license.type !== "community" || seat.infobase === facts.infobase;

  /** Where a client looks, in order: a computer, who gives the seat, and the licenses there. */
  function looks(facts: SessionFacts, infobase: Infobase) {
    const own = remote(facts) ? undefined : known(facts.computer);
    const web = infobase.mode === "file" && (remote(facts) || facts.throughWebServer === true);
    const server = computer(infobase.mode === "client-server" ? infobase.server : web ? infobase.webServer : undefined);
    const licensing = infobase.mode === "client-server" ? computer(server?.licensingService) : undefined;
    const all = licenses.map(({ license }) => license).sort(byFile) as ClientLicense[];
    const software = (at: Computer) =>
      all.filter((one) => one.computer === at.id && ["single-user", "multi-user", "community"].includes(one.type));
    const local = (at: Computer) =>
      all.filter((one) => one.computer === at.id && one.type === "dongle" && one.network !== true);
    const network = all.filter((one) => one.type === "dongle" && one.network === true);
    const basic = (at: Computer) => all.filter((one) => one.computer === at.id && one.type === "basic");
    const remembered = (as: string, at: Computer) =>
      all.filter(
        (one) => one.license === last.get(`${as} ${at.id}`) && (one.computer === at.id || network.includes(one)),
      );
    const looked: { as: string; at: Computer; licenses: ClientLicense[] }[] = [];
    if (own !== undefined)
      looked.push({
        as: "client",
        at: own,
        licenses: [...remembered("client", own), ...software(own), ...local(own), ...network, ...basic(own)],
      });
    if (server !== undefined)
      looked.push({
        as: "server",
        at: server,
        licenses: [...remembered("server", server), ...software(server), ...local(server), ...network],
      });
    if (licensing !== undefined)
      looked.push({
        as: "licensing-service",
        at: licensing,
        licenses: [...remembered("licensing-service", licensing), ...software(licensing)],
      });
    return looked;
  }

  function unitFor(as: string, license: ClientLicense, facts: SessionFacts): string {
    if (as !== "client" || license.type === "community") return `session ${facts.session}`;
    const designer = apart(facts) ? "designer " : "";
    if (!does(facts.computer, "terminal-server")) return `${designer}computer ${facts.computer}`;
    return `${designer}terminal ${String(facts.computer.length)} ${facts.computer} ${facts.terminalSession ?? ""}`;
  }

  function suits(license: ClientLicense, as: string, facts: SessionFacts, infobase: Infobase): boolean {
    if (serving(license.license) === undefined) return false;
    if (license.type === "basic" && infobase.configuration !== "basic") return false;
    if (as !== "client") return true;
    if (license.type === "multi-user") return does(facts.computer, "terminal-server");
    return license.type !== "dongle" || facts.hardwareLicenses !== false;
  }

  type Found =
    { seat: Seat | undefined; server: Seat | undefined; from: string | undefined } | "not-found" | "none-free";

  function search(facts: SessionFacts): Found {
    const infobase = topology.infobases.find(({ id }) => id === facts.infobase);
    if (infobase === undefined) return "not-found";
    const server = (wanted?: string) => serverLicense(infobase, wanted);
    const real = (seat: Seat | "none needed") => (seat === "none needed" ? undefined : seat);
    if (service(facts)) {
      const seat = server();
      if (seat !== undefined) return { seat: undefined, server: real(seat), from: undefined };
      return takenServer(infobase, undefined) ? "none-free" : "not-found";
    }
    const looked = looks(facts, infobase);
    const suitable = looked.flatMap(({ as, at, licenses: there }) =>
      there.filter((license) => suits(license, as, facts, infobase)).map((license) => ({ as, at, license })),
    );
    // What its unit has already: where the client runs, what all its sessions share before what is the session's own, then
    // at the servers; of several, what it took first.
    const near = [
      ["client", false],
      ["client", true],
      ["server", true],
      ["licensing-service", true],
    ] as const;
    for (const [as, own] of near) {
      for (const seat of seats) {
        // A session's id may come back with somebody else, or for something else.
        const hers = seat.user === facts.user && seat.computer === facts.computer;
        const alike = seat.from === "beyond" || (seat.designer === apart(facts) && sameInfobase(seat, facts));
        if (seat.unit.startsWith("session ") && !(hers && alike)) continue;
        const match = suitable.find(
          (one) =>
            one.as === as &&
            one.license.license === seat.license &&
            seat.unit === unitFor(as, one.license, facts) &&
            seat.unit.startsWith("session ") === own,
        );
        const ofServer = match && server(level(match.license));
        if (ofServer !== undefined && match !== undefined)
          return { seat, server: real(ofServer), from: `${as} ${match.at.id}` };
      }
    }
    for (const { as, at, license } of suitable) {
      const ofServer = server(level(license));
      if (ofServer === undefined) continue;
      const unit = unitFor(as, license, facts);
      if (seats.some((seat) => seat.unit === unit && seat.license === license.license)) continue;
      const kept =
        apart(facts) || license.type === "community"
          ? []
          : reservations.filter((one) => one.license === license.license);
      const own = kept
        .filter(
          (one) =>
            unfilled(one) > 0 &&
            ("user" in one.for ? one.for.user === facts.user : one.for.computer === facts.computer && !remote(facts)),
        )
        .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
      const free = room(license) - usedFor(license, facts) - kept.reduce((sum, one) => sum + unfilled(one), 0);
      if (own === undefined && free <= 0) continue;
      return {
        seat: seatOf(license.license, unit, "own", facts, own?.number),
        server: real(ofServer),
        from: `${as} ${at.id}`,
      };
    }
    for (const { as, at, license } of suitable) {
      const ofServer = server(level(license));
      const unit = unitFor(as, license, facts);
      if (seats.some((seat) => seat.unit === unit && seat.license === license.license)) continue;
      const beyond = seats.filter((seat) => seat.from === "beyond" && sameKind(seat.license, license)).length;
      if (ofServer !== undefined && license.type !== "community" && beyond < policies.overdraft)
        return {
          seat: seatOf(license.license, unitFor(as, license, facts), "beyond", facts),
          server: real(ofServer),
          from: `${as} ${at.id}`,
        };
    }
    const wouldDo = suitable.some(
      ({ license }) => server(level(license)) !== undefined || takenServer(infobase, level(license)),
    );
    return wouldDo ? "none-free" : "not-found";
  }

  /** Where a license was, also one that is gone: seats beyond count for the computer and the kind that they were taken of. */
  const kinds = new Map<string, string>();
  function sameKind(name: string, license: InstalledLicense): boolean {
    return kinds.get(name) === kindOf(license);
  }
  function kindOf({ type, computer: at }: InstalledLicense): string {
    return `${String(type === "dongle")} ${at}`;
  }

  function takenServer(infobase: Infobase, wanted: string | undefined): boolean {
    if (infobase.mode === "file") return false;
    const server = computer(infobase.server);
    return licenses.some(
      ({ license }) =>
        (license.type === "server" || license.type === "server-dongle") &&
        serving(license.license) !== undefined &&
        (license.bits === 64 || server?.serverBits === 32) &&
        (wanted === undefined || level(license) === wanted) &&
        (license.computer === server?.id ||
          (license.computer === server?.licensingService && license.type === "server")),
    );
  }

  function sit(session: Session, found: Exclude<Found, string>): void {
    for (const seat of [found.seat, found.server]) {
      if (seat === undefined) continue;
      if (!seats.includes(seat)) seats.push(seat);
      seat.idle = undefined;
    }
    session.seat = found.seat;
    session.server = found.server;
    if (found.seat !== undefined && found.from !== undefined) last.set(found.from, found.seat.license);
    if (found.server !== undefined)
      last.set(`server license of ${found.server.unit.slice("server ".length)}`, found.server.license);
  }

  function tidy(at: number, released?: Seat): void {
    for (const seat of [...seats]) {
      if (inside(seat).length > 0 || seat.idle !== undefined) continue;
      const stays =
        serving(seat.license) === undefined || seat === released
          ? at
          : Math.max(at + policies.lingerMs, seat.borrowedUntil);
      if (stays > at) seat.idle = { since: at, until: stays };
      else seats = seats.filter((one) => one !== seat);
    }
  }

  function begin(facts: SessionFacts, found: Exclude<Found, string>, leaseUntil: number): void {
    const session: Session = { facts, since: now, leaseUntil, seat: undefined, server: undefined };
    sessions.push(session);
    sit(session, found);
  }

  function stop(ended: readonly Session[], at: number, released?: Seat): void {
    // One after the other: a seat that one of them leaves to the next is not idle yet.
    for (const one of ended) {
      sessions = sessions.filter((other) => other !== one);
      tidy(at, released);
    }
  }

  function serveQueue(): void {
    for (let again = true; again;) {
      again = false;
      for (const entry of [...waiting]) {
        const { facts } = entry;
        const found = search(facts);
        if (typeof found === "string") continue;
        waiting = waiting.filter((one) => one !== entry);
        begin(facts, found, policies.leaseMs === 0 ? Infinity : now + policies.leaseMs);
        again = true;
      }
    }
  }

  function gone(name: string, served: readonly Session[]): void {
    reservations = reservations.filter((one) => one.license !== name);
    if (policies.onRemoval === "end") stop(served, now);
    if (policies.onRemoval !== "move") return;
    for (const session of served) {
      const found = search(session.facts);
      if (typeof found === "string") continue;
      const before = [session.seat, session.server];
      sit(session, found);
      // A seat that a session leaves by moving is free at once.
      for (const seat of before)
        if (seat !== undefined && inside(seat).length === 0) seats = seats.filter((one) => one !== seat);
    }
  }

  const servedBy = (name: string) =>
    sessions
      .filter((one) => one.seat?.license === name || one.server?.license === name)
      .sort((a, b) => a.since - b.since || (a.facts.session < b.facts.session ? -1 : 1));

  const over = new Set<string>(); // licenses whose expiry has happened

  /** Lets everything happen that is due, the earliest first. */
  function settle(at: number): void {
    for (;;) {
      const due = [
        ...licenses
          .filter(({ license, until }) => until < Infinity && !over.has(license.license))
          .map(({ license, until }) => ({ at: until, of: "license", id: license.license })),
        ...reservations
          .filter(({ until }) => until < Infinity)
          .map(({ id, until }) => ({ at: until, of: "reservation", id })),
        ...sessions
          .filter(({ leaseUntil }) => leaseUntil < Infinity)
          .map(({ facts, leaseUntil }) => ({ at: leaseUntil, of: "session", id: facts.session })),
        ...waiting.flatMap(({ facts, until }) =>
          until < Infinity ? [{ at: until, of: "waiting", id: facts.session }] : [],
        ),
        ...seats.flatMap(({ unit, idle }) => (idle === undefined ? [] : [{ at: idle.until, of: "unit", id: unit }])),
      ]
        .filter((one) => one.at <= at)
        .sort((a, b) => a.at - b.at || (a.of < b.of ? -1 : a.of > b.of ? 1 : 0) || (a.id < b.id ? -1 : 1));
      const [first] = due;
      if (first === undefined) return;
      now = Math.max(now, first.at);
      if (first.of === "license") {
        over.add(first.id);
        gone(first.id, servedBy(first.id));
      }
      if (first.of === "waiting") waiting = waiting.filter(({ facts }) => facts.session !== first.id);
      if (first.of === "reservation") reservations = reservations.filter(({ id }) => id !== first.id);
      if (first.of === "session")
        stop(
          sessions.filter(({ facts }) => facts.session === first.id),
          first.at,
        );
      if (first.of === "unit")
        seats = seats.filter(({ unit, idle }) => unit !== first.id || idle === undefined || idle.until > first.at);
      serveQueue();
    }
  }

  function decide(command: SeatCommand): string {
    const { type, data } = command;
    const runs = (id: string) => sessions.find(({ facts }) => facts.session === id);
    switch (type) {
      case "configure":
        topology = data.topology;
        if (data.policies !== undefined) policies = { ...defaultPolicies, ...(data.policies as Partial<SeatPolicies>) };
        return "ok";
      case "install": {
        const { license } = data;
        if (installed(license.license) !== undefined) return "allocation/already-installed";
        if (computer(license.computer) === undefined) return "allocation/unknown-computer";
        const said = "expiresAt" in license ? (license.expiresAt ?? Infinity) : Infinity;
        const until = level(license) === "community" ? Math.min(said, now + 7 * 86_400_000) : said;
        if (until <= now) return "allocation/in-the-past";
        licenses = [...licenses, { license, until }];
        kinds.set(license.license, kindOf(license));
        over.delete(license.license);
        return "ok";
      }
      case "remove": {
        if (installed(data.license) === undefined) return "allocation/unknown-license";
        const served = servedBy(data.license);
        licenses = licenses.filter(({ license }) => license.license !== data.license);
        gone(data.license, served);
        return "ok";
      }
      case "start": {
        const { at: _, leaseUntil: __, ...facts } = data;
        if (runs(facts.session) !== undefined || waiting.some((one) => one.facts.session === facts.session))
          return "allocation/session-exists";
        const infobase = topology.infobases.find(({ id }) => id === facts.infobase);
        if (infobase === undefined) return "allocation/unknown-infobase";
        if (!service(facts)) {
          if (!remote(facts) && known(facts.computer) === undefined) return "allocation/unknown-computer";
          if (!remote(facts) && does(facts.computer, "terminal-server") && facts.terminalSession === undefined)
            return "allocation/no-terminal-session";
          if (
            infobase.mode === "file" &&
            (remote(facts) || facts.throughWebServer === true) &&
            infobase.webServer === undefined
          )
            return "allocation/not-published";
        }
        const found = search(facts);
        if (typeof found !== "string") {
          begin(facts, found, policies.leaseMs === 0 ? Infinity : now + policies.leaseMs);
          return "ok";
        }
        if (found === "not-found" || waiting.length >= policies.queue) return `allocation/${found}`;
        waiting = [...waiting, { facts, until: policies.leaseMs === 0 ? Infinity : now + policies.leaseMs }];
        return "ok";
      }
      case "renew": {
        const session = runs(data.session);
        const waits = waiting.find((one) => one.facts.session === data.session);
        if (session === undefined && waits === undefined) return "allocation/unknown-session";
        const lease = session?.leaseUntil ?? waits?.until;
        if (policies.leaseMs === 0 && lease === Infinity) return "allocation/switched-off";
        const until = policies.leaseMs === 0 ? Infinity : now + policies.leaseMs;
        if (session !== undefined) session.leaseUntil = until;
        else waiting = waiting.map((one) => (one === waits ? { ...one, until } : one));
        return "ok";
      }
      case "end": {
        const session = runs(data.session);
        const waits = waiting.some((one) => one.facts.session === data.session);
        if (session === undefined && !waits) return "allocation/unknown-session";
        waiting = waiting.filter((one) => one.facts.session !== data.session);
        if (session !== undefined) stop([session], now);
        return "ok";
      }
      case "release": {
        if ("reservation" in data) {
          const before = reservations.length;
          reservations = reservations.filter(({ id }) => id !== data.reservation);
          return reservations.length < before ? "ok" : "allocation/unknown-reservation";
        }
        const seat = seats.find(({ unit, license }) => unit === data.unit && license === data.license);
        if (seat === undefined) return "allocation/unknown-seat";
        const ended = inside(seat).sort((a, b) => a.since - b.since || (a.facts.session < b.facts.session ? -1 : 1));
        stop(ended, now, seat);
        seats = seats.filter((one) => one !== seat);
        return "ok";
      }
      case "reserve": {
        if (!policies.reservation) return "allocation/switched-off";
        if (reservations.some(({ id }) => id === data.reservation)) return "allocation/reservation-exists";
        const license = installed(data.license)?.license;
        if (license === undefined) return "allocation/unknown-license";
        if (data.until !== undefined && data.until <= now) return "allocation/in-the-past";
        const kept = reservations
          .filter((one) => one.license === data.license)
          .reduce((sum, one) => sum + unfilled(one), 0);
        const used = seats.filter(
          (seat) => seat.license === data.license && seat.from === "own" && !seat.designer,
        ).length;
        const usable =
          serving(data.license) !== undefined && !["community", "server", "server-dongle"].includes(license.type);
        if (data.seats > (usable ? room(license) - used - kept : 0)) return "allocation/too-few-free";
        reservationsMade += 1;
        const { reservation: id, seats: count, for: whom, until = Infinity } = data;
        reservations.push({ id, number: reservationsMade, license: data.license, seats: count, for: whom, until });
        return "ok";
      }
      case "borrow": {
        const session = runs(data.session);
        if (session === undefined) return "allocation/unknown-session";
        if (policies.borrowingMs === 0) return "allocation/switched-off";
        if (session.seat === undefined) return "allocation/takes-no-seat";
        const license = serving(session.seat.license) && installed(session.seat.license);
        if (license === undefined) return "allocation/not-serving";
        if (data.until <= now) return "allocation/in-the-past";
        if (data.until > Math.min(now + policies.borrowingMs, license.until)) return "allocation/too-long";
        session.seat.borrowedUntil = data.until;
        return "ok";
      }
      case "return": {
        const seat = seats.find(({ unit, license }) => unit === data.unit && license === data.license);
        if (seat === undefined) return "allocation/unknown-seat";
        if (seat.borrowedUntil <= now) return "allocation/not-borrowed";
        seat.borrowedUntil = 0;
        if (seat.idle === undefined) return "ok";
        const until = serving(seat.license) === undefined ? 0 : seat.idle.since + policies.lingerMs;
        if (until > now) seat.idle = { ...seat.idle, until };
        else seats = seats.filter((one) => one !== seat);
        return "ok";
      }
      case "tick":
        return "ok";
    }
  }

  return {
    /** Obeys a command, or refuses it and is as it was. */
    obey(command: SeatCommand): string {
      const before = {
        now,
        licenses,
        seats: seats.map((seat) => ({ ...seat })),
        reservations,
        waiting,
        over: [...over],
      };
      const places = sessions.map(
        (one) =>
          [
            one,
            { ...one, seat: one.seat && seats.indexOf(one.seat), server: one.server && seats.indexOf(one.server) },
          ] as const,
      );
      const at = Math.max(now, command.data.at);
      settle(at);
      now = at;
      const answer = decide(command);
      if (answer === "ok") {
        serveQueue();
        return answer;
      }
      ({ now, licenses, seats, reservations, waiting } = before);
      over.clear();
      for (const name of before.over) over.add(name);
      sessions = places.map(([one, { seat, server, leaseUntil }]) => {
        one.seat = seat === undefined ? undefined : seats[seat];
        one.server = server === undefined ? undefined : seats[server];
        one.leaseUntil = leaseUntil;
        return one;
      });
      return answer;
    },
    sitting(): Sitting {
      return seats
        .map(
          (seat) =>
            [
              seat.license,
              seat.unit,
              inside(seat)
                .map(({ facts }) => facts.session)
                .sort(),
            ] as const,
        )
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    },
    waiting: () => waiting.map(({ facts }) => facts.session),
  };
}
