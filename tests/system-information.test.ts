import { readFileSync } from "node:fs";
import { bindsEnough, compare, fromSystemInformation, type KeyParameters } from "licit/fingerprint";
import { describe, expect, test } from "vitest";

/** What the package returned, open to changes. */
interface Recorded {
  os: Record<string, unknown>;
  cpu: Record<string, unknown>;
  mem: Record<string, number>;
  memLayout: Record<string, unknown>[];
  net: Record<string, unknown>[];
  diskLayout: Record<string, unknown>[];
}

function recorded(name: string): Recorded {
  const file = new URL(`vectors/system-information/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Recorded;
}

function mapped(data: unknown): KeyParameters {
  const read = fromSystemInformation(data);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const computers = ["windows-pc", "mac", "linux-server", "kvm-guest", "container"];

describe("fromSystemInformation on recorded outputs", () => {
  test.each(computers)("%s: maps as it did, and binds enough", (name) => {
    expect(mapped(recorded(name))).toMatchSnapshot();
    expect(bindsEnough(mapped(recorded(name))).ok).toBe(true);
  });

  test.each(computers)("%s: what is of the moment does not count", (name) => {
    const later = recorded(name);
    Object.assign(later.cpu, { speed: 0.8, speedMin: 0.1, governor: "powersave", flags: "", cache: {}, revision: "9" });
    Object.assign(later.os, { kernel: "later", build: "1", fqdn: "elsewhere", uefi: null });
    for (const key of Object.keys(later.mem)) if (key !== "total") later.mem[key] = 1;
    for (const adapter of later.net) {
      Object.assign(adapter, {
        ip4: "10.0.0.9",
        ip6: "",
        operstate: "dormant",
        speed: 10,
        default: false,
        dhcp: true,
        type: "unknown",
      });
    }
    for (const disk of later.diskLayout)
      Object.assign(disk, { smartStatus: "Degraded", temperature: 60, firmwareRevision: "2" });
    expect(compare(mapped(recorded(name)), mapped(later))).toEqual({ outcome: "same", findings: [] });
  });

  test.each(computers)("%s: the same under the names that `get` uses", (name) => {
    const { os: osInfo, net: networkInterfaces, ...rest } = recorded(name);
    expect(mapped({ ...rest, osInfo, networkInterfaces })).toEqual(mapped(recorded(name)));
  });

  test("containers, tunnels, loopback, USB disks and disk images come and go", () => {
    for (const name of ["linux-server", "mac", "windows-pc"]) {
      const busier = recorded(name);
      for (const iface of [
        "lo",
        "docker0",
        "veth12ab",
        "br-4f2a",
        "wg0",
        "tun1",
        "utun4",
        "virbr0",
        "tailscale0",
        "cni0",
        "eth0.100",
      ]) {
        busier.net.push({ iface, ifaceName: iface, mac: "02:42:ac:11:00:02", internal: false });
      }
      busier.net.push({
        iface: "Ethernet 7",
        ifaceName: "TAP-Windows Adapter V9 #2",
        mac: "00:ff:1c:2b:3a:4d",
        internal: false,
      });
      busier.diskLayout.push({
        type: "HD",
        name: "SanDisk Ultra",
        size: 16_000_000_000,
        serialNum: "",
        interfaceType: "USB",
      });
      busier.diskLayout.push({
        type: "Disk Image",
        name: "Disk Image",
        size: 27_774_976,
        serialNum: "",
        interfaceType: "Disk Image",
      });
      expect(mapped(busier)).toEqual(mapped(recorded(name)));
    }
  });

  test("a locally administered MAC is a guest's own, and counts", () => {
    expect(mapped(recorded("kvm-guest")).networkAdapters).toEqual([
      { model: "network adapter", mac: "52:54:00:3a:91:6e" },
    ]);
    expect(mapped(recorded("container")).networkAdapters).toEqual([
      { model: "network adapter", mac: "02:fc:00:00:00:01" },
    ]);
  });

  test("RAM is the sum of the modules; where only the kernel's figure is known, it is rounded up and stays put", () => {
    expect(mapped(recorded("linux-server")).memoryBytes).toBe(256 * 2 ** 30);
    const container = recorded("container");
    const before = mapped(container).memoryBytes;
    const [only] = container.memLayout;
    for (const bytes of [-4, 0, 4].map((megabytes) => (container.mem["total"] ?? 0) + megabytes * 2 ** 20)) {
      Object.assign(container.mem, { total: bytes });
      Object.assign(only ?? {}, { size: bytes });
      expect(mapped(container).memoryBytes).toBe(before);
    }
  });

  test("two sockets are two processors", () => {
    const { processors } = mapped(recorded("linux-server"));
    expect(Array.isArray(processors) && processors).toHaveLength(2);
  });

  test("what was not reported, or only as a placeholder, is unread", () => {
    const { board, bios, disks } = mapped(recorded("container"));
    expect([board.model, bios.type, bios.version, disks]).toEqual([
      { unreadable: "empty" },
      { unreadable: "empty" },
      { unreadable: "empty" },
      { unreadable: "none seen" },
    ]);
    const nothing = mapped({});
    expect(nothing.os.family).toEqual({ unreadable: "not reported" });
    expect(nothing.processors).toEqual({ unreadable: "not reported" });
    expect(bindsEnough(nothing)).toMatchObject({ ok: false });
    const pc = recorded("windows-pc");
    Object.assign(pc.diskLayout[1] ?? {}, { serialNum: "" });
    expect(mapped(pc).disks).toEqual({ unreadable: "no serial reported for ST500LM012 HN-M500MBB" });
    Object.assign(pc.net[0] ?? {}, { mac: "" });
    expect(mapped(pc).networkAdapters).toEqual({
      unreadable: "no MAC reported for Realtek Gaming GbE Family Controller",
    });
  });
});
