// What the query editor begins with.
'use strict';

/** One question in each tab; every one is asked of the demonstration by a test. */
window.passerelleExamples = [
  `# Passerelle's API: one example in each tab. Ctrl-Enter runs it, Ctrl-Space completes.

query WhatIsHere {
  dataset {
    people
    contributions
    extent { from to }
  }
}
`,
  `query WhoIsThere {
  people(first: 5) {
    nodes { id name title unit { name } }
    totalCount
  }
}
`,
  `query WhoKnows {
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
`,
  `query HowFarApart {
  silos(dimension: UNIT, unitDepth: 3) {
    externalInternal
    groups { group { name } people state permeability }
    cells { from { name } to { name } state observedOverExpected { value low high } }
  }
}
`,
  `query OpenOverTime {
  silos(unitDepth: 3) {
    trend(months: 3) { window { from to } permeability { value low high } }
    byChannel { channel state difference { value low high } sentence }
  }
}
`,
  `# Value, price and risk are three things. The interval of the rank is computed in the background: run it again
# until its state is READY.

query WhoHoldsTogether {
  bridges(unitDepth: 3, by: RISK, first: 5) {
    nodes {
      person { name }
      betweenness
      workload
      risk { sentence }
      rankInterval { state low high }
      successors { person { name } sentence }
    }
  }
}
`,
  `query TiesThatFade {
  bridgeTies(kind: FADING, unitDepth: 3, first: 5) {
    nodes { from { name } to { name } use { before beforeOf after afterOf q } }
  }
}
`,
  `query WhoShouldMeet {
  introductions(unitDepth: 3, first: 5) {
    efficiency
    gain
    gainMax
    meetings { sentence gain introduction { people { name } } sharedSubjects { name } }
    leftOut { gone notSuggested outside busy }
  }
}
`,
  `# Put ids of your own here: "bridges" and "silos" tell them. Other changes are remove, tie and move.

query WhatIf($changes: [ChangeInput!]! = [{ merge: ["unit:achats", "unit:logistique"] }]) {
  simulate(changes: $changes) {
    summary
    externalInternal { before after }
    crossSiloEfficiency { before after standardError }
    fragments { summary }
    groups { group { name } state permeability { before after } }
    loads(first: 5) { person { name } summary }
  }
}
`,
  `query WhatChanged {
  compare(before: { to: "2025-06-30" }, after: { from: "2025-07-01" }, unitDepth: 3) {
    summary
    externalInternal { before after low high expected p }
    groups { group { name } permeability { change adjustedP summary } }
    cells(first: 5) { kind observedOverExpected { summary } }
    bridges { appeared summary }
  }
  initiatives { nodes { goal from scope { name } } }
}
`,
  `query WhoAnimates {
  communities(first: 3) {
    nodes {
      name
      health { state summary }
      animators(first: 3) { nodes { person { name } summary appointed } }
    }
  }
}
`,
  `query WorkBesideTheChart {
  wirearchy {
    alongTheLine
    byDistance { distance ties share observedOverExpected }
    lineReliance(unitDepth: 3) { betweenManagers expected direct }
    wirearchyIndex(unitDepth: 3) { value low high parts { name value low high } }
  }
}
`,
  `query WhatTheNetworkSays {
  silos(unitDepth: 3) {
    wholeState
    externalInternalByLabels { whole { observed z expected { low high } } }
    externalInternalByDegrees { groups { group { name } score { observed expected { low high } } } }
    segregation { segregation { observed } assortativity { observed } homophily { group { name } score { observed } } }
    modularityByLabels { observed z }
    clusters {
      adjustedMutualInformation
      stability
      matches { sentence }
      consensus { certainty groups { group { name } certainty } }
    }
  }
}
`,
  `# Put ids of your own here: "silos" tells those of its groups.

query WhoHoldsTwoTogether($one: ID! = "unit:achats", $other: ID! = "unit:logistique") {
  silos {
    cells(between: [$one, $other]) { state ties observedOverExpected { value low high } }
    heldBy(between: [$one, $other]) {
      directly { people persons(first: 5) { name } }
      byAnyWay { people }
      strength
    }
  }
  bridges(between: [$one, $other], first: 3) {
    nodes { person { name } summary roles { role count groupsDealt { expected z } } structuralDiversity }
  }
  bridgeTies(kind: CARRYING, first: 3) { nodes { from { name } to { name } betweenness span } }
}
`,
  `query WhoWorksOnTheSame {
  transverseTopics(first: 5) {
    nodes {
      topic { name }
      people
      groups { group { name } people }
      apart { from { name } to { name } }
      p
      meetings { people { name } }
      sentence
    }
  }
}
`,
  `query AcrossTheTree {
  wirearchy {
    hierarchy { connectedness hierarchy efficiency leastUpperBound }
    linesUsed
    workingGroups(unitDepth: 3) { periods { freedom } steps { fluidity noise } }
    managerEntries { rows { kind state matched entries sign } }
    peerExchange { state figures { peers { value low high } } }
    shortcuts(unitDepth: 3) { whole { treeSteps steps } carrying(first: 3) { one { name } other { name } treeSteps } sentence }
  }
}
`,
  `query ToDraw {
  network(granularity: GROUP, unitDepth: 3, first: 50) {
    nodes { id label people x y }
    edges { from to kind strength }
  }
}
`,
];
