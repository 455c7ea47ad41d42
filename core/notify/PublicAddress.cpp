#include "core/notify/PublicAddress.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr int kMapped = 96; // bits before the IPv4 address

constexpr Network v4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d, int prefix)
{
    Network network{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, d}, kMapped + prefix};
    return network;
}

constexpr Network v6(std::uint16_t a, std::uint16_t b, std::uint16_t c, int prefix)
{
    return {{std::uint8_t(a >> 8), std::uint8_t(a), std::uint8_t(b >> 8), std::uint8_t(b), std::uint8_t(c >> 8),
             std::uint8_t(c)},
            prefix};
}

constexpr std::array kClosedV4{
    v4(0, 0, 0, 0, 8),        // this network
    v4(10, 0, 0, 0, 8),       // private
    v4(100, 64, 0, 0, 10),    // shared behind carriers' NAT
    v4(127, 0, 0, 0, 8),      // this host
    v4(168, 63, 129, 16, 32), // Azure's host, public by its number
    v4(169, 254, 0, 0, 16),   // link-local, with the clouds' metadata
    v4(172, 16, 0, 0, 12),    // private
    v4(192, 0, 0, 0, 24),     // protocol assignments
    v4(192, 0, 2, 0, 24),     // documentation
    v4(192, 88, 99, 0, 24),   // 6to4 relays
    v4(192, 168, 0, 0, 16),   // private
    v4(198, 18, 0, 0, 15),    // benchmarks
    v4(198, 51, 100, 0, 24),  // documentation
    v4(203, 0, 113, 0, 24),   // documentation
    v4(224, 0, 0, 0, 4),      // multicast
    v4(240, 0, 0, 0, 4),      // reserved, broadcast
};

constexpr Network kGlobalV6 = v6(0x2000, 0, 0, 3); // all that is handed out; the rest is local, multicast or reserved
constexpr std::array kClosedV6{
    v6(0x2001, 0, 0, 23),     // protocol assignments, with Teredo
    v6(0x2001, 0xdb8, 0, 32), // documentation
    v6(0x2002, 0, 0, 16),     // 6to4: leads to any IPv4 address
    v6(0x3fff, 0, 0, 20),     // documentation
};

constexpr Network kMappedV4 = v4(0, 0, 0, 0, 0);
constexpr Network kNat64 = v6(0x64, 0xff9b, 0, 96);

bool isIn(std::span<const Network> networks, const AddressBytes &address)
{
    return std::any_of(networks.begin(), networks.end(),
                       [&address](const Network &network) { return network.contains(address); });
}

} // namespace

bool Network::contains(const AddressBytes &other) const
{
    for (int bit = 0; bit < prefix; ++bit) {
        const auto mask = std::uint8_t(0x80 >> (bit % 8));
        const auto byte = std::size_t(bit / 8);
        if ((address[byte] & mask) != (other[byte] & mask))
            return false;
    }
    return true;
}

AddressBytes mappedAddress(std::span<const std::uint8_t, 4> ipv4)
{
    AddressBytes address = kMappedV4.address;
    std::copy(ipv4.begin(), ipv4.end(), address.begin() + kMapped / 8);
    return address;
}

bool isPublicAddress(const AddressBytes &address)
{
    if (kNat64.contains(address))
        return isPublicAddress(mappedAddress(std::span(address).last<4>()));
    if (kMappedV4.contains(address))
        return !isIn(kClosedV4, address);
    return kGlobalV6.contains(address) && !isIn(kClosedV6, address);
}

bool mayConnectTo(const AddressBytes &address, std::span<const Network> allowed)
{
    return isPublicAddress(address) || isIn(allowed, address);
}

} // namespace countersign
