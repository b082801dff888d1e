//! Who posts, for counting only. Pure.

use std::net::{IpAddr, Ipv6Addr};

/// The client's address. Behind `proxies` of our own it is what the outermost of them wrote: so many from the end of
/// `X-Forwarded-For`, as what stands before that is the client's own claim. A network of IPv6 counts as one client:
/// everybody has a whole one.
pub fn client<'a>(peer: IpAddr, forwarded: impl DoubleEndedIterator<Item = &'a str>, proxies: usize) -> IpAddr {
    let behind = proxies.checked_sub(1).and_then(|n| forwarded.flat_map(|list| list.split(',')).rev().nth(n));
    let address = behind.and_then(|text| text.trim().parse().ok()).unwrap_or(peer);
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        address => address,
    }
}
