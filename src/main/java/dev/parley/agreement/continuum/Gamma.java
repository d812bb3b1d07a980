package dev.parley.agreement.continuum;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The parts of γ (Mathet, Widlöcher and Métivier, Computational Linguistics 41(3), 2015) and of γcat and γ_k (Mathet 2017)
 * for one continuum: its own disorder and that of random ones. {@code γ = 1 − observed / expected}.
 *
 * <p>At least {@value #FEWEST} random continua, then as many more as it takes for the mean of their disorders to be known to
 * {@code precision} with 95 % certainty, at most {@value #MOST}.
 *
 * @param observed disorder of the real continuum
 * @param expected mean disorder per unit of the random ones
 * @param expectedUnlike mean share of unlike labels in the random ones, over all labels first, then label by label; NaN
 *     where none of them aligned two units with that label
 * @param samples how many random ones there were
 * @param error half of the 95 % interval of {@code expected}, as a share of it
 */
public record Gamma(Disorder observed, double expected, double[] expectedUnlike, int samples, double error) {

    public static final int FEWEST = 30;
    public static final int MOST = 600;
    private static final double IN_95_OF_100 = 1.96;

    /**
     * @param precision share of the expected disorder, such as 0.02
     * @param seed the same seed gives the same figure
     */
    public record Settings(Dissimilarity dissimilarity, Sampler sampler, double precision, long seed) {

        public static final Settings USUAL = new Settings(Dissimilarity.USUAL, Sampler.SHUFFLE, 0.02, 20_150_901);
    }

    /** Hears how far it is, and may end it. */
    @FunctionalInterface
    public interface Listener {

        /**
         * After each sample.
         *
         * @param wanted how many there will be, as far as is known by now
         * @return false to stop here, with what is known
         */
        boolean sampled(Gamma soFar, int wanted);

        Listener NOBODY = (soFar, wanted) -> true;
    }

    /** @throws IllegalArgumentException without units, or with fewer than two annotators */
    public static Gamma of(Continuum continuum, Settings settings, Listener listener) {
        if (continuum.units() == 0) {
            throw new IllegalArgumentException("nothing to align");
        }
        int labels = continuum.labels();
        Disorder observed = Disorder.of(continuum, settings.dissimilarity(), labels);
        List<Disorder> samples = new ArrayList<>();
        Gamma soFar = over(observed, samples);
        int wanted = FEWEST;
        while (samples.size() < wanted) {
            samples.add(sample(continuum, settings, labels, samples.size()));
            if (samples.size() >= 2) {
                soFar = over(observed, samples);
                wanted = wanted(soFar, settings.precision());
                if (!listener.sampled(soFar, wanted)) {
                    return soFar;
                }
            }
        }
        return soFar;
    }

    /** Each sample has a seed of its own, so that going on later gives what going on at once gives. */
    private static Disorder sample(Continuum continuum, Settings settings, int labels, int number) {
        Random random = new Random(settings.seed() * 1_000_003 + number);
        Continuum sample = settings.sampler().sample(continuum, random);
        // annotators without units may have been drawn for everybody; nothing can be learnt from an empty line
        while (sample.units() == 0) {
            sample = settings.sampler().sample(continuum, random);
        }
        return Disorder.of(sample, settings.dissimilarity(), labels);
    }

    private static int wanted(Gamma soFar, double precision) {
        double needed = soFar.samples * Math.pow(soFar.error / precision, 2);
        return (int) Math.clamp(Math.ceil(needed), FEWEST, MOST);
    }

    private static Gamma over(Disorder observed, List<Disorder> samples) {
        int places = observed.categories().all().length;
        double[] unlike = new double[places];
        int[] defined = new int[places];
        double sum = 0;
        double squares = 0;
        for (Disorder sample : samples) {
            sum += sample.perUnit();
            squares += sample.perUnit() * sample.perUnit();
            for (int place = 0; place < places; place++) {
                double share = sample.categories().share(place);
                if (!Double.isNaN(share)) {
                    unlike[place] += share;
                    defined[place]++;
                }
            }
        }
        for (int place = 0; place < places; place++) {
            unlike[place] = defined[place] == 0 ? Double.NaN : unlike[place] / defined[place];
        }
        int count = Math.max(1, samples.size());
        double mean = sum / count;
        double variance = Math.max(0, (squares - count * mean * mean) / Math.max(1, count - 1));
        double error = mean == 0 ? 0 : IN_95_OF_100 * Math.sqrt(variance / count) / mean;
        return new Gamma(observed, mean, unlike, samples.size(), error);
    }
}
