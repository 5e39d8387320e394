"""The client against a server of a few canned answers: no Passerelle needed."""

import json
import math
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from passerelle import Passerelle, PasserelleError

PROVENANCE = {"snapshot": "s1", "method": "m", "parameters": [], "window": {"from": "2025-01-01", "to": "2025-12-31"}}


class Canned(ThreadingHTTPServer):
    """Answers each request with what ``answer`` makes of it, and keeps what was asked."""

    def __init__(self, answer):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.asked = []


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((asked["variables"], self.headers.get("X-Passerelle-Person")))
        status, body = self.server.answer(asked["variables"])
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body if isinstance(body, bytes) else json.dumps(body).encode())

    def log_message(self, *_):
        pass


class PasserelleTest(unittest.TestCase):
    def serve(self, answer):
        server = Canned(answer)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return server, Passerelle(f"http://127.0.0.1:{server.server_port}/", person="ann", timeout_seconds=5)

    def test_people_several_pages_are_one_frame(self):
        def answer(variables):
            second = variables.get("after") == "c1"
            node = {"id": "bob" if second else "ann", "name": "B" if second else "A", "title": None,
                    "unit": {"id": "u", "name": "Unit"} if second else None, "site": None,
                    "manager": {"id": "ann"} if second else None}
            page = {"endCursor": "c2" if second else "c1", "hasNextPage": not second}
            return 200, {"data": {"people": {"nodes": [node], "pageInfo": page, "totalCount": 2}}}

        server, client = self.serve(answer)
        people = client.people()
        self.assertEqual(["ann", "bob"], list(people.index))
        self.assertEqual("Unit", people.at["bob", "unit.name"])
        self.assertEqual([None, "c1"], [variables.get("after") for variables, _ in server.asked])
        self.assertEqual({"ann"}, {person for _, person in server.asked})

    def test_people_nobody_found_keeps_the_columns(self):
        page = {"nodes": [], "pageInfo": {"endCursor": None, "hasNextPage": False}, "totalCount": 0}
        _, client = self.serve(lambda _: (200, {"data": {"people": page}}))
        self.assertIn("unit.name", client.people(name="nobody").columns)

    def test_limit_is_never_exceeded(self):
        node = {"id": "a", "name": "A", "title": None, "unit": None, "site": None, "manager": None}

        def answer(variables):
            page = {"endCursor": "c", "hasNextPage": True}
            return 200, {"data": {"people": {"nodes": [node] * variables["first"], "pageInfo": page}}}

        server, client = self.serve(answer)
        self.assertEqual(130, len(client.people(limit=130)))
        self.assertEqual([100, 30], [variables["first"] for variables, _ in server.asked])

    def test_error_of_the_api_has_its_code(self):
        body = {"errors": [{"message": "Not for you.", "extensions": {"code": "FORBIDDEN"}}], "data": None}
        _, client = self.serve(lambda _: (200, body))
        with self.assertRaises(PasserelleError) as raised:
            client.wirearchy()
        self.assertEqual("FORBIDDEN", raised.exception.code)
        self.assertIn("Not for you.", str(raised.exception))

    def test_server_loading_is_unavailable(self):
        _, client = self.serve(lambda _: (503, b"<html>"))
        with self.assertRaises(PasserelleError) as raised:
            client.ask("{ me { id } }")
        self.assertEqual("UNAVAILABLE", raised.exception.code)

    def test_no_server_is_unreachable(self):
        with self.assertRaises(PasserelleError) as raised:
            Passerelle("http://127.0.0.1:1").ask("{ me { id } }")
        self.assertEqual("UNREACHABLE", raised.exception.code)

    def test_silos_missing_figures_are_nan_with_their_state(self):
        groups = [{"group": {"id": key, "name": key.upper()}, "people": 9, "activePeople": 9, "state": "SHOWN",
                   "permeability": 0.5, "externalInternal": 0.0} for key in ("a", "b")]
        cells = [cell("a", "a", "SHOWN", 4.0), cell("a", "b", "SUPPRESSED", None), cell("b", "b", "NO_DATA", None)]
        silos = {"groups": groups, "cells": cells, "externalInternal": -0.5, "externalInternalExpected": None,
                 "modularity": 0.4, "provenance": PROVENANCE}
        _, client = self.serve(lambda _: (200, {"data": {"silos": silos}}))
        answer = client.silos("UNIT", unit_depth=2, window=("2025-01-01", "2025-06-30"))
        self.assertEqual(4.0, answer.matrix.at["A", "A"])
        self.assertTrue(math.isnan(answer.matrix.at["B", "A"]))
        self.assertEqual("SUPPRESSED", answer.states.at["B", "A"])
        self.assertEqual("NO_DATA", answer.states.at["B", "B"])

    def test_where_unknown_word_is_refused(self):
        _, client = self.serve(lambda _: (200, {"data": {}}))
        with self.assertRaisesRegex(TypeError, "unknown: depth"):
            client.silos(depth=2)

    def test_network_kinds_become_two_graphs(self):
        nodes = [{"id": key, "label": key, "x": 0.1, "y": 0.2, "people": 1, "group": None} for key in ("a", "b", "c")]
        edges = [{"from": "a", "to": "b", "kind": "OBSERVED", "strength": 2.5},
                 {"from": "c", "to": "a", "kind": "REPORTING", "strength": 1.0}]
        network = {"nodes": nodes, "edges": edges, "truncated": False, "provenance": PROVENANCE}
        _, client = self.serve(lambda _: (200, {"data": {"network": network}}))
        answer = client.network()
        self.assertEqual(2.5, answer.observed.edges["b", "a"]["strength"])
        self.assertEqual([("c", "a")], list(answer.reporting.edges))
        self.assertEqual((0.1, 0.2), answer.positions()["c"])

    def test_wirearchy_other_trees_have_no_distance(self):
        row = {"possiblePairs": 1.0, "ties": 1, "share": 0.5, "rate": 1.0, "observedOverExpected": 1.0}
        wirearchy = {"byDistance": [{"distance": 1, **row}, {"distance": None, **row}], "alongTheLine": 0.5,
                     "linesUsed": 0.6, "hierarchy": None, "people": 3, "activePeople": 2, "provenance": PROVENANCE}
        _, client = self.serve(lambda _: (200, {"data": {"wirearchy": wirearchy}}))
        answer = client.wirearchy()
        self.assertEqual(1, answer.by_distance["distance"][0])
        self.assertTrue(answer.by_distance["distance"].isna()[1])


def cell(one, other, state, value):
    estimate = None if value is None else {"value": value, "low": value, "high": value}
    return {"from": {"id": one}, "to": {"id": other}, "state": state, "ties": None, "interactions": None,
            "density": None, "observedOverExpected": estimate}


if __name__ == "__main__":
    unittest.main()
