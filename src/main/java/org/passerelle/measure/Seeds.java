package org.passerelle.measure;

/** Seeds for many random streams out of one, so that each can be drawn alone and by any thread. */
final class Seeds {
    private Seeds() {}

    /** The seed of a numbered stream: Stafford's mixing, for neighbouring seeds of SplittableRandom overlap. */
    static long of(long seed, long number) {
        long mixed = seed * 0xD1342543DE82EF95L + number * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
