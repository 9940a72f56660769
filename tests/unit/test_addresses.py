"""From where somebody asks."""

import pytest

from clockwork.addresses import network_of


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("1.2.3.4", "1.2.3.4"),
        ("1.2.3.4:5678", "1.2.3.4"),
        ("::ffff:1.2.3.4", "1.2.3.4"),
        ("[::ffff:1.2.3.4]:80", "1.2.3.4"),
        ("2001:db8::1", "2001:db8::/64"),
        ("2001:db8::ffff:1:2", "2001:db8::/64"),
        ("[2001:db8::7]:443", "2001:db8::/64"),
        ("[2001:db8::7]", "2001:db8::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("2001:db8:0:1::1", "2001:db8:0:1::/64"),
        ("", "unknown"),
        ("nonsense", "unknown"),
        ("1.2.3.4:5678:9", "unknown"),
    ],
)
def test_a_place_is_an_ipv4_address_or_a_64_of_ipv6(written, place):
    assert network_of(written) == place
