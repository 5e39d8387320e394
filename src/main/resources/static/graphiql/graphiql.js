// The query editor, served from the jar. It asks as the person chosen on the first page.
'use strict';

const EXAMPLE = `# Passerelle's API. Ctrl-Enter runs the query under the cursor; Ctrl-Space completes.

query WhatIsHere {
  dataset {
    people
    contributions
    extent { from to }
  }
}

query WhoIsThere {
  people(first: 5) {
    nodes { id name title unit { name } }
    totalCount
  }
}

query WhoKnows {
  experts(about: "cavitation", first: 3) {
    nodes {
      rank
      person { name title unit { name } }
      distance
      introductionPath { people { name } via }
      evidence(first: 1) { subject snippet at reactions }
      parts { text recognition recency reach }
    }
    provenance { method snapshot }
  }
}

query HowFarApart {
  silos(dimension: UNIT, unitDepth: 3) {
    externalInternal
    groups { group { name } people state permeability }
    cells { from { name } to { name } state observedOverExpected { value low high } }
  }
}

query WhoAnimates {
  communities(first: 3) {
    nodes {
      name
      health { state summary }
      animators(first: 3) { nodes { person { name } summary appointed } }
    }
  }
}

query WorkBesideTheChart {
  wirearchy {
    alongTheLine
    byDistance { distance ties share observedOverExpected }
  }
}
`;

function headers() {
  try {
    const me = JSON.parse(localStorage.getItem('passerelle.me'));
    return me ? { 'X-Passerelle-Person': me.id } : {};
  } catch {
    return {};
  }
}

const secure = location.protocol === 'https:' ? 'wss' : 'ws';
const fetcher = GraphiQL.createFetcher({
  url: '/graphql',
  headers: headers(),
  subscriptionUrl: `${secure}://${location.host}/graphql`,
});
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery: EXAMPLE, defaultEditorToolsVisibility: true }),
);
