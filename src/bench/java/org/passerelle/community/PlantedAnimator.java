package org.passerelle.community;

import java.util.List;
import org.passerelle.community.AnimatorScores.Scored;

/**
 * The people of a community in an invented company, one of whom was planted as its animator.
 *
 * @param company its number, from 0
 */
record PlantedAnimator(int company, List<Scored> people, String personId) {
    /** One over the planted one's place by these shares of the parts; equal ones in order of id. */
    double precision(double[] shares) {
        double own = Double.NaN;
        for (Scored scored : people) {
            if (scored.personId().equals(personId)) {
                own = shared(scored, shares);
            }
        }
        if (Double.isNaN(own)) {
            return 0;
        }
        int place = 1;
        for (Scored scored : people) {
            double other = shared(scored, shares);
            place += other > own || (other == own && scored.personId().compareTo(personId) < 0) ? 1 : 0;
        }
        return 1.0 / place;
    }

    private static double shared(Scored scored, double[] shares) {
        double sum = 0;
        double weighed = 0;
        for (int part = 0; part < shares.length; part++) {
            sum += scored.parts().get(part);
            weighed += shares[part] * scored.parts().get(part);
        }
        return sum == 0 ? 0 : scored.score() * weighed / sum;
    }
}
