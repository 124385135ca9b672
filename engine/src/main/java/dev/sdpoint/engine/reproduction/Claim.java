package dev.sdpoint.engine.reproduction;

/**
 * A claim of the paper and what a comparison says of it.
 *
 * @param statement the claim in a sentence
 * @param verdict whether it held on this data
 * @param evidence the numbers, in a sentence or two; for an untested claim what is missing
 */
public record Claim(String statement, Verdict verdict, String evidence) {
    /** Whether a claim held. */
    public enum Verdict {
        HELD("held"),
        PARTLY("held in part"),
        NOT_HELD("did not hold"),
        NOT_TESTED("not tested");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** The verdict in words. */
        public String text() {
            return text;
        }

        /** {@code HELD} from 90 % of the cases on ("almost every"), {@code PARTLY} from half on. */
        static Verdict ofShare(int held, int cases) {
            if (held >= 0.9 * cases) {
                return HELD;
            }
            return held >= 0.5 * cases ? PARTLY : NOT_HELD;
        }
    }

    /** The same claim, named for the network it was judged on. */
    Claim about(String network) {
        return new Claim(network + ": " + statement, verdict, evidence);
    }

    static Claim notTested(String statement, String missing) {
        return new Claim(statement, Verdict.NOT_TESTED, missing);
    }
}
