"""A small client of Passerelle's GraphQL API: questions in, pandas frames and networkx graphs out.

    from passerelle import Passerelle
    passerelle = Passerelle("http://127.0.0.1:8080")
    passerelle.silos("UNIT", unit_depth=2).matrix

Needs pandas and networkx; HTTP is the standard library's. Every answer that was computed keeps its
``provenance``: method, parameters, days and the version of the data, which ``snapshot=`` asks again.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any, Iterator, Mapping

import networkx as nx
import pandas as pd

PAGE = 100

_PROVENANCE = "provenance { snapshot method parameters { name value } window { from to } }"
_PERSON = "id name title unit { id name } site { id name } manager { id }"

_PEOPLE = (
    "query People($name: String, $filter: PeopleFilter, $first: Int, $after: String) {"
    " people(name: $name, filter: $filter, first: $first, after: $after) {"
    " nodes { " + _PERSON + " } pageInfo { endCursor hasNextPage } totalCount } }"
)
_EXPERTS = (
    "query Experts($about: String!, $filter: ExpertFilter, $from: ID, $first: Int, $after: String) {"
    " experts(about: $about, filter: $filter, from: $from, first: $first, after: $after) { nodes { rank score"
    " person { id name unit { name } } distance silos { name } introductionPath { people { name } via }"
    " evidence { subject snippet at reactions resolving } parts { text recognition recency reach } }"
    " pageInfo { endCursor hasNextPage } } }"
)
_BRIDGES = (
    "query Bridges($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $snapshot: ID, $first: Int,"
    " $after: String) { bridges(dimension: $dimension, unitDepth: $unitDepth, window: $window, snapshot: $snapshot,"
    " first: $first, after: $after) { nodes { rank person { id name unit { name } } betweenness constraint"
    " effectiveSize groupsReached cutPerson workload brokerage { coordinator itinerant representative gatekeeper"
    " liaison } summary } pageInfo { endCursor hasNextPage } } }"
)
_COMMUNITIES = (
    "query Communities($window: WindowInput, $first: Int, $after: String) {"
    " communities(window: $window, first: $first, after: $after) { nodes { id name kind contributions contributors"
    " threads health { state needs needsAnswered newcomers } } pageInfo { endCursor hasNextPage } } }"
)
_SILOS = (
    "query Silos($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $channels: [String!], $snapshot: ID) {"
    " silos(dimension: $dimension, unitDepth: $unitDepth, window: $window, channels: $channels, snapshot: $snapshot) {"
    " groups { group { id name } people activePeople state permeability externalInternal }"
    " cells { from { id } to { id } state ties interactions density observedOverExpected { value low high } }"
    " externalInternal externalInternalExpected { value low high } modularity " + _PROVENANCE + " } }"
)
_WIREARCHY = (
    "query Wirearchy($window: WindowInput, $snapshot: ID) { wirearchy(window: $window, snapshot: $snapshot) {"
    " people activePeople alongTheLine linesUsed"
    " byDistance { distance possiblePairs ties share rate observedOverExpected }"
    " hierarchy { connectedness hierarchy efficiency leastUpperBound } " + _PROVENANCE + " } }"
)
_NETWORK = (
    "query Network($granularity: Granularity!, $dimension: Dimension!, $unitDepth: Int, $window: WindowInput,"
    " $first: Int, $snapshot: ID) { network(granularity: $granularity, dimension: $dimension, unitDepth: $unitDepth,"
    " window: $window, first: $first, snapshot: $snapshot) { nodes { id label x y people group { id name } }"
    " edges { from to kind strength } truncated " + _PROVENANCE + " } }"
)


class PasserelleError(Exception):
    """The API refused or could not answer; ``code`` is stable, the message is for people.

    Codes are those of schema.graphqls (BAD_USER_INPUT, FORBIDDEN, NOT_FOUND, LIMIT_EXCEEDED, TIMEOUT,
    UNAVAILABLE ...), and UNREACHABLE where no server answered.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


@dataclass(frozen=True)
class Silos:
    """How far the groups of a dimension are apart.

    ``matrix`` holds observed over expected ties, by name of group on both sides, NaN where no figure may or
    can be shown; ``states`` says why (SHOWN, NO_DATA, SUPPRESSED). ``groups`` has one row for each group.
    """

    matrix: pd.DataFrame
    states: pd.DataFrame
    groups: pd.DataFrame
    external_internal: float | None
    modularity: float | None
    provenance: Mapping[str, Any]


@dataclass(frozen=True)
class Wirearchy:
    """Observed work against the chart; ``by_distance`` has one row for each distance in the reporting tree."""

    by_distance: pd.DataFrame
    along_the_line: float | None
    lines_used: float | None
    hierarchy: Mapping[str, float] | None
    people: int
    active_people: int
    provenance: Mapping[str, Any]


@dataclass(frozen=True)
class Network:
    """A network for drawing.

    ``observed`` is undirected with ``strength`` (more is closer); ``reporting`` is directed from a person to
    the manager. Both hold all nodes, with ``label``, ``group`` and ``position``.
    """

    observed: nx.Graph
    reporting: nx.DiGraph
    truncated: bool
    provenance: Mapping[str, Any]

    def positions(self) -> dict[str, tuple[float, float]]:
        """Places of the nodes; the same data has the same places."""
        return dict(self.observed.nodes(data="position"))


class Passerelle:
    """A server of Passerelle. ``person`` is the id of who asks, where the server runs in the open role."""

    def __init__(self, url: str, person: str | None = None, timeout_seconds: float = 60.0) -> None:
        self._endpoint = url.rstrip("/") + "/graphql"
        self._person = person
        self._timeout_seconds = timeout_seconds

    def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """The ``data`` of any query; variables that are None are left out."""
        given = {name: value for name, value in variables.items() if value is not None}
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._person is not None:
            headers["X-Passerelle-Person"] = self._person
        body = json.dumps({"query": query, "variables": given}).encode()
        request = urllib.request.Request(self._endpoint, data=body, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=self._timeout_seconds) as response:
                answer = _decoded(response.read())
        except urllib.error.HTTPError as error:
            answer = _decoded(error.read())
            if not answer.get("errors"):
                code = "UNAVAILABLE" if error.code == 503 else f"HTTP_{error.code}"
                raise PasserelleError(code, f"{self._endpoint} answered {error.code} {error.reason}") from None
        except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
            raise PasserelleError("UNREACHABLE", f"{self._endpoint}: {getattr(error, 'reason', error)}") from None
        if answer.get("errors"):
            first = answer["errors"][0]
            raise PasserelleError(first.get("extensions", {}).get("code", "UNKNOWN"), first["message"])
        return answer["data"]

    def wait_until_ready(self, seconds: float = 300.0) -> None:
        """Returns when the server answers and holds people; a server that starts or loads is not ready."""
        end = time.monotonic() + seconds
        while True:
            try:
                if self.ask("{ dataset { people } }")["dataset"]["people"] > 0:
                    return
                last = PasserelleError("UNAVAILABLE", "the server holds nobody yet")
            except PasserelleError as error:
                if error.code not in ("UNREACHABLE", "UNAVAILABLE"):
                    raise
                last = error
            if time.monotonic() > end:
                raise last
            time.sleep(1.0)

    def nodes(self, query: str, field: str, limit: int | None = None, **variables: Any) -> Iterator[dict[str, Any]]:
        """All nodes of a connection, page after page; the query takes ``$first`` and ``$after``."""
        after = None
        left = limit
        while left is None or left > 0:
            first = PAGE if left is None else min(PAGE, left)
            page = self.ask(query, first=first, after=after, **variables)[field]
            yield from page["nodes"]
            if not page["pageInfo"]["hasNextPage"]:
                return
            after = page["pageInfo"]["endCursor"]
            left = None if left is None else left - len(page["nodes"])

    def people(self, name: str | None = None, group: str | None = None, limit: int | None = None) -> pd.DataFrame:
        """People, one row each, indexed by id."""
        filter_ = None if group is None else {"group": group}
        found = self.nodes(_PEOPLE, "people", limit, name=name, filter=filter_)
        return _frame(found, "id", ["id", "name", "title", "unit.name", "site.name", "manager.id"])

    def experts(
        self, about: str, asker: str | None = None, outside_unit_of: str | None = None, limit: int = 10
    ) -> pd.DataFrame:
        """Who knows about something, best first; ``evidence`` and ``introduction`` are lists."""
        filter_ = None if outside_unit_of is None else {"outsideUnitOf": outside_unit_of}
        variables = {"about": about, "from": asker, "filter": filter_}
        rows = list(self.nodes(_EXPERTS, "experts", limit, **variables))
        for row in rows:
            path = row.pop("introductionPath")
            row["introduction"] = None if path is None else [person["name"] for person in path["people"]]
            row["silos"] = [group["name"] for group in row["silos"]]
        return _frame(rows, "rank", ["rank", "person.id", "person.name", "person.unit.name", "score", "distance"])

    def bridges(self, dimension: str = "UNIT", limit: int = 20, **where: Any) -> pd.DataFrame:
        """People who hold separate groups together, strongest first."""
        found = self.nodes(_BRIDGES, "bridges", limit, dimension=dimension, **_where(where))
        return _frame(found, "rank", ["rank", "person.id", "person.name", "betweenness"])

    def communities(self, window: tuple[str, str] | None = None) -> pd.DataFrame:
        """Communities with their health, the liveliest first."""
        return _frame(self.nodes(_COMMUNITIES, "communities", window=_window(window)), "id", ["id", "name", "kind"])

    def silos(self, dimension: str = "UNIT", channels: list[str] | None = None, **where: Any) -> Silos:
        """How far the groups are apart; ``unit_depth``, ``window`` and ``snapshot`` narrow it."""
        answer = self.ask(_SILOS, dimension=dimension, channels=channels, **_where(where))["silos"]
        groups = _frame(answer["groups"], "group.id", ["group.id", "group.name", "people", "state", "permeability"])
        ids = list(groups.index)
        matrix = pd.DataFrame(float("nan"), index=ids, columns=ids, dtype=float)
        states = pd.DataFrame("NO_DATA", index=ids, columns=ids, dtype=object)
        for cell in answer["cells"]:
            estimate = cell["observedOverExpected"]
            for row, column in {(cell["from"]["id"], cell["to"]["id"]), (cell["to"]["id"], cell["from"]["id"])}:
                states.at[row, column] = cell["state"]
                if estimate is not None:
                    matrix.at[row, column] = estimate["value"]
        twice = groups["group.name"].duplicated(keep=False)
        names = [f"{name} ({key})" if twice[key] else name for key, name in groups["group.name"].items()]
        for frame in (matrix, states):
            frame.index = frame.columns = pd.Index(names)
        return Silos(
            matrix, states, groups, answer["externalInternal"], answer["modularity"], answer["provenance"]
        )

    def wirearchy(self, **where: Any) -> Wirearchy:
        """Observed work against the chart; ``window`` and ``snapshot`` narrow it."""
        answer = self.ask(_WIREARCHY, **_where(where))["wirearchy"]
        columns = ["distance", "possiblePairs", "ties", "share", "rate", "observedOverExpected"]
        return Wirearchy(
            pd.DataFrame(answer["byDistance"], columns=columns).astype({"distance": "Int64"}),
            answer["alongTheLine"],
            answer["linesUsed"],
            answer["hierarchy"],
            answer["people"],
            answer["activePeople"],
            answer["provenance"],
        )

    def network(
        self, granularity: str = "PERSON", dimension: str = "UNIT", first: int = 2000, **where: Any
    ) -> Network:
        """The network for drawing, as two networkx graphs over the same nodes."""
        variables = {"granularity": granularity, "dimension": dimension, "first": first, **_where(where)}
        answer = self.ask(_NETWORK, **variables)["network"]
        observed, reporting = nx.Graph(), nx.DiGraph()
        for node in answer["nodes"]:
            group = node["group"]
            for graph in (observed, reporting):
                graph.add_node(
                    node["id"],
                    label=node["label"],
                    group=None if group is None else group["name"],
                    position=(node["x"], node["y"]),
                    people=node["people"],
                )
        for edge in answer["edges"]:
            graph = observed if edge["kind"] == "OBSERVED" else reporting
            graph.add_edge(edge["from"], edge["to"], strength=edge["strength"])
        return Network(observed, reporting, answer["truncated"], answer["provenance"])


def _decoded(body: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(body or b"{}")
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _window(window: tuple[str, str] | None) -> dict[str, str] | None:
    return None if window is None else {"from": window[0], "to": window[1]}


def _where(given: Mapping[str, Any]) -> dict[str, Any]:
    """``unit_depth``, ``window`` and ``snapshot`` as the API calls them."""
    names = {"unit_depth": "unitDepth", "window": "window", "snapshot": "snapshot"}
    unknown = sorted(set(given) - set(names))
    if unknown:
        raise TypeError(f"unknown: {', '.join(unknown)}; expected some of {', '.join(names)}")
    answer = {names[name]: value for name, value in given.items()}
    if "window" in answer:
        answer["window"] = _window(answer["window"])
    return answer


def _frame(rows: Any, index: str, leading: list[str]) -> pd.DataFrame:
    """Nested rows as a flat frame: ``unit.name`` and so on; the leading columns are there even without rows."""
    frame = pd.json_normalize(list(rows))
    # A null object has no inner columns of its own, only a column of nulls under its name.
    dotted = {name.rpartition(".")[0] for name in [*leading, *frame.columns] if "." in name}
    frame = frame.drop(columns=[name for name in frame.columns if name in dotted])
    for name in leading:
        if name not in frame.columns:
            frame[name] = None
    rest = [name for name in frame.columns if name not in leading]
    return frame[[*leading, *rest]].set_index(index)
