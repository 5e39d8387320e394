"""Recounts loops from a Stack Exchange dump, beside the answers of a server whose copy of it has no accepted answers.

    cp -r ../shared/data/stackexchange/quantum /tmp/hidden
    sed -i 's/ AcceptedAnswerId="[0-9]*"//' /tmp/hidden/Posts.xml
    java -jar target/passerelle.jar load stackexchange /tmp/hidden --source quantum --home /tmp/hidden-home
    java -jar target/passerelle.jar serve --open --home /tmp/hidden-home --port 8080
    python3 src/bench/loops.py ../shared/data/stackexchange/quantum 8080
"""

import collections
import datetime
import json
import sys
import urllib.request
import xml.etree.ElementTree as ElementTree

PAGE = """query($after: String) { loops(first: 100, after: $after) {
  pageInfo { hasNextPage endCursor } nodes { id state evidence hoursToAnswer } } }"""


def ask(port, variables):
    body = json.dumps({"query": PAGE, "variables": variables}).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/graphql", body, {"Content-Type": "application/json"}
    )
    answer = json.load(urllib.request.urlopen(request))
    if "errors" in answer:
        sys.exit(str(answer["errors"]))
    return answer["data"]["loops"]


def loops(port):
    found, after = {}, None
    while True:
        page = ask(port, {"after": after})
        found.update({node["id"].split(" ")[1][1:]: node for node in page["nodes"]})
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]


def author(post):
    return post.get("OwnerUserId") or "deleted " + post.get("OwnerDisplayName", "")


def moment(post):
    return datetime.datetime.fromisoformat(post["CreationDate"])


def share(one, of):
    return f"{one} of {of} ({one / of:.3f})" if of else "none"


def main(dump, port):
    posts = [row.attrib for row in ElementTree.parse(dump + "/Posts.xml").getroot()]
    questions = {post["Id"]: post for post in posts if post["PostTypeId"] == "1"}
    accepted = {key for key, post in questions.items() if "AcceptedAnswerId" in post}
    first = {}
    for post in posts:
        asked = questions.get(post.get("ParentId", ""))
        if post["PostTypeId"] == "2" and asked is not None and author(post) != author(asked):
            hours = (moment(post) - moment(asked)).total_seconds() / 3600
            first[asked["Id"]] = min(hours, first.get(asked["Id"], hours))
    found = loops(port)
    print("questions", len(questions), "loops", len(found), "in both", len(set(questions) & set(found)))
    print(dict(collections.Counter(node["evidence"] for node in found.values())))
    for states in (("CLOSED",), ("CLOSED", "ANSWERED")):
        got = {key for key, node in found.items() if node["state"] in states}
        hit = len(got & accepted)
        print(" or ".join(states), "precision", share(hit, len(got)), "recall", share(hit, len(accepted)))
    print("accepted, of all that were answered:", share(len(set(first) & accepted), len(first)))
    answered = {key: node["hoursToAnswer"] for key, node in found.items() if node["hoursToAnswer"] is not None}
    apart = sum(abs(hours - answered.get(key, -1)) > 1 / 3600 for key, hours in first.items())
    print("answered", len(first), "and", len(answered), "; time to answer differs in", apart)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
