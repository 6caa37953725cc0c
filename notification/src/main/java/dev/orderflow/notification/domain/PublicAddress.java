package dev.orderflow.notification.domain;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the internet from those of networks that only we, or this machine, can reach (the IANA registries of
 * special-purpose addresses, RFC 6890). An IPv4 address in IPv6 clothes is read as what it is by {@link InetAddress} or is
 * outside of 2000::/3.
 */
public final class PublicAddress {

    private static final List<Block> NOT_IN_V4 = List.of(
            Block.of(8, 0),
            Block.of(8, 10),
            Block.of(10, 100, 64),
            Block.of(8, 127),
            Block.of(16, 169, 254),
            Block.of(12, 172, 16),
            Block.of(24, 192, 0, 0),
            Block.of(24, 192, 0, 2),
            Block.of(24, 192, 88, 99),
            Block.of(16, 192, 168),
            Block.of(15, 198, 18),
            Block.of(24, 198, 51, 100),
            Block.of(24, 203, 0, 113),
            // Multicast, reserved, broadcast.
            Block.of(3, 224));

    /** Global unicast; everything else is local, multicast, mapped, translated or not assigned. */
    private static final Block V6 = Block.of(3, 0x20);

    private static final List<Block> NOT_IN_V6 = List.of(
            // Protocol assignments, Teredo (which carries IPv4) among them; documentation; 6to4, which carries IPv4.
            Block.of(23, 0x20, 0x01, 0x00),
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
            Block.of(16, 0x20, 0x02),
            Block.of(20, 0x3f, 0xff));

    private PublicAddress() {}

    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_IN_V4.stream().noneMatch(block -> block.holds(bytes))
                : V6.holds(bytes) && NOT_IN_V6.stream().noneMatch(block -> block.holds(bytes));
    }

    /** @param prefix its bytes, as far as they are not 0 */
    private record Block(int bits, List<Integer> prefix) {

        static Block of(int bits, Integer... prefix) {
            return new Block(bits, List.of(prefix));
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                int mine = bit / 8 < prefix.size() ? prefix.get(bit / 8) : 0;
                if ((address[bit / 8] & mask) != (mine & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
