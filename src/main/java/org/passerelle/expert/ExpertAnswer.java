package org.passerelle.expert;

import java.util.List;
import org.passerelle.api.ComputedConnection;
import org.passerelle.api.Connection.Edge;
import org.passerelle.api.Connection.PageInfo;
import org.passerelle.api.Provenance;
import org.passerelle.network.ContributionSearch.Hit;

/**
 * A page of experts, and what is needed to say more where there are none.
 *
 * @param found whether there is any expert, on this page or another
 * @param hits what was found before anybody was left out
 */
record ExpertAnswer(ComputedConnection<Expert> page, boolean found, List<Hit> hits, Asking asking, Expert.Asked asked) {
    // Public, as the engine reads fields of an answer through public methods only.
    public List<Edge<Expert>> edges() {
        return page.edges();
    }

    public List<Expert> nodes() {
        return page.nodes();
    }

    public PageInfo pageInfo() {
        return page.pageInfo();
    }

    public Provenance provenance() {
        return page.provenance();
    }
}
