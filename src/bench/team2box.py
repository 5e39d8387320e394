"""Writes questions and answers of a team2box folder (se_team2box/android, se_team2box/history) as jsonl to load.

    python3 src/bench/team2box.py ../shared/data/se_team2box/android > /tmp/android.jsonl
    java -jar target/passerelle.jar load jsonl /tmp/android.jsonl --source android --home /tmp/android
    java -jar target/passerelle.jar evaluate experts --home /tmp/android

The published files have no dates and no texts. Questions and answers share one sequence of ids, which gives their order:
ten invented minutes an id. The tags stand for the subject and are the topics. Who asked is not told: every question has
an asker of its own. Answers with a negative score are left out, as in the protocol of the shared baseline. There are no
communities.
"""

import json
import pathlib
import sys
from datetime import datetime, timedelta


def rows(path):
    return [line.split() for line in path.read_text().splitlines() if line.strip()]


def moment(number):
    return (datetime(2010, 1, 1) + timedelta(minutes=10 * number)).strftime("%Y-%m-%dT%H:%M:%SZ")


def main(folder):
    tags = {row[0]: row[1:] for row in rows(folder / "Q_tags.txt")}
    person = {row[0]: row[1] for row in rows(folder / "answer_user_ids.txt")[1:]}
    accepted = {row[0]: row[1] for row in rows(folder / "NeRankFormat" / "Q_ACC.txt")}
    for question, *pairs in rows(folder / "q_answer_ids_score.txt")[1:]:
        topics = [tag.replace("-", " ") for tag in tags.get(question, [])]
        if not topics:
            continue
        about = {"channel": "forum", "visibility": "COMPANY", "thread": "t" + question, "subject": " ".join(topics)}
        about["topics"] = topics
        asked = {"id": "q" + question, "at": moment(int(question)), "kind": "QUESTION", "by": "asker" + question}
        print(json.dumps(asked | about))
        for answer, score in zip(pairs[0::2], pairs[1::2]):
            if answer not in person or int(score) < 0:
                continue
            row = {
                "id": "a" + answer,
                "at": moment(max(int(answer), int(question) + 1)),
                "kind": "ANSWER",
                "by": "u" + person[answer],
                "replies_to": "q" + question,
            }
            if accepted.get(question) == person[answer]:
                row["resolves"] = "q" + question
            print(json.dumps(row | about))


main(pathlib.Path(sys.argv[1]))
