"""From where somebody asks, as far as it tells one from another."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address


def network_of(address: str) -> str:
    """What counts as one place: an IPv4 address, or the /64 of IPv6 that one household has.

    A port, which some proxies add, does not tell people apart; nor does what is no address.
    """
    found = _parse(address)
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or IPv6Network((int(found), 64), strict=False))
    return str(found or "unknown")


def _parse(address: str) -> IPv4Address | IPv6Address | None:
    for host in (address, _without_port(address)):
        try:
            return ip_address(host)
        except ValueError:
            continue
    return None


def _without_port(address: str) -> str:
    """The host of `1.2.3.4:80`, `[::1]:80` or `[::1]`."""
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.rpartition(":")[0]
