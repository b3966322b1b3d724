/**
 * Whether a network adapter belongs to the computer, and is not made by its software: loopback, bridges of containers
 * and virtual machines, tunnels, aliases, and the adapters of Apple's own services, whose addresses are drawn by lot.
 *
 * By name only: a virtual machine's own adapter is as real to it as any, whatever the maker of its MAC. The names are
 * those of Linux and macOS (`iface`) and the descriptions of Windows (`ifaceName`).
 *
 * @source names given by the Linux kernel, Docker, CNI plugins, libvirt, macOS, and Windows drivers
 */
export function isHardwareAdapter(iface: string, ifaceName: string): boolean {
  return !SOFTWARE.test(iface) && !SOFTWARE.test(ifaceName);
}

const SOFTWARE = new RegExp(
  [
    "^(?:lo\\d*$|dummy|sit\\d|gif\\d|stf\\d|ip6)", // loopback, and the kernels' own
    "^(?:docker|podman|br\\d|br-|bridge|veth|vnet|virbr|cni|cali|flannel|cilium|lx[cd]|kube)", // containers, guests
    "^(?:vmnet|vmenet|vboxnet|feth)", // the host side of hypervisors
    "^(?:tun|tap|wg|utun|ipsec|ppp|tailscale|zt)", // tunnels
    "^(?:bond|team|vlan|macv)|^\\w+[.:]\\d+$", // made of other adapters
    "^(?:awdl|llw|ap\\d|anpi)", // Apple's own services
    "loopback|host-only|hyper-v virtual|for vmnet|(?:wi-?fi direct|hosted network) virtual", // Windows: not hardware
    "tap-|wintun|wireguard|openvpn|zerotier|wan miniport|teredo", // Windows: tunnels
  ].join("|"),
  "i",
);
