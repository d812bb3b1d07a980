package dev.parley.agreement;

/**
 * Bennett's S (Public Opinion Quarterly 18, 1954), for more than two raters Randolph's free-marginal κ (2005):
 * {@code (P_o − 1/K) / (1 − 1/K)} with the share P_o of agreeing pairs and K categories that may be chosen, used or not.
 * Undefined without items that two rated, and if there is one category only.
 */
public final class BennettS {

    private BennettS() {}

    public static Outcome of(Ratings<?> ratings) {
        double chance = 1.0 / ratings.categories().size();
        Outcome observed = PercentAgreement.of(ratings);
        return observed instanceof Outcome.Value && ratings.categories().size() < 2
                ? Outcome.undefined(Outcome.Reason.NO_VARIATION)
                : observed.map(share -> (share - chance) / (1 - chance));
    }
}
