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
  return !SOFTWARE_NAMES.test(iface) && !SOFTWARE_NAMES.test(ifaceName) && !SOFTWARE_DESCRIPTIONS.test(ifaceName);
}

const SOFTWARE_NAMES = new RegExp(
  `^(?:${[
    "lo\\d*", // loopback
    "dummy\\d*|ifb\\d*|sit\\d+|gre\\w*|tunl\\d+|ip6\\w*|gif\\d+|stf\\d+|nlmon\\d*", // the kernels' own
    "docker\\d*|docker_\\w+|br-.+|br\\d+|bridge\\d+|veth.*|vnet\\d+|virbr.*|podman\\d*|cni.*|cali.*|flannel.*|weave.*|cilium.*|lxc.*|lxd.*|kube-.*", // containers, guests
    "vmnet\\d*|vmenet\\d*|vboxnet\\d*|feth\\d+",
    "tun.*|tap.*|wg.*|utun\\d+|ipsec\\d*|ppp\\d*|tailscale\\d*|zt\\w+|nordlynx.*|proton\\w*", // tunnels
    "bond\\d*|team\\d*|vlan\\d*|macvlan.*|macvtap.*|.+[.:]\\d+", // made of other adapters
    "awdl\\d*|llw\\d*|ap\\d+|anpi\\d+", // Apple's own services
    "vEthernet .*", // the host side of Hyper-V
  ].join("|")})$`,
  "i",
);

const SOFTWARE_DESCRIPTIONS = new RegExp(
  [
    "loopback",
    "hyper-v virtual ethernet",
    "virtualbox host-only",
    "vmware virtual ethernet adapter for vmnet",
    "wi-?fi direct virtual",
    "hosted network virtual",
    "tap-",
    "wintun",
    "wireguard",
    "openvpn",
    "tailscale",
    "zerotier",
    "wan miniport",
    "teredo",
    "isatap",
    "6to4",
  ].join("|"),
  "i",
);
