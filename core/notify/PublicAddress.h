// Which addresses a webhook may be sent to: those of the public internet, and what the operator has named.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace countersign {

/// An address as IPv6 has it; IPv4 as ::ffff:a.b.c.d.
using AddressBytes = std::array<std::uint8_t, 16>;

struct Network {
    AddressBytes address{};
    int prefix = 128; ///< bits, of the 128

    bool contains(const AddressBytes &other) const;
};

AddressBytes mappedAddress(std::span<const std::uint8_t, 4> ipv4);

/// By the special-purpose registries of IANA (RFC 6890 and what followed): not this host, a private or shared network,
/// link-local, multicast, documentation, a tunnel, or a cloud's metadata. An IPv4 address inside of an IPv6 one (mapped,
/// NAT64) is judged by itself.
bool isPublicAddress(const AddressBytes &address);

/// Public, or in one of the networks.
bool mayConnectTo(const AddressBytes &address, std::span<const Network> allowed);

} // namespace countersign
